package dev.rote.papers.grokornot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.claims.Evidence;
import dev.rote.claims.Figure;
import dev.rote.claims.Paper;
import dev.rote.claims.Report;
import dev.rote.claims.Scale;
import dev.rote.claims.Verdict;
import dev.rote.papers.PaperContract;
import dev.rote.runs.Results;
import dev.rote.runs.RunResult;
import dev.rote.runs.Series;
import dev.rote.runs.Workload;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrokOrNotTest implements PaperContract {

    private static final Paper PAPER = new GrokOrNot();

    @Override
    public Paper paper() {
        return PAPER;
    }

    @Override
    public Set<String> besideTheAbstract() {
        return Set.of("D9", "D16", "P53-4", "P53-5", "R4", "R6", "T5");
    }

    @Override
    public Map<String, Case> cases() {
        Map<String, Case> cases = new LinkedHashMap<>(Cases.main());
        cases.putAll(SideCases.side());
        return cases;
    }

    @Test
    void failsWhenOneSeedOfSeveralFails() {
        var good = Made.arm("decay-15").end(65, 100, 1, 100).run();
        var bad = Made.arm("decay-15").end(65, 100, 1, 90).run();
        var other = new dev.rote.runs.RunResult(bad.recipe().withSeed(1), bad.readings(), bad.tables());
        Evidence evidence = claim("D6b").check().of(new Results(List.of(good, other), List.of()));
        assertThat(evidence.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(evidence.perSeed()).hasSize(2);
        assertThat(evidence.observed()).contains("90 to 100");
    }

    @Test
    void thePaperScaleHasTheWholePhaseDiagrams() {
        long decay = PAPER.recipes(Scale.PAPER, 1).stream()
                .filter(recipe -> recipe.name().matches("grid-decay-.*"))
                .count();
        assertThat(decay).isEqualTo(1156);
    }

    @Test
    void longRunsComeFirst() {
        List<Double> work =
                PAPER.recipes(Scale.DESK, 3).stream().map(new Workload()::of).toList();
        assertThat(work).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void chartsShowWhatWasRun() {
        Results one = Made.results(Made.arm("decay-15").end(65, 100, 1, 100).neuronTable(Made.row(0.9, 1, 0)));
        List<Report.Section> sections = PAPER.sections(one);
        assertThat(sections)
                .extracting(Report.Section::title)
                .containsExactly("Learning curves and phases", "What the neurons became");
    }

    @Test
    void curvesCarryTheSpreadAndThePhases() {
        RunResult run = Made.arm("decay-15").end(65, 100, 1, 100).run();
        Series lower = new Series(List.of(0L, 1000L), List.of(0.01, 0.63));
        Map<String, Series> readings = new java.util.HashMap<>(run.readings());
        readings.put(Look.TRAIN, lower);
        RunResult other = new RunResult(run.recipe().withSeed(1), readings, run.tables());
        Figure figure =
                CurveCharts.figures(new Results(List.of(run, other), List.of())).get(0);
        var lines = (dev.rote.claims.Lines) figure;
        var train = lines.series().get(0);
        assertThat(train.y().get(1)).isCloseTo(64, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(train.low().get(1)).isCloseTo(63, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(train.high().get(1)).isCloseTo(65, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(new HashSet<>(lines.spans()))
                .extracting(dev.rote.claims.Lines.Span::name)
                .containsExactlyInAnyOrder("Neither", "Full Inversion");
    }

    @Test
    void phaseDiagramsPlaceCellsByAlphaAndXi() {
        Results table = SideCases.side().get("P53-1").holds();
        List<Figure> maps = PhaseCharts.diagrams(table);
        assertThat(maps).hasSize(2);
        var none = (dev.rote.claims.HeatMap) maps.get(0);
        assertThat(none.xTicks()).containsExactly("0.3", "0.5", "0.7", "0.9");
        assertThat(none.yTicks()).containsExactly("0.1", "0.25", "0.4", "0.6");
        assertThat(none.cells().get(0)).containsExactly(3.0, 3.0, 0.0, 0.0);
    }

    @Test
    void barsStandInTheOrderOfTheirNumbers() {
        Results small = Made.results(
                Made.arm("small-decay-10").end(75, 100, 2, 100),
                Made.arm("small-decay-5").end(95, 100, 81, 100),
                Made.arm("small-decay-0").end(100, 94, 100, 100));
        var bars = (dev.rote.claims.Bars) PhaseCharts.others(small).get(0);
        assertThat(bars.categories()).containsExactly("0", "5", "10");
    }
}
