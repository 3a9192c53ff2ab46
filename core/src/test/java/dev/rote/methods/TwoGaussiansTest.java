package dev.rote.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.tensor.Seeds;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class TwoGaussiansTest {

    @Test
    void findsTwoClearClusters() {
        Seeds seeds = new Seeds(3);
        double[] low = Arrays.stream(seeds.of("low").gaussians(700, 0.05))
                .map(x -> 0.2 + x)
                .toArray();
        double[] high = Arrays.stream(seeds.of("high").gaussians(300, 0.1))
                .map(x -> 0.8 + x)
                .toArray();
        TwoGaussians fitted = TwoGaussians.fit(
                DoubleStream.concat(Arrays.stream(high), Arrays.stream(low)).toArray());
        assertThat(fitted.weights()[0]).isCloseTo(0.7, within(0.01));
        assertThat(fitted.weights()[0] + fitted.weights()[1]).isCloseTo(1, within(1e-12));
        assertThat(fitted.means()[0]).isCloseTo(0.2, within(0.01));
        assertThat(fitted.means()[1]).isCloseTo(0.8, within(0.02));
        assertThat(fitted.variances()[0]).isCloseTo(0.05 * 0.05 + TwoGaussians.FLOOR, within(5e-4));
        assertThat(fitted.variances()[1]).isCloseTo(0.1 * 0.1 + TwoGaussians.FLOOR, within(2e-3));
        assertThat(Arrays.stream(low).allMatch(x -> fitted.lower(x) > 0.99)).isTrue();
        assertThat(Arrays.stream(high).filter(x -> fitted.lower(x) < 0.01).count())
                .isGreaterThan(295);
    }

    @Test
    void twoValuesAreTwoPointsAsWideAsTheFloor() {
        TwoGaussians fitted = TwoGaussians.fit(new double[] {0, 1, 0, 0});
        assertThat(fitted.means()).containsExactly(new double[] {0, 1}, within(1e-9));
        assertThat(fitted.weights()).containsExactly(new double[] {0.75, 0.25}, within(1e-9));
        assertThat(fitted.variances()).containsExactly(new double[] {5e-4, 5e-4}, within(1e-9));
        assertThat(fitted.lower(0.5)).isCloseTo(0.75, within(1e-9));
    }

    @Test
    void equalValuesAreAllOfTheLowerOne() {
        TwoGaussians fitted = TwoGaussians.fit(new double[] {0, 0, 0});
        assertThat(fitted.lower(0)).isCloseTo(1, within(1e-9));
    }

    @Test
    void refusesWhatNoMixtureCanHave() {
        for (double[] values : new double[][] {{}, {0, Double.NaN}, {Double.POSITIVE_INFINITY}}) {
            assertThatThrownBy(() -> TwoGaussians.fit(values))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("finite");
        }
    }
}
