package dev.rote.papers.rholoss;

import static dev.rote.papers.images.Readings.TEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.claims.Paper;
import dev.rote.claims.Scale;
import dev.rote.data.prepare.HoldOut;
import dev.rote.papers.Made;
import dev.rote.papers.PaperContract;
import dev.rote.runs.Recipe;
import dev.rote.runs.Results;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RhoLossPaperTest implements PaperContract {

    private static final Paper PAPER = new RhoLossPaper();

    @Override
    public Paper paper() {
        return PAPER;
    }

    @Override
    public Set<String> undecided() {
        return Set.of("C4.0");
    }

    @Override
    public Map<String, Case> cases() {
        Map<String, Case> cases = new LinkedHashMap<>();
        // Uniform is at its best, 90 %, after 600 steps.
        cases.put("C4.1", new Case(speeds("rho-0", 400), speeds("rho-0", 420)));
        cases.put("C4.1b", new Case(both(320, 320), both(320, 340)));
        cases.put(
                "C4.4",
                new Case(speeds("rho-0", 400, "rho-large-il-0", 300), speeds("rho-0", 400, "rho-large-il-0", 280)));
        cases.put("C4.5", new Case(halves(580), halves(600)));
        cases.put(
                "C4.6",
                new Case(
                        speeds("rho-0", 300, "rho-half-holdout-0", 300, "rho-quarter-holdout-0", 400),
                        speeds("rho-0", 300, "rho-half-holdout-0", 280, "rho-quarter-holdout-0", 400)));
        cases.put("C4.7", new Case(accuracies(0.9, 0.91), accuracies(0.9, 0.9)));
        cases.put("C4.2", new Case(wrong(0.1, 0.1, 0.15, 0.3), wrong(0.1, 0.101, 0.15, 0.3)));
        cases.put("C4.2b", new Case(wrong(0.3, 0.3, 0.15, 0.6), wrong(0.3, 0.3, 0.15, 0.59)));
        cases.put("C4.3", new Case(ends(0.9, 0.89), ends(0.9, 0.9)));
        cases.put("C4.3b", new Case(ends(0.9, 0.74), ends(0.9, 0.76)));
        cases.put("C4.8", new Case(correct(0, 0.88, 0.88, 0), correct(0, 0.88, 0.89, 0)));
        cases.put("C4.8b", new Case(correct(30, 0.6, 0.59, 0.3), correct(30, 0.6, 0.61, 0.3)));
        cases.put("C4.8c", new Case(correct(30, 0.6, 0.62, 0.25), correct(30, 0.6, 0.62, 0.29)));
        return cases;
    }

    private static Made arm(String name, String reading, double... values) {
        return Made.arm(PAPER, name).reading(reading, values);
    }

    /** An arm that is so good for the first time after so many steps. */
    private static Made reaches(String name, long steps, double accuracy) {
        return Made.arm(PAPER, name).at(TEST, 0, 0.1, steps, accuracy, 800, accuracy);
    }

    private static List<Made> faster(Object... armsAndSteps) {
        List<Made> arms = new ArrayList<>();
        arms.add(Made.arm(PAPER, "uniform-0").at(TEST, 0, 0.1, 600, 0.9, 620, 0.9, 800, 0.89));
        for (int i = 0; i < armsAndSteps.length; i += 2) {
            String name = (String) armsAndSteps[i];
            arms.add(Made.arm(PAPER, name).at(TEST, 0, 0.1, (int) armsAndSteps[i + 1], 0.9, 800, 0.95));
        }
        return arms;
    }

    private static Results speeds(Object... armsAndSteps) {
        return Made.results(faster(armsAndSteps));
    }

    private static Results both(int clean, int noisy) {
        List<Made> arms = faster("rho-0", clean);
        arms.add(reaches("uniform-30", 600, 0.8));
        arms.add(reaches("rho-30", noisy, 0.8));
        return Made.results(arms);
    }

    private static Results halves(int steps) {
        return Made.results(reaches("uniform-no-holdout-0", 600, 0.9), reaches("rho-no-holdout-0", steps, 0.9));
    }

    private static Results accuracies(double uniform, double rho) {
        return Made.results(Experiments.NOISE.stream()
                .flatMap(noise -> Stream.of(arm("uniform-" + noise, TEST, uniform), arm("rho-" + noise, TEST, rho)))
                .toList());
    }

    /** Shares of wrong labels at 10 and, as they are or three times as large, at 30 %. */
    private static Results wrong(double uniform, double rho, double loss, double lossAt30) {
        return Made.results(
                arm("uniform-10", Look.WRONG, 0.1),
                arm("rho-10", Look.WRONG, rho),
                arm("loss-10", Look.WRONG, loss),
                arm("gradient-norm-10", Look.WRONG, loss),
                arm("uniform-30", Look.WRONG, uniform),
                arm("rho-30", Look.WRONG, uniform),
                arm("loss-30", Look.WRONG, 1.2 * lossAt30),
                arm("gradient-norm-30", Look.WRONG, lossAt30));
    }

    private static Results ends(double uniform, double loss) {
        return Made.results(Stream.of("-10", "-30")
                .flatMap(noise -> Stream.of(
                        arm("uniform" + noise, TEST, uniform),
                        arm("loss" + noise, TEST, loss),
                        arm("gradient-norm" + noise, TEST, loss)))
                .toList());
    }

    /** Shares of what the net had right, and of wrong labels, of which uniform has 30 %. */
    private static Results correct(int noise, double uniform, double rho, double wrong) {
        return Made.results(
                arm("uniform-" + noise, Look.CORRECT, uniform).reading(Look.WRONG, 0.3),
                arm("rho-" + noise, Look.CORRECT, rho).reading(Look.WRONG, wrong),
                arm("loss-" + noise, Look.CORRECT, 0.1));
    }

    @Test
    void anArmThatIsNeverAsGoodHasNoSpeedUp() {
        Results never = Made.results(reaches("uniform-0", 600, 0.9), reaches("rho-0", 600, 0.8));
        assertThat(claim("C4.1").check().of(never).observed()).startsWith("speed-up at 0 % wrong labels 0;");
    }

    @Test
    void allArmsOfASeedSplitTheSameExamples() {
        for (Recipe recipe : PAPER.recipes(Scale.DESK, 2)) {
            boolean all = recipe.name().contains("no-holdout");
            for (Recipe needed : recipe.needs().values()) {
                assertThat(needed.data()).isEqualTo(recipe.data());
                assertThat(needed.prepare()).isEqualTo(recipe.prepare());
                assertThat(needed.noise()).isEqualTo(recipe.noise());
            }
            assertThat(recipe.prepare().stream().anyMatch(step -> step instanceof HoldOut))
                    .isEqualTo(!all);
        }
    }
}
