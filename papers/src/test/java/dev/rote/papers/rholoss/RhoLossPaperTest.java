package dev.rote.papers.rholoss;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.claims.Paper;
import dev.rote.claims.Scale;
import dev.rote.data.prepare.HoldOut;
import dev.rote.papers.images.Handmade;
import dev.rote.papers.images.PaperPromises;
import dev.rote.runs.Recipe;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RhoLossPaperTest implements PaperPromises {

    private static final Paper PAPER = new RhoLossPaper();

    @Override
    public Paper paper() {
        return PAPER;
    }

    @Override
    public Set<String> notAtTheDesk() {
        return Set.of("C4.0");
    }

    @Override
    public Map<String, List<Handmade>> cases() {
        Map<String, List<Handmade>> cases = new LinkedHashMap<>();
        // Uniform is at its best, 90 %, after 600 steps.
        cases.put("C4.1", List.of(speeds("rho-0", 400), speeds("rho-0", 420)));
        cases.put("C4.1b", List.of(both(320, 320), both(320, 340)));
        cases.put(
                "C4.4",
                List.of(speeds("rho-0", 400, "rho-large-il-0", 300), speeds("rho-0", 400, "rho-large-il-0", 280)));
        cases.put("C4.5", List.of(halves(580), halves(600)));
        cases.put(
                "C4.6",
                List.of(
                        speeds("rho-0", 300, "rho-half-holdout-0", 300, "rho-quarter-holdout-0", 400),
                        speeds("rho-0", 300, "rho-half-holdout-0", 280, "rho-quarter-holdout-0", 400)));
        cases.put("C4.7", List.of(accuracies("accuracy.test", 0.9, 0.91), accuracies("accuracy.test", 0.9, 0.9)));
        cases.put("C4.2", List.of(wrong(0.1, 0.1, 0.15, 0.3), wrong(0.1, 0.101, 0.15, 0.3)));
        cases.put("C4.2b", List.of(wrong(0.3, 0.3, 0.15, 0.6), wrong(0.3, 0.3, 0.15, 0.59)));
        cases.put("C4.3", List.of(ends(0.9, 0.89), ends(0.9, 0.9)));
        cases.put("C4.3b", List.of(ends(0.9, 0.74), ends(0.9, 0.76)));
        cases.put("C4.8", List.of(correct(0, 0.88, 0.88), correct(0, 0.88, 0.89)));
        cases.put("C4.8b", List.of(correct(30, 0.6, 0.59), correct(30, 0.6, 0.61)));
        cases.put(
                "C4.8c",
                List.of(
                        correct(30, 0.6, 0.62)
                                .arm("uniform-30", Look.WRONG, 15, 0.3)
                                .arm("rho-30", Look.WRONG, 15, 0.25),
                        correct(30, 0.6, 0.62)
                                .arm("uniform-30", Look.WRONG, 15, 0.3)
                                .arm("rho-30", Look.WRONG, 15, 0.29)));
        return cases;
    }

    private static Handmade speeds(Object... armsAndSteps) {
        Handmade made = new Handmade(PAPER).arm("uniform-0", Look.TEST, 0, 0.1, 600, 0.9, 620, 0.9, 800, 0.89);
        for (int i = 0; i < armsAndSteps.length; i += 2) {
            made.arm((String) armsAndSteps[i], Look.TEST, 0, 0.1, (int) armsAndSteps[i + 1], 0.9, 800, 0.95);
        }
        return made;
    }

    private static Handmade both(int clean, int noisy) {
        return speeds("rho-0", clean)
                .arm("uniform-30", Look.TEST, 0, 0.1, 600, 0.8)
                .arm("rho-30", Look.TEST, 0, 0.1, noisy, 0.8);
    }

    private static Handmade halves(int steps) {
        return new Handmade(PAPER)
                .arm("uniform-no-holdout-0", Look.TEST, 0, 0.1, 600, 0.9)
                .arm("rho-no-holdout-0", Look.TEST, 0, 0.1, steps, 0.9);
    }

    private static Handmade accuracies(String reading, double uniform, double rho) {
        Handmade made = new Handmade(PAPER);
        for (int noise : Experiments.NOISE) {
            made.arm("uniform-" + noise, reading, 800, uniform).arm("rho-" + noise, reading, 800, rho);
        }
        return made;
    }

    /** Shares of wrong labels at 10 and, as they are or three times as large, at 30 %. */
    private static Handmade wrong(double uniform, double rho, double loss, double lossAt30) {
        return new Handmade(PAPER)
                .arm("uniform-10", Look.WRONG, 15, 0.1)
                .arm("rho-10", Look.WRONG, 15, rho)
                .arm("loss-10", Look.WRONG, 15, loss)
                .arm("gradient-norm-10", Look.WRONG, 15, loss)
                .arm("uniform-30", Look.WRONG, 15, uniform)
                .arm("rho-30", Look.WRONG, 15, uniform)
                .arm("loss-30", Look.WRONG, 15, 1.2 * lossAt30)
                .arm("gradient-norm-30", Look.WRONG, 15, lossAt30);
    }

    private static Handmade ends(double uniform, double loss) {
        Handmade made = new Handmade(PAPER);
        for (int noise : new int[] {10, 30}) {
            made.arm("uniform-" + noise, Look.TEST, 800, uniform)
                    .arm("loss-" + noise, Look.TEST, 800, loss)
                    .arm("gradient-norm-" + noise, Look.TEST, 800, loss);
        }
        return made;
    }

    private static Handmade correct(int noise, double uniform, double rho) {
        return new Handmade(PAPER)
                .arm("uniform-" + noise, Look.CORRECT, 15, uniform)
                .arm("rho-" + noise, Look.CORRECT, 15, rho)
                .arm("loss-" + noise, Look.CORRECT, 15, 0.1);
    }

    @Test
    void anArmThatIsNeverAsGoodHasNoSpeedUp() {
        Handmade never = new Handmade(PAPER)
                .arm("uniform-0", Look.TEST, 0, 0.1, 600, 0.9)
                .arm("rho-0", Look.TEST, 0, 0.1, 600, 0.8);
        var claim = PAPER.claims(Scale.DESK).stream()
                .filter(c -> c.id().equals("C4.1"))
                .findFirst()
                .orElseThrow();
        assertThat(claim.check().of(never.results()).observed()).startsWith("speed-up at 0 % wrong labels 0;");
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
