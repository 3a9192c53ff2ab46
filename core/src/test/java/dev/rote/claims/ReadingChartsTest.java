package dev.rote.claims;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.runs.Recipe;
import dev.rote.runs.Results;
import dev.rote.runs.RunResult;
import dev.rote.runs.Series;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadingChartsTest {

    private static final Map<String, String> ARMS = new LinkedHashMap<>();

    static {
        ARMS.put("b", "second");
        ARMS.put("missing", "not run");
        ARMS.put("a", "first");
    }

    private static RunResult run(String name, long seed, double... values) {
        List<Long> steps = List.of(0L, 10L);
        Series series = new Series(steps, List.of(values[0], values[1]));
        return new RunResult(new Recipe().withName(name).withSeed(seed), Map.of("x", series), Map.of());
    }

    private static final Results RESULTS =
            new Results(List.of(run("a", 0, 1, 2), run("a", 1, 3, 6), run("b", 0, 5, 7)), List.of());

    @Test
    void curvesAreMeansWithTheirRangeInTheOrderOfTheArms() {
        Lines lines = (Lines) ReadingCharts.curves("id", "title", RESULTS, ARMS, "x", 10, Axis.linear("y"))
                .orElseThrow();
        assertThat(lines.series()).extracting(Lines.Series::name).containsExactly("second", "first");
        Lines.Series first = lines.series().get(1);
        assertThat(first.x()).containsExactly(0.0, 10.0);
        assertThat(first.y()).containsExactly(20.0, 40.0);
        assertThat(first.low()).containsExactly(10.0, 20.0);
        assertThat(first.high()).containsExactly(30.0, 60.0);
        assertThat(lines.series().get(0).low()).isEmpty();
        assertThat(lines.caption()).contains("2 seeds");
    }

    @Test
    void barsAreMeansAndLeaveAPlaceWhereNothingWasMeasured() {
        Bars bars = (Bars) ReadingCharts.bars(
                        "id",
                        "title",
                        RESULTS,
                        ARMS,
                        Axis.linear("y"),
                        Map.of("end", run -> run.last("x"), "other", run -> run.last("nothing")))
                .orElseThrow();
        assertThat(bars.categories()).containsExactly("second", "first");
        for (Bars.Values values : bars.series()) {
            if (values.name().equals("end")) {
                assertThat(values.values()).containsExactly(7.0, 4.0);
                assertThat(values.low()).containsExactly(7.0, 2.0);
                assertThat(values.high()).containsExactly(7.0, 6.0);
            } else {
                assertThat(values.values()).containsOnly(Double.NaN);
            }
        }
    }

    @Test
    void epochsAreStepsWhereARecipeCountsThose() {
        Lines steps = (Lines)
                ReadingCharts.epochs("id", "title", RESULTS, ARMS, ReadingCharts.times("x", 1), Axis.linear("y"))
                        .orElseThrow();
        assertThat(steps.x().label()).isEqualTo("steps");
        assertThat(steps.series().get(0).x()).containsExactly(0.0, 10.0);
        RunResult run = run("a", 0, 1, 2);
        RunResult counted = new RunResult(run.recipe().but().epochs(4).recipe(), run.readings(), Map.of());
        Lines epochs = (Lines) ReadingCharts.epochs(
                        "id",
                        "title",
                        new Results(List.of(counted), List.of()),
                        ARMS,
                        ReadingCharts.times("x", 1),
                        Axis.linear("y"))
                .orElseThrow();
        assertThat(epochs.x().label()).isEqualTo("epochs");
        assertThat(epochs.series().get(0).x()).containsExactly(0.0, 4.0);
    }

    @Test
    void groupsLeaveAPlaceWhereAnArmWasNotRunAndLeaveOutWaysWithoutAny() {
        Map<String, List<String>> ways = new LinkedHashMap<>();
        ways.put("some", List.of("a", "missing"));
        ways.put("none", List.of("missing", "missing"));
        Bars bars = (Bars) ReadingCharts.groups(
                        "id", "title", RESULTS, "set", List.of("one", "two"), ways, Axis.linear("y"), r -> r.last("x"))
                .orElseThrow();
        assertThat(bars.series()).extracting(Bars.Values::name).containsExactly("some");
        assertThat(bars.series().get(0).values()).containsExactly(4.0, Double.NaN);
        assertThat(bars.series().get(0).low()).containsExactly(2.0, Double.NaN);
        assertThat(bars.series().get(0).high()).containsExactly(6.0, Double.NaN);
    }

    @Test
    void chartsAndSectionsOfNothingAreAbsent() {
        Results none = new Results(List.of(), List.of());
        assertThat(ReadingCharts.curves("id", "title", none, ARMS, "x", 1, Axis.linear("y")))
                .isEmpty();
        assertThat(ReadingCharts.curves("id", "title", RESULTS, ARMS, "nothing", 1, Axis.linear("y")))
                .isEmpty();
        assertThat(ReadingCharts.bars("id", "title", none, ARMS, Axis.linear("y"), Map.of()))
                .isEmpty();
        assertThat(ReadingCharts.section("title", "prose", List.of(java.util.Optional.empty())))
                .isEmpty();
    }
}
