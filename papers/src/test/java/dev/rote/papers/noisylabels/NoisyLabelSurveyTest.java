package dev.rote.papers.noisylabels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.claims.Bars;
import dev.rote.claims.Claim;
import dev.rote.claims.HeatMap;
import dev.rote.claims.Lines;
import dev.rote.claims.Report;
import dev.rote.claims.Scale;
import dev.rote.data.prepare.HoldOut;
import dev.rote.nets.Twins;
import dev.rote.runs.Combination;
import dev.rote.runs.Recipe;
import dev.rote.runs.Results;
import dev.rote.runs.RunResult;
import dev.rote.train.PairMethod;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoisyLabelSurveyTest {

    private final NoisyLabelSurvey paper = new NoisyLabelSurvey();

    @ParameterizedTest
    @EnumSource(Scale.class)
    void recipesHaveOneNameAndSeedEachAndCanBeCombined(Scale scale) {
        List<Recipe> recipes = paper.recipes(scale, 3);
        assertThat(recipes.stream().map(recipe -> recipe.name() + " " + recipe.seed()))
                .doesNotHaveDuplicates();
        assertThat(recipes).allSatisfy(Combination::check);
        assertThat(recipes)
                .allSatisfy(recipe -> assertThat(recipe.net() instanceof Twins)
                        .isEqualTo(recipe.methods().stream().anyMatch(PairMethod.class::isInstance)));
    }

    @Test
    void everyScaleHasTheArmsOfTheDesk() {
        assertThat(names(Scale.SMOKE)).isEqualTo(names(Scale.DESK));
        assertThat(names(Scale.PAPER)).containsAll(names(Scale.DESK));
    }

    @Test
    void armsOfOneNoiseSeeTheSameImages() {
        for (Recipe recipe : paper.recipes(Scale.DESK, 1)) {
            Recipe others = recipe.but()
                    .prepare(recipe.prepare().stream()
                            .filter(step -> !(step instanceof HoldOut))
                            .toArray(dev.rote.data.Preparation[]::new))
                    .recipe();
            assertThat(others.prepare())
                    .as(recipe.name())
                    .isEqualTo(paper.recipes(Scale.DESK, 1).get(0).prepare());
        }
    }

    private Set<String> names(Scale scale) {
        return paper.recipes(scale, 1).stream().map(Recipe::name).collect(Collectors.toSet());
    }

    @Test
    void everySentenceNamesKnownClaimsAndEveryClaimHasItsSentence() {
        Set<String> ids = paper.claims(Scale.DESK).stream().map(Claim::id).collect(Collectors.toSet());
        Set<String> named = paper.sentences().stream()
                .flatMap(sentence -> sentence.claimIds().stream())
                .collect(Collectors.toSet());
        assertThat(named).isEqualTo(ids);
    }

    @Test
    void chartsLeaveOutWhatWasNotRun() {
        assertThat(paper.sections(new Results(List.of(), List.of()))).isEmpty();
        Results one = Made.results(Made.arm("sym-80-gce").test(60, 50).percents(Look.MEMORISED, 3, 4));
        List<Report.Section> sections = paper.sections(one);
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
        RunResult run = Made.arm("asym-40-elr").percents(Look.TEST, 10, 80).run();
        RunResult low = Made.arm("asym-40-elr").percents(Look.TEST, 10, 70).run();
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
        Results early = Made.results(Made.arm("sym-80-early")
                .values("noise.wrong", 0.8)
                .values("noise-rate.anchors", 0.7)
                .values("noise-rate.gaussian-mixture", 0.6)
                .values("noise-rate.beta-mixture", 0.5));
        List<Report.Section> sections = paper.sections(early);
        var bars = (Bars) sections.get(0).figures().get(0);
        assertThat(bars.categories()).containsExactly("symmetric 80 %");
        assertThat(bars.series())
                .extracting(values -> values.values().get(0))
                .containsExactly(80.0, 70.0, 60.0, 50.0, Double.NaN);
    }
}
