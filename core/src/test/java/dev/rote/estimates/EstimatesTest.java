package dev.rote.estimates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.estimates.LossMixture.Shape;
import dev.rote.tensor.Seeds;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EstimatesTest {

    private static final double[][] T = {{0.7, 0.2, 0.1}, {0.1, 0.6, 0.3}, {0, 0.4, 0.6}};

    /** Posteriors of the noisy label, {@code s T}, of examples surer and surer of their class: s_y = 1 - u, u below 0.6. */
    private static double[][] posteriors(int n) {
        double[][] p = new double[n][3];
        for (int x = 0; x < n; x++) {
            int label = x % 3;
            double u = 0.6 * (x / 3) / (n / 3.0);
            for (int i = 0; i < 3; i++) {
                double s = i == label ? 1 - u : u / 2;
                for (int j = 0; j < 3; j++) {
                    p[x][j] += s * T[i][j];
                }
            }
        }
        return p;
    }

    @Test
    void anchorsOfAPerfectModelGiveTheMatrix() {
        double[][] estimate = AnchorPoints.estimate(posteriors(300), 100);
        for (int i = 0; i < 3; i++) {
            assertThat(estimate[i]).containsExactly(T[i], within(1e-12));
        }
        assertThat(AnchorPoints.noiseRate(posteriors(300), 100)).isBetween(0.3, 0.4);
    }

    @Test
    void rowsOfAnchorsSumToOne() {
        double[][] unscaled = {{2, 1}, {1, 3}};
        assertThat(AnchorPoints.estimate(unscaled, 100)).isDeepEqualTo(new double[][] {{2 / 3.0, 1 / 3.0}, {0.25, 0.75}
        });
    }

    @Test
    void theFilterPassesOverOutliers() {
        double[][] p = new double[100][];
        for (int x = 0; x < 100; x++) {
            p[x] = new double[] {x / 100.0, 1 - x / 100.0};
        }
        // Scores 0 to 0.99; rank ceil(0.97 * 99) = 97, and what is at or above it is passed over.
        assertThat(AnchorPoints.estimate(p, 97)[0][0]).isEqualTo(0.96);
        assertThat(AnchorPoints.estimate(p, 100)[0][0]).isEqualTo(0.99);
        assertThat(AnchorPoints.estimate(new double[][] {{0.5, 0.5}, {0.5, 0.5}}, 97)[0])
                .containsExactly(0.5, 0.5);
    }

    /** Three in ten losses around 3, the others around 0.5. */
    private static double[] losses(int n) {
        Seeds seeds = new Seeds(5);
        return IntStream.range(0, n)
                .mapToDouble(i -> i % 10 < 3 ? 3 + 0.4 * seeds.gaussian(i) : 0.5 + 0.2 * seeds.gaussian(i))
                .toArray();
    }

    @ParameterizedTest
    @EnumSource
    void mixturesTellHighLossesFromLow(Shape shape) {
        LossMixture fit = LossMixture.fit(losses(2000), shape);
        assertThat(fit.rate()).isCloseTo(0.3, within(0.005));
        assertThat(fit.lowMean()).isLessThan(fit.highMean());
        assertThat(IntStream.range(0, 2000).filter(i -> fit.high()[i] > 0.5 != i % 10 < 3))
                .hasSizeLessThan(10);
        assertThat(LossMixture.fit(losses(2000), shape).high()).containsExactly(fit.high());
    }

    @ParameterizedTest
    @EnumSource
    void mixturesDoNotDependOnScaleOrOrder(Shape shape) {
        double[] losses = losses(600);
        double[] other = IntStream.range(0, 600)
                .mapToDouble(i -> 7 * losses[599 - i] + 100)
                .toArray();
        assertThat(LossMixture.fit(other, shape).rate())
                .isCloseTo(LossMixture.fit(losses, shape).rate(), within(1e-6));
    }

    @ParameterizedTest
    @EnumSource
    void mixturesOfOneExampleOrOfEqualsAreDefined(Shape shape) {
        assertThat(LossMixture.fit(new double[] {2}, shape).rate()).isBetween(0.0, 0.5);
        assertThat(LossMixture.fit(new double[] {2, 2, 2}, shape).rate()).isBetween(0.0, 0.5);
    }

    @Test
    void theMixtureIsAMaximumOfTheLikelihood() {
        // At a fixed point one more round moves nothing: means under the responsibilities are the components' means.
        double[] losses = losses(1000);
        LossMixture fit = LossMixture.fit(losses, Shape.GAUSSIAN);
        double low = java.util.Arrays.stream(losses).min().orElseThrow();
        double width = java.util.Arrays.stream(losses).max().orElseThrow() - low;
        double sum = 0.5 * 0.75;
        double total = 0.5;
        for (int i = 0; i < losses.length; i++) {
            sum += fit.high()[i] * (losses[i] - low) / width;
            total += fit.high()[i];
        }
        assertThat(fit.highMean()).isCloseTo(sum / total, within(1e-9));
    }

    @Test
    void gammaIsRight() {
        assertThat(LossMixture.logGamma(1)).isCloseTo(0, within(1e-12));
        assertThat(LossMixture.logGamma(0.5)).isCloseTo(0.5 * Math.log(Math.PI), within(1e-12));
        assertThat(LossMixture.logGamma(11)).isCloseTo(Math.log(3628800), within(1e-11));
        double reflected = LossMixture.logGamma(0.003) + LossMixture.logGamma(0.997);
        assertThat(reflected).isCloseTo(Math.log(Math.PI / Math.sin(0.003 * Math.PI)), within(1e-12));
    }

    @Test
    void intervalsHoldTheEstimateAndAreTheSameEachTime() {
        double[] losses = losses(500);
        Bootstrap.Interval interval = LossMixture.interval(losses, Shape.GAUSSIAN, 100, new Seeds(1));
        assertThat(interval.low()).isLessThan(0.3).isGreaterThan(0.2);
        assertThat(interval.high()).isGreaterThan(0.3).isLessThan(0.4);
        assertThat(LossMixture.interval(losses, Shape.GAUSSIAN, 100, new Seeds(1)))
                .isEqualTo(interval);
        assertThat(LossMixture.interval(losses, Shape.GAUSSIAN, 100, new Seeds(2)))
                .isNotEqualTo(interval);
        Bootstrap.Interval anchors = AnchorPoints.interval(posteriors(300), 97, 50, new Seeds(1));
        assertThat(anchors.low()).isLessThanOrEqualTo(anchors.high());
    }

    @Test
    void theIntervalOfAMeanIsThatOfStatistics() {
        Seeds seeds = new Seeds(3);
        double[] values = seeds.gaussians(400, 1);
        Bootstrap.Interval interval = Bootstrap.interval(
                400,
                1000,
                seeds.of("bootstrap"),
                at -> IntStream.of(at).mapToDouble(i -> values[i]).average().orElseThrow());
        // Standard error 1/20: two-sided 95 % is 3.92 of them.
        assertThat(interval.high() - interval.low()).isCloseTo(0.196, within(0.03));
    }

    @Test
    void wrongValuesAreNamed() {
        assertThatThrownBy(() -> AnchorPoints.estimate(new double[0][], 97))
                .hasMessage("probabilities must be of at least one example, were of none");
        assertThatThrownBy(() -> AnchorPoints.estimate(T, 0)).hasMessage("percentile must be in (0, 100], was 0.0");
        assertThatThrownBy(() -> LossMixture.fit(new double[] {1, Double.NaN}, Shape.BETA))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("losses must be finite and at least one");
        assertThatThrownBy(() -> LossMixture.fit(new double[0], Shape.BETA))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Bootstrap.interval(0, 10, new Seeds(0), at -> 0))
                .hasMessage("needs at least 1 example and 2 samples, was 0 and 10");
    }
}
