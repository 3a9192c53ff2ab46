package dev.rote.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.rote.runs.Recipe;
import dev.rote.runs.RunResult;
import dev.rote.runs.Series;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ArmsBesideEachOtherTest {

    /** One run per end, each at chance before its first step, at 0.99 after the next reading and at its end from then on. */
    private static List<RunResult> arm(String name, double... ends) {
        List<RunResult> runs = new ArrayList<>();
        for (double end : ends) {
            List<Double> values = new ArrayList<>(List.of(0.1, 0.99));
            IntStream.range(0, 10).forEach(i -> values.add(end));
            runs.add(run(name, runs.size(), Map.of(ArmMeasure.TEST, values)));
        }
        return runs;
    }

    private static RunResult run(String name, long seed, Map<String, List<Double>> readings) {
        Map<String, Series> series = new HashMap<>();
        readings.forEach((reading, values) -> series.put(
                reading,
                new Series(
                        LongStream.range(0, values.size())
                                .map(i -> 7 * i)
                                .boxed()
                                .toList(),
                        values)));
        return new RunResult(new Recipe().withName(name).withSeed(seed), series, Map.of());
    }

    private static Map<String, List<RunResult>> arms(List<List<RunResult>> runs) {
        Map<String, List<RunResult>> arms = new LinkedHashMap<>();
        runs.forEach(seeds -> arms.put(seeds.get(0).recipe().name(), seeds));
        return arms;
    }

    @Test
    void meansAndDeviationsPassOverWhatIsMissing() {
        OverSeeds three = OverSeeds.of(1, Double.NaN, 2, 6);
        assertThat(three.mean()).isEqualTo(3);
        assertThat(three.deviation()).isCloseTo(Math.sqrt(7), within(1e-15));
        assertThat(three.count()).isEqualTo(3);
        assertThat(OverSeeds.of(5)).isEqualTo(new OverSeeds(5, Double.NaN, 1));
        assertThat(OverSeeds.of(Double.NaN).known()).isFalse();
    }

    @Test
    void theTableHasWhatWasMeasured() {
        Comparison table = ArmCharts.table("t", "t", arms(List.of(arm("ce", 0.6, 0.8), arm("gce", 0.9, 0.9))));
        assertThat(table.rows()).containsExactly(new Comparison.Row("ce", 2), new Comparison.Row("gce", 2));
        assertThat(table.columns())
                .extracting(Comparison.Column::name)
                .containsExactly("best reading, %", "last 10 readings, %");
        assertThat(table.columns().get(0).note()).contains("chosen on clean test data");
        assertThat(table.columns().get(0).means()).containsExactly(99.0, 99.0);
        Comparison.Column last = table.columns().get(1);
        assertThat(last.means().get(0)).isCloseTo(70, within(1e-9));
        assertThat(last.deviations().get(0)).isCloseTo(Math.sqrt(200), within(1e-9));
        assertThat(last.best(0)).isFalse();
        assertThat(last.best(1)).isTrue();
    }

    @Test
    void whatMethodsTellOfThemselvesIsReadWithAndWithoutTheirNames() {
        RunResult run = run(
                "a", 0, Map.of("label-precision", List.of(0.2, 0.9), "selfie.correction-error", List.of(0.5, 0.25)));
        assertThat(ArmMeasure.LABEL_PRECISION.over(List.of(run)).mean()).isEqualTo(0.9);
        assertThat(ArmMeasure.CORRECTION_ERROR.over(List.of(run)).mean()).isEqualTo(0.25);
        assertThat(ArmMeasure.LABEL_RECALL.over(List.of(run)).known()).isFalse();
    }

    @Test
    void theUntrainedNetIsNoEpoch() {
        RunResult short3 = run("a", 0, Map.of(ArmMeasure.TEST, List.of(0.9, 0.2, 0.4)));
        assertThat(ArmMeasure.BEST.over(List.of(short3)).mean()).isEqualTo(0.4);
        assertThat(ArmMeasure.LAST.over(List.of(short3)).mean()).isCloseTo(0.3, within(1e-15));
    }

    @Test
    void anArmWithoutAValueAndALoneArmAreNotTheBest() {
        Comparison.Column lower = Comparison.Column.of(
                "c", "", 1, Comparison.Better.LOWER, List.of(OverSeeds.of(2), OverSeeds.of(), OverSeeds.of(1)));
        assertThat(lower.best(0)).isFalse();
        assertThat(lower.best(1)).isFalse();
        assertThat(lower.best(2)).isTrue();
        Comparison.Column lone =
                Comparison.Column.of("c", "", 1, Comparison.Better.HIGHER, List.of(OverSeeds.of(2), OverSeeds.of()));
        assertThat(lone.best(0)).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Comparison("f", "t", "", "arm", List.of(), List.of(lone)))
                .withMessage("means of column c must be 0 values, were 2");
    }

    @Test
    void eightCurvesToAChart() {
        List<List<RunResult>> nine =
                IntStream.range(0, 9).mapToObj(i -> arm("arm" + i, 0.5, 0.7)).toList();
        List<Figure> charts = ArmCharts.curves("c", arms(nine));
        assertThat(charts)
                .extracting(Figure::title)
                .containsExactly(
                        "Test accuracy while training, arms 1 to 8", "Test accuracy while training, arms 9 to 9");
        Lines.Series curve = ((Lines) charts.get(1)).series().get(0);
        assertThat(curve.name()).isEqualTo("arm8");
        assertThat(curve.low().get(11)).isEqualTo(50);
        assertThat(curve.high().get(11)).isEqualTo(70);
    }

    @Test
    void barsCarryTheRangeOfTheSeeds() {
        Bars bars = (Bars) ArmCharts.bars("b", arms(List.of(arm("ce", 0.5, 0.75), arm("gce", 0.25))))
                .orElseThrow();
        assertThat(bars.categories()).containsExactly("ce", "gce");
        assertThat(bars.series().get(0))
                .isEqualTo(Bars.Values.of("last 10 readings", 62.5, 25)
                        .spread(new double[] {50, 25}, new double[] {75, 25}));
        assertThat(bars.caption()).contains("1 to 2 seeds");
        assertThat(ArmCharts.bars("b", arms(List.of(List.of(run("none", 0, Map.of()))))))
                .isEmpty();
    }

    @Test
    void aClearLeadIsALead() {
        Lead lead = new Lead(arms(List.of(arm("ce", 0.60, 0.62), arm("gce", 0.90, 0.92), arm("sce", 0.91, 0.90))));
        assertThat(lead.leader()).hasValue("gce");
        assertThat(lead.sentence())
                .isEqualTo(
                        "gce has the highest mean of the last 10 readings, 91.0 ± 1.4 %, 30.0 percentage points above ce, the"
                                + " first arm (61.0 ± 1.4 %). Within one standard deviation of it, and so not told apart by these seeds:"
                                + " sce.");
    }

    @Test
    void aLeadWithinTheSpreadMayBeChance() {
        assertThat(new Lead(arms(List.of(arm("ce", 0.6, 0.8), arm("gce", 0.7, 0.8)))).sentence())
                .endsWith(
                        "5.0 percentage points above ce, the first arm (70.0 ± 14.1 %); that lead is within one standard"
                                + " deviation over seeds and may be chance.");
    }

    @Test
    void oneSeedShowsNothingOfChance() {
        assertThat(new Lead(arms(List.of(arm("ce", 0.6), arm("gce", 0.7)))).sentence())
                .contains("70.0 %, 10.0 percentage points above ce")
                .endsWith("Some arms have one seed only, so what is chance is not known.")
                .doesNotContain("±");
    }

    @Test
    void theFirstArmMayLeadAndMayBeMissing() {
        assertThat(new Lead(arms(List.of(arm("ce", 0.9, 0.9), arm("gce", 0.7, 0.7)))).sentence())
                .isEqualTo(
                        "ce has the highest mean of the last 10 readings, 90.0 ± 0.0 %, so no arm is above this first one.");
        List<RunResult> none = List.of(run("none", 0, Map.of()));
        assertThat(new Lead(arms(List.of(none, arm("gce", 0.7, 0.7)))).sentence())
                .endsWith("70.0 ± 0.0 %; none, the first arm, measured none.");
        assertThat(new Lead(arms(List.of(none))).sentence()).isEqualTo("No arm measured test accuracy.");
    }

    @Test
    void seedsOfARecipeShareTheirCharts() {
        RunResult one = run("a", 0, Map.of("loss.train", List.of(1.0, 3.0), "other", List.of(1.0, 2.0)));
        RunResult two = run("a", 1, Map.of("loss.train", List.of(3.0, 5.0)));
        List<Figure> charts = RunCharts.readings("r", List.of(one, two));
        assertThat(charts).extracting(Figure::title).containsExactly("loss");
        Lines.Series curve = ((Lines) charts.get(0)).series().get(0);
        assertThat(curve.y()).containsExactly(2.0, 4.0);
        assertThat(curve.low()).containsExactly(1.0, 3.0);
        assertThat(curve.high()).containsExactly(3.0, 5.0);
    }
}
