package dev.rote.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.runs.Recipe;
import dev.rote.runs.Results;
import dev.rote.runs.RunResult;
import dev.rote.runs.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChecksTest {

    private static final Claim.Check GOOD = Checks.everySeed(arms -> Observation.start()
            .atLeast("accuracy", arms.get("main").last("accuracy.test"), 0.9)
            .see("control", arms.get("control").last("accuracy.test")));

    private static RunResult run(String name, long seed, double accuracy) {
        Series series = new Series(List.of(0L, 10L), List.of(0.0, accuracy));
        return new RunResult(new Recipe().withName(name).withSeed(seed), Map.of("accuracy.test", series), Map.of());
    }

    private static Results results(RunResult... runs) {
        return new Results(List.of(runs), List.of());
    }

    @Test
    void aNameThatEndsInPercentGivesTheUnit() {
        assertThat(Checks.observed(List.of(Map.of("neurons, %", 20.0), Map.of("neurons, %", 30.0))))
                .isEqualTo("neurons 25 % (20 to 30)");
        assertThat(Checks.observed(List.of(Map.of("test % at decay 5", 99.5)))).isEqualTo("test % at decay 5 99.5");
    }

    @Test
    void holdsWhenEverySeedPasses() {
        Evidence evidence = GOOD.of(
                results(run("main", 2, 0.95), run("control", 2, 0.5), run("main", 1, 0.9), run("control", 1, 0.25)));
        assertThat(evidence.verdict()).isEqualTo(Verdict.HELD);
        assertThat(evidence.observed()).isEqualTo("accuracy 0.925 (0.9 to 0.95); control 0.375 (0.25 to 0.5)");
        assertThat(evidence.perSeed())
                .containsExactly(
                        Map.of("seed", 1.0, "accuracy", 0.9, "control", 0.25),
                        Map.of("seed", 2.0, "accuracy", 0.95, "control", 0.5));
        assertThat(evidence.note()).isEmpty();
    }

    @Test
    void oneBadSeedFailsIt() {
        Evidence evidence = GOOD.of(
                results(run("main", 1, 0.899), run("control", 1, 0), run("main", 2, 0.99), run("control", 2, 0)));
        assertThat(evidence.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(evidence.perSeed()).hasSize(2);
        assertThat(evidence.observed()).endsWith("control 0");
    }

    @Test
    void notANumberNeverPasses() {
        Evidence evidence = GOOD.of(results(run("main", 1, Double.NaN), run("control", 1, 0)));
        assertThat(evidence.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(evidence.observed()).contains("NaN");
    }

    @Test
    void aMissingArmLeavesItsSeedOut() {
        Evidence evidence = GOOD.of(results(run("main", 1, 0.1), run("main", 2, 0.95), run("control", 2, 0.1)));
        assertThat(evidence.verdict()).isEqualTo(Verdict.HELD);
        assertThat(evidence.perSeed()).singleElement().asString().contains("seed=2.0");
    }

    @Test
    void withoutItsRunsItWasNotRunAndSaysWhy() {
        assertThat(GOOD.of(results())).isEqualTo(Evidence.notRun("there is no finished run"));
        assertThat(GOOD.of(results(run("main", 1, 1), run("main", 2, 1))))
                .isEqualTo(Evidence.notRun("there is no finished run 'control'"));
        assertThat(GOOD.of(results(run("other", 1, 1))).verdict()).isEqualTo(Verdict.NOT_RUN);
    }

    @Test
    void anArmIsFoundByNameOrItsAbsenceIsNamed() {
        List<Arms> arms = Checks.bySeed(results(run("b", 5, 1), run("a", -3, 1), run("a", 5, 1)));
        assertThat(arms.stream().map(Arms::seed)).containsExactly(-3L, 5L);
        assertThat(arms.get(1).get("a").recipe().seed()).isEqualTo(5);
        assertThatThrownBy(() -> arms.get(0).get("b"))
                .isInstanceOf(Arms.MissingArm.class)
                .hasMessage("there is no finished run 'b'");
    }

    @Test
    void numbersAreToldInFourDigits() {
        List<String> told = new ArrayList<>();
        for (double value : new double[] {0, -0.0, 1, 0.123456, 97, 12345.6, 1e-5, -2.5, 1 / 3.0, 1e20}) {
            told.add(Checks.number(value));
        }
        assertThat(told)
                .containsExactly(
                        "0", "0", "1", "0.1235", "97", "12350", "0.00001", "-2.5", "0.3333", "100000000000000000000");
        assertThat(Checks.number(Double.NaN)).isEqualTo("NaN");
        assertThat(Checks.number(Double.NEGATIVE_INFINITY)).isEqualTo("-Infinity");
    }

    @Test
    void aClaimNeedsASentenceAndATolerance() {
        assertThatThrownBy(() -> new Claim("D1", " ", "figure 1", "at least 0.9", "", GOOD))
                .hasMessage("what claim D1 says must not be blank");
        assertThatThrownBy(() -> new Claim("D1", "it generalises", "figure 1", "", "", GOOD))
                .hasMessage("what claim D1 expects must not be blank");
    }
}
