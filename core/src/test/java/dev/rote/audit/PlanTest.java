package dev.rote.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.audit.features.Dense;
import dev.rote.audit.features.Input;
import dev.rote.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTest {

    @TempDir
    Path folder;

    private static Input input(int rows) {
        return MadeInput.of(new Dense(new float[rows * 40], 40), MadeInput.classes(rows, 4), 4);
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        for (Plan plan : new Plan[] {
            new Plan(),
            new Plan(Level.FULL, -7, 3, 1234, 9, 50_000, new Plan.Full(0.1, 3, 99, 2, false)),
            new Plan(Level.QUICK, 5)
        }) {
            Path file = Files.writeString(folder.resolve("plan.yaml"), plan.text());
            assertThat(Plan.read(file)).isEqualTo(plan);
        }
    }

    @Test
    void whatIsCutBehindALineIsRefused() throws IOException {
        List<String> lines = new Plan().text().lines().toList();
        for (int kept = 1; kept < lines.size(); kept++) {
            String cut = String.join("\n", lines.subList(0, kept)) + "\n";
            String next = lines.get(kept - 1).equals("full:")
                    ? "full:"
                    : lines.get(kept).strip();
            Path file = Files.writeString(folder.resolve("cut.yaml"), cut);
            assertThatThrownBy(() -> Plan.read(file))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining(next.substring(0, next.indexOf(':')))
                    .satisfies(problem ->
                            assertThat(((Problem) problem).exitCode()).isEqualTo(2));
        }
        refused("level: quick\n", "wrong.yaml:1: seed: must be given; the plan is not whole: write it anew");
        String inside = new Plan().text().replaceFirst(" *draws: 3\n", "");
        refused(inside, "full.draws: must be given");
    }

    @Test
    void aFolderIsNoPlan() throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), new Plan().text());
        assertThatThrownBy(() -> Plan.read(folder))
                .hasMessage(
                        folder + ": is a folder, must be the file of a plan; name the plan.yaml that an audit wrote")
                .satisfies(problem -> assertThat(((Problem) problem).exitCode()).isEqualTo(2));
    }

    @Test
    void lessTimeMeansFewerExamples() {
        Input input = input(30_000);
        Plan usual = Plan.of(Level.DEFAULT, 3, input, Optional.empty());
        assertThat(usual).isEqualTo(new Plan(Level.DEFAULT, 3));
        double minutes = usual.seconds(input) / 60;
        assertThat(Plan.of(Level.DEFAULT, 3, input, Optional.of(1.01 * minutes)))
                .isEqualTo(usual);
        Plan less = Plan.of(Level.DEFAULT, 3, input, Optional.of(0.75 * minutes));
        assertThat(less).isEqualTo(usual.learning(10_000));
        assertThat(less.seconds(input)).isLessThanOrEqualTo(0.75 * usual.seconds(input));
        Plan least = Plan.of(Level.DEFAULT, 3, input, Optional.of(1e-9));
        assertThat(least.learn()).isEqualTo(500);
    }

    @Test
    void moreWorkTakesLonger() {
        double usual = new Plan().seconds(input(2000));
        assertThat(new Plan().seconds(input(4000))).isGreaterThan(usual);
        assertThat(new Plan(Level.FULL, 0).seconds(input(2000))).isGreaterThan(usual);
        assertThat(new Plan(Level.QUICK, 0).seconds(input(2000))).isLessThan(usual);
        Plan little = new Plan(Level.FULL, 0, 5, 20_000, 20, 50_000, new Plan.Full(0, 10, 2, 0, false));
        Plan drawn = new Plan(Level.FULL, 0, 5, 20_000, 20, 50_000, new Plan.Full(0, 10, 2000, 3, false));
        Plan whole = new Plan(Level.FULL, 0, 5, 20_000, 20, 50_000, new Plan.Full(0, 10, 2000, 0, false));
        assertThat(drawn.seconds(input(2000))).isGreaterThan(whole.seconds(input(2000)));
        assertThat(little.seconds(input(2000)))
                .isGreaterThan(usual)
                .isLessThan(new Plan(Level.FULL, 0).seconds(input(2000)));
    }

    private void refused(String text, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.yaml"), text);
        assertThatThrownBy(() -> Plan.read(file))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(message);
    }

    /** The usual plan with another value of a field. */
    private static String with(String field, String value) {
        return new Plan().text().replaceFirst("(?m)^( *)" + field + ": .*$", "$1" + field + ": " + value);
    }

    @Test
    void mistakesNameFileLineAndField() throws IOException {
        refused(with("folds", "1"), "wrong.yaml:3: folds: was 1, must be at least 2");
        refused(with("learn", "1"), "wrong.yaml:4: learn: was 1, must be at least 2");
        refused(with("epochs", "0"), "wrong.yaml:5: epochs: was 0, must be at least 1");
        refused(with("planted", "0.6"), "full.planted: was 0.6, must be in [0, 0.5]");
        refused(with("complexity", "1"), "full.complexity: was 1, must be from 2 to 20000");
        refused(with("draws", "-1"), "full.draws: was -1, must be at least 0");
        refused(with("level", "slow"), "wrong.yaml:1: level: was \"slow\", must be one of quick, default, full");
        refused(new Plan().text() + "fold: 5\n", "did you mean folds?");
        refused(with("learn", "many"), "wrong.yaml:4: learn");
        Path none = folder.resolve("none.yaml");
        assertThatThrownBy(() -> Plan.read(none)).isInstanceOf(Problem.class).hasMessageContaining("none.yaml");
    }
}
