package dev.rote.nets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropoutTest {

    private static Forward how(Mode mode, long seed, long... ids) {
        return new Forward(mode, Hook.NONE, new Seeds(seed), ids);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 0.5, 0.9})
    void dropsAtItsRateAndKeepsTheMean(double rate) {
        int rows = 2000;
        int width = 50;
        try (Scope scope = Scope.open()) {
            Tensor dropped = new Dropout(rate)
                    .apply(
                            Place.FLOAT32.full(1, rows, width),
                            how(Mode.TRAIN, 3, LongStream.range(0, rows).toArray()),
                            "hidden");
            double zeros = dropped.eq(0).to(Place.FLOAT64.dtype()).mean().item();
            double deviation = Math.sqrt(rate * (1 - rate) / (rows * width));
            assertThat(zeros).isCloseTo(rate, within(4 * deviation));
            assertThat(dropped.mean().item()).isCloseTo(1, within(4 * deviation / (1 - rate)));
            double[] byColumn =
                    dropped.eq(0).to(Place.FLOAT64.dtype()).mean(0, false).toDoubles();
            for (double share : byColumn) {
                assertThat(share).isCloseTo(rate, within(5 * Math.sqrt(rate * (1 - rate) / rows)));
            }
        }
    }

    @Test
    void masksBelongToExamplesLayersAndSources() {
        try (Scope scope = Scope.open()) {
            Dropout dropout = new Dropout(0.5);
            Tensor ones = Place.FLOAT32.full(1, 2, 64);
            Tensor masks = dropout.apply(ones, how(Mode.TRAIN, 1, 10, 20), "hidden");
            Tensor swapped = dropout.apply(ones, how(Mode.FROZEN, 1, 20, 10), "hidden");
            assertThat(swapped.select(0, 1).toFloats())
                    .containsExactly(masks.select(0, 0).toFloats());
            assertThat(masks.select(0, 0).toFloats())
                    .isNotEqualTo(masks.select(0, 1).toFloats());
            assertThat(dropout.apply(ones, how(Mode.TRAIN, 1, 10, 20), "other").toFloats())
                    .isNotEqualTo(masks.toFloats());
            assertThat(dropout.apply(ones, how(Mode.TRAIN, 2, 10, 20), "hidden").toFloats())
                    .isNotEqualTo(masks.toFloats());
        }
    }

    @Test
    void passesEverythingInEvaluationAndAtRateZero() {
        try (Scope scope = Scope.open()) {
            Tensor hidden = Place.FLOAT32.full(1, 2, 3);
            assertThat(new Dropout(0.5).apply(hidden, how(Mode.EVAL, 1, 0, 1), "hidden"))
                    .isSameAs(hidden);
            assertThat(new Dropout(0).apply(hidden, how(Mode.TRAIN, 1, 0, 1), "hidden"))
                    .isSameAs(hidden);
        }
    }

    @Test
    void keepsTheShapeOfWhatItDrops() {
        try (Scope scope = Scope.open()) {
            Tensor dropped = new Dropout(0.5).apply(Place.FLOAT64.full(1, 2, 3, 5), how(Mode.TRAIN, 1, 0, 1), "x");
            assertThat(dropped.shape()).containsExactly(2, 3, 5);
            assertThat(dropped.place()).isEqualTo(Place.FLOAT64);
        }
    }

    @Test
    void aRateOutsideItsRangeIsRefused() {
        assertThatThrownBy(() -> new Dropout(1)).hasMessage("dropout must be in [0, 1), was 1.0");
        assertThatThrownBy(() -> new Dropout(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
