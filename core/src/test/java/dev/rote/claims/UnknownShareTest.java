package dev.rote.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.data.ModularArithmetic;
import dev.rote.noise.AsymmetricNoise;
import dev.rote.noise.Noise;
import dev.rote.noise.SymmetricNoise;
import dev.rote.runs.Recipe;
import dev.rote.runs.RunResult;
import dev.rote.runs.Series;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where only the data can tell how many labels are wrong, no phase is told. */
class UnknownShareTest {

    private static RunResult run(Noise noise) {
        Series good = new Series(List.of(0L, 10L), List.of(0.0, 1.0));
        return new RunResult(
                new Recipe().withData(new ModularArithmetic(), noise),
                Map.of("accuracy.train", good, "accuracy.test", good),
                Map.of());
    }

    @Test
    void aCurveHasNoPhasesBehindIt() {
        assertThat(run(new AsymmetricNoise()).recipe().corruptedShare()).isNaN();
        Lines told = (Lines) RunCharts.accuracies("id", "title", List.of(run(new SymmetricNoise())))
                .orElseThrow();
        Lines untold = (Lines) RunCharts.accuracies("id", "title", List.of(run(new AsymmetricNoise())))
                .orElseThrow();
        assertThat(told.spans()).isNotEmpty();
        assertThat(untold.spans()).isEmpty();
        assertThat(untold.series()).isEqualTo(told.series());
    }

    @Test
    void aMapLeavesTheRunOut() {
        HeatMap map = PhaseMap.of(
                "id",
                "title",
                List.of(run(new SymmetricNoise()), run(new AsymmetricNoise())),
                run -> 0.5,
                run -> run.recipe().corruptedShare());
        assertThat(map.yTicks()).containsExactly("0.35");
        assertThat(map.cells()).containsExactly(List.of((double) Phase.COEXISTENCE.ordinal()));
    }

    @Test
    void aPhaseOfAnUnknownShareIsRefused() {
        assertThatThrownBy(() -> Phase.of(1, 1, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("corrupted must be in [0, 1], was NaN");
    }
}
