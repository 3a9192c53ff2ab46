package dev.rote.papers.symmetricce;

import static dev.rote.papers.images.Readings.MEMORISED;
import static dev.rote.papers.images.Readings.TEST;
import static dev.rote.papers.symmetricce.Experiments.small;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.claims.Bars;
import dev.rote.claims.Claim;
import dev.rote.claims.Lines;
import dev.rote.claims.Paper;
import dev.rote.claims.Verdict;
import dev.rote.papers.Made;
import dev.rote.papers.PaperContract;
import dev.rote.runs.Recipe;
import dev.rote.runs.Results;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SymmetricCrossEntropyTest implements PaperContract {

    private static final Paper PAPER = new SymmetricCrossEntropy();

    @Override
    public Paper paper() {
        return PAPER;
    }

    @Override
    public Map<String, Case> cases() {
        Map<String, Case> cases = new LinkedHashMap<>();
        cases.put("C2.1s", new Case(half(70, 78.1), half(70, 77.9)));
        cases.put("C2.1m", new Case(memorised(40, 19.9), memorised(40, 20.1)));
        cases.put("C2.2s", new Case(clean(94, 93.1), clean(94, 92.9)));
        cases.put("C2.3s", new Case(much(38, 36, 27), much(36, 38, 27)));
        cases.put("C2.4s", new Case(spread(29, 28.9), spread(29, 29)));
        cases.put("C2.5s", new Case(similar(79, 82.1, 82.1), similar(79, 84, 81.9)));
        cases.put(
                "C2.5n",
                new Case(
                        tested(small("asym-40", Ways.CE), 79, small("asym-40", Ways.MAE), 72),
                        tested(small("asym-40", Ways.CE), 79, small("asym-40", Ways.MAE), 79)));
        cases.put("C2.6", new Case(others(1.1, 1.1, 1.1), others(9, 9, 0.9)));
        cases.put("C2.7", new Case(sums(3.6, 2.5), sums(3.601, 2.5)));
        cases.put("C2.8", new Case(losses(78.1), losses(77.9)));
        cases.put("C2.1", new Case(cifar("sym-40", 78, 83.1), cifar("sym-40", 78, 82.9)));
        cases.put("C2.2", new Case(cifar(Ways.CLEAN, 89, 89.9), cifar(Ways.CLEAN, 89, 90.1)));
        cases.put(
                "C2.3",
                new Case(
                        tested("cifar10-sym-80-sl", 53, "cifar10-sym-80-gce", 40, "cifar10-sym-80-ce", 34),
                        tested("cifar10-sym-80-sl", 53, "cifar10-sym-80-gce", 33, "cifar10-sym-80-ce", 34)));
        cases.put(
                "C2.4",
                new Case(
                        Made.ends(PAPER, SmallClaims.SPREAD, "cifar10-sym-40-ce", 40, "cifar10-sym-40-sl", 30),
                        Made.ends(PAPER, SmallClaims.SPREAD, "cifar10-sym-40-ce", 30, "cifar10-sym-40-sl", 40)));
        cases.put("C2.5", new Case(cifar("asym-40", 78.5, 80.6), cifar("asym-40", 78.5, 82)));
        return cases;
    }

    private static Results tested(Object... armsAndPercents) {
        return Made.ends(PAPER, TEST, armsAndPercents);
    }

    private static Results half(double ce, double sl) {
        return tested(small("sym-50", Ways.CE), ce, small("sym-50", Ways.SL), sl);
    }

    private static Results memorised(double ce, double sl) {
        return Made.ends(PAPER, MEMORISED, small("sym-50", Ways.CE), ce, small("sym-50", Ways.SL), sl);
    }

    private static Results clean(double ce, double sl) {
        return tested(small(Ways.CLEAN, Ways.CE), ce, small(Ways.CLEAN, Ways.SL), sl);
    }

    private static Results much(double sl, double gce, double ce) {
        return tested(small("sym-80", Ways.SL), sl, small("sym-80", Ways.GCE), gce, small("sym-80", Ways.CE), ce);
    }

    private static Results spread(double ce, double sl) {
        return Made.ends(PAPER, SmallClaims.SPREAD, small("sym-40", Ways.CE), ce, small("sym-40", Ways.SL), sl);
    }

    private static Results similar(double ce, double sl, double gce) {
        return tested(small("asym-40", Ways.CE), ce, small("asym-40", Ways.SL), sl, small("asym-40", Ways.GCE), gce);
    }

    private static Results others(double soft, double hard, double forward) {
        return tested(
                small("sym-50", Ways.SOFT),
                71,
                small("sym-50", Ways.with(Ways.SOFT)),
                71 + soft,
                small("sym-50", Ways.HARD),
                76,
                small("sym-50", Ways.with(Ways.HARD)),
                76 + hard,
                small("sym-50", Ways.FORWARD),
                79,
                small("sym-50", Ways.with(Ways.FORWARD)),
                79 + forward);
    }

    private static Results losses(double gce) {
        return tested(
                small("sym-50", Ways.CE), 70,
                small("sym-50", Ways.SL_CODE), 85,
                small("sym-50", Ways.GCE), gce,
                small("sym-50", Ways.MAE), 86,
                small("sym-50", Ways.RCE), 86);
    }

    private static Results cifar(String noise, double ce, double sl) {
        return tested(Published.arm(noise, Ways.CE), ce, Published.arm(noise, Ways.SL), sl);
    }

    private static Results sums(double rce, double ce) {
        return Made.results(Identity.recipes().stream()
                .map(recipe ->
                        Made.of(recipe).reading("loss.train", recipe.name().endsWith("-" + Ways.RCE) ? rce : ce))
                .toArray(Made[]::new));
    }

    @Test
    void theControlWithCrossEntropyCanFailToo() {
        assertThat(Identity.claim().check().of(sums(3.6, 2.31)).verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void onlyTheLastFiveEpochsCount() {
        Results results = Made.results(
                Made.arm(PAPER, small("sym-50", Ways.CE)).percents(TEST, 90, 70, 70, 70, 70, 70),
                Made.arm(PAPER, small("sym-50", Ways.SL)).percents(TEST, 0, 80, 80, 80, 80, 80));
        Claim claim = SmallClaims.claims().get(0);
        assertThat(claim.check().of(results).observed()).contains("gain, points 10");
    }

    @Test
    void thePaperScaleAddsCifar10() {
        assertThat(Published.recipes()).hasSize(8 * 3);
    }

    @Test
    void noiseIsAsItsNameSays() {
        assertThat(Made.recipe(PAPER, "mnist-sym-80-ce").corruptedShare()).isEqualTo(0.8);
        assertThat(Made.recipe(PAPER, "mnist-clean-ce").noise()).isEmpty();
        assertThat(Made.recipe(PAPER, "mnist-asym-40-ce").noise().get(0).toString())
                .contains("rate=0.4", "map=MNIST");
        assertThat(Made.recipe(PAPER, "cifar10-asym-20-ce").noise().get(0).toString())
                .contains("rate=0.2", "map=CIFAR10");
    }

    @Test
    void aMethodWithSlKeepsTheMethodAndChangesTheLoss() {
        Recipe plain = Made.recipe(PAPER, small("sym-50", Ways.FORWARD));
        Recipe robust = Made.recipe(PAPER, small("sym-50", Ways.with(Ways.FORWARD)));
        assertThat(robust.methods()).isEqualTo(plain.methods()).hasSize(1);
        assertThat(robust.loss())
                .isEqualTo(Made.recipe(PAPER, small("sym-50", Ways.SL)).loss())
                .isNotEqualTo(plain.loss());
    }

    @Test
    void curvesRunOverEpochsAndCarryTheSpread() {
        Recipe recipe = Made.recipe(PAPER, small("sym-50", Ways.CE));
        Results results = Made.results(
                Made.of(recipe).percents(TEST, 10, 80, 70),
                Made.of(recipe.withSeed(1)).percents(TEST, 12, 82, 74));
        var lines = (Lines) PAPER.sections(results).get(0).figures().get(0);
        assertThat(lines.x().label()).isEqualTo("epochs");
        assertThat(lines.series()).hasSize(1);
        assertThat(lines.series().get(0).x()).containsExactly(0.0, 20.0, 40.0);
        assertThat(lines.series().get(0).y().get(2)).isCloseTo(72, within(1e-9));
        assertThat(lines.series().get(0).high().get(2)).isCloseTo(74, within(1e-9));
    }

    @Test
    void barsLeaveAGapWhereAnArmWasNotRun() {
        var bars = (Bars) PAPER.sections(half(70, 80)).stream()
                .filter(section -> section.title().equals("At the end"))
                .findFirst()
                .orElseThrow()
                .figures()
                .get(0);
        assertThat(bars.categories()).containsExactly("clean", "sym-40", "sym-50", "sym-80", "asym-40");
        assertThat(bars.series()).hasSize(2);
        assertThat(bars.series().get(1).values().get(2)).isCloseTo(80, within(1e-9));
        assertThat(bars.series().get(1).values().get(0)).isNaN();
    }
}
