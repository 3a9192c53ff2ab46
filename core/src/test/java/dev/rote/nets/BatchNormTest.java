package dev.rote.nets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchNormTest {

    private final Map<String, Tensor> parameters = new HashMap<>();
    private final Map<String, Tensor> buffers = new HashMap<>();

    private BatchNorm norm(int width) {
        return new BatchNorm("n", width, Place.FLOAT64, parameters, buffers);
    }

    private double buffer(String name) {
        return buffers.get("n." + name).item();
    }

    @Test
    void followsTheDefinition() {
        try (Scope scope = Scope.open()) {
            BatchNorm norm = norm(1);
            parameters.get("n.weight").detach().fill_(3);
            parameters.get("n.bias").detach().fill_(0.5);
            Tensor rows = Place.FLOAT64.of(new double[] {1, 2, 6}, 3, 1); // mean 3, variance 14/3, unbiased 7
            double[] byBatch = {0, 0, 0};
            double[] atStart = {0, 0, 0};
            double[] moved = {0, 0, 0};
            for (int i = 0; i < 3; i++) {
                double x = new double[] {1, 2, 6}[i];
                byBatch[i] = 3 * (x - 3) / Math.sqrt(14.0 / 3 + 1e-5) + 0.5;
                atStart[i] = 3 * x / Math.sqrt(1 + 1e-5) + 0.5;
                moved[i] = 3 * (x - 0.3) / Math.sqrt(1.6 + 1e-5) + 0.5;
            }
            assertThat(norm.apply(rows, Mode.EVAL).toDoubles()).containsExactly(atStart, within(1e-12));
            assertThat(norm.apply(rows, Mode.FROZEN).toDoubles()).containsExactly(byBatch, within(1e-12));
            assertThat(buffer("running_mean")).isZero();
            assertThat(norm.apply(rows, Mode.TRAIN).toDoubles()).containsExactly(byBatch, within(1e-12));
            assertThat(buffer("running_mean")).isCloseTo(0.3, within(1e-12));
            assertThat(buffer("running_var")).isCloseTo(0.9 + 0.7, within(1e-12));
            assertThat(norm.apply(rows, Mode.EVAL).toDoubles()).containsExactly(moved, within(1e-12));
        }
    }

    @Test
    void oneValueAloneMovesNothing() {
        try (Scope scope = Scope.open()) {
            BatchNorm norm = norm(1);
            Tensor alone = norm.apply(Place.FLOAT64.full(7, 1, 1), Mode.TRAIN);
            assertThat(alone.item()).isZero();
            assertThat(buffer("running_mean")).isZero();
            assertThat(buffer("running_var")).isEqualTo(1);
            norm.apply(Place.FLOAT64.full(7, 1, 1, 2, 1), Mode.TRAIN); // two pixels are two values
            assertThat(buffer("running_mean")).isCloseTo(0.7, within(1e-12));
        }
    }
}
