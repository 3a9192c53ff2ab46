package dev.rote.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.measures.NoiseRate.Estimator;
import dev.rote.tensor.Seeds;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NoiseRateTest {

    @Nested
    class ByMixture implements MeasureContract {
        @Override
        public Measure measure() {
            return new NoiseRate();
        }

        @Override
        public Measure again() {
            return new NoiseRate(Estimator.GAUSSIAN_MIXTURE, 100);
        }

        @Override
        public List<String> refuses() {
            return List.of();
        }
    }

    @Nested
    class ByBetas implements MeasureContract {
        @Override
        public Measure measure() {
            return new NoiseRate(Estimator.BETA_MIXTURE, 20);
        }

        @Override
        public Measure again() {
            return new NoiseRate(Estimator.BETA_MIXTURE, 20);
        }

        @Override
        public List<String> refuses() {
            return List.of();
        }
    }

    @Nested
    class ByAnchors implements MeasureContract {
        @Override
        public Measure measure() {
            return new NoiseRate(Estimator.ANCHORS, 20);
        }

        @Override
        public Measure again() {
            return new NoiseRate(Estimator.ANCHORS, 20);
        }

        @Override
        public List<String> refuses() {
            return List.of();
        }
    }

    /** Outputs that know the true class of 400 points to some degree; every fourth is labelled with the other one. */
    private static Points points(double certainty) {
        Seeds seeds = new Seeds(9);
        double[][] outputs = new double[400][2];
        long[] labels = new long[400];
        for (int i = 0; i < 400; i++) {
            int truth = i % 2;
            outputs[i][truth] = certainty + 0.3 * seeds.gaussian(i);
            labels[i] = i % 8 < 2 ? 1 - truth : truth;
        }
        return Points.outputs(outputs, labels);
    }

    @Test
    void aModelThatKnowsTheRuleTellsTheRate() {
        assertThat(points(4).take(new NoiseRate())).isCloseTo(0.25, within(0.005));
        assertThat(points(4).take(new NoiseRate(Estimator.BETA_MIXTURE, 20))).isCloseTo(0.25, within(0.005));
        // Calibrated to the noise, p = 3/4 for the true class: softmax(log 3, 0).
        assertThat(points(Math.log(3)).take(new NoiseRate(Estimator.ANCHORS, 20)))
                .isBetween(0.12, 0.25);
    }

    @Test
    void wrongValuesAreNamed() {
        assertThatThrownBy(() -> new NoiseRate(Estimator.ANCHORS, 1)).hasMessage("samples must be at least 2, was 1");
    }
}
