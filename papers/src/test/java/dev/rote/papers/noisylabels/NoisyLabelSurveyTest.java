package dev.rote.papers.noisylabels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.claims.Bars;
import dev.rote.claims.HeatMap;
import dev.rote.claims.Lines;
import dev.rote.claims.Paper;
import dev.rote.claims.Report;
import dev.rote.claims.Scale;
import dev.rote.claims.Verdict;
import dev.rote.data.prepare.HoldOut;
import dev.rote.nets.Twins;
import dev.rote.papers.Made;
import dev.rote.papers.PaperContract;
import dev.rote.papers.images.Readings;
import dev.rote.runs.Recipe;
import dev.rote.runs.Results;
import dev.rote.runs.RunResult;
import dev.rote.train.PairMethod;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoisyLabelSurveyTest implements PaperContract {

    private static final Paper PAPER = new NoisyLabelSurvey();

    @Override
    public Paper paper() {
        return PAPER;
    }

    @Override
    public Map<String, Case> cases() {
        return Cases.all();
    }

    @Test
    void theOrderNeedsElrToBeAtLeastAsGoodAsJocor() {
        Results elrBehind = Made.results(
                Cases.arm("sym-50-elr").test(86.9),
                Cases.arm("sym-50-jocor-0.9").test(87),
                Cases.arm("sym-50-co-teaching").test(84));
        assertThat(verdict("S50-ORDER", elrBehind)).isEqualTo(Verdict.FAILED);
    }

    @Test
    void theBestEpochMayNotBeFarAboveEither() {
        Results holds = cases().get("S50-BEST").holds();
        Results above = new Results(
                holds.runs().stream()
                        .map(run -> run.recipe().name().equals("sym-50-elr")
                                ? Cases.arm("sym-50-elr").test(90.1, 70).run()
                                : run)
                        .toList(),
                List.of());
        assertThat(verdict("S50-BEST", above)).isEqualTo(Verdict.FAILED);
    }

    @ParameterizedTest
    @EnumSource(Scale.class)
    void methodsOnTwoNetsAreGivenTwo(Scale scale) {
        assertThat(PAPER.recipes(scale, 3))
                .allSatisfy(recipe -> assertThat(recipe.net() instanceof Twins)
                        .isEqualTo(recipe.methods().stream().anyMatch(PairMethod.class::isInstance)));
    }

    @Test
    void armsOfOneNoiseSeeTheSameImages() {
        for (Recipe recipe : PAPER.recipes(Scale.DESK, 1)) {
            Recipe others = recipe.but()
                    .prepare(recipe.prepare().stream()
                            .filter(step -> !(step instanceof HoldOut))
                            .toArray(dev.rote.data.Preparation[]::new))
                    .recipe();
            assertThat(others.prepare())
                    .as(recipe.name())
                    .isEqualTo(PAPER.recipes(Scale.DESK, 1).get(0).prepare());
        }
    }

    @Test
    void chartsShowWhatWasRun() {
        Results one = Made.results(Cases.arm("sym-80-gce").test(60, 50).percents(Readings.MEMORISED, 3, 4));
        List<Report.Section> sections = PAPER.sections(one);
        assertThat(sections)
                .extracting(Report.Section::title)
                .containsExactly("Methods under four kinds of noise", "Last epochs and best epoch");
        var map = (HeatMap) sections.get(0).figures().get(0);
        assertThat(map.yTicks()).containsExactly("GCE");
        assertThat(map.cells().get(0)).containsExactly(Double.NaN, Double.NaN, 50.0, Double.NaN);
        var bars = (Bars) sections.get(1).figures().get(0);
        assertThat(bars.series()).extracting(values -> values.values().get(0)).containsExactly(50.0, 60.0);
    }

    @Test
    void curvesCarryTheSpread() {
        RunResult run = Cases.arm("asym-40-elr").percents(Readings.TEST, 10, 80).run();
        RunResult low = Cases.arm("asym-40-elr").percents(Readings.TEST, 10, 70).run();
        RunResult other = new RunResult(low.recipe().withSeed(1), low.readings(), low.tables());
        var lines = (Lines)
                CurveCharts.figures(new Results(List.of(run, other), List.of())).get(0);
        assertThat(lines.id()).isEqualTo("curves-asym-40");
        assertThat(lines.series().get(0).y()).containsExactly(10.0, 75.0);
        assertThat(lines.series().get(0).low()).containsExactly(10.0, 70.0);
        assertThat(lines.series().get(0).high()).containsExactly(10.0, 80.0);
    }

    @Test
    void estimatedRatesStandBesideWhatIsWrong() {
        Results early = Made.results(Cases.arm("sym-80-early")
                .reading("noise.wrong", 0.8)
                .reading("noise-rate.anchors", 0.7)
                .reading("noise-rate.gaussian-mixture", 0.6)
                .reading("noise-rate.beta-mixture", 0.5));
        List<Report.Section> sections = PAPER.sections(early);
        var bars = (Bars) sections.get(0).figures().get(0);
        assertThat(bars.categories()).containsExactly("symmetric 80 %");
        assertThat(bars.series())
                .extracting(values -> values.values().get(0))
                .containsExactly(80.0, 70.0, 60.0, 50.0, Double.NaN);
    }
}
