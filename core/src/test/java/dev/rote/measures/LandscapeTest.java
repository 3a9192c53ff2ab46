package dev.rote.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.data.Parts;
import dev.rote.losses.CrossEntropy;
import dev.rote.losses.Mse;
import dev.rote.nets.Model;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.train.Loss;
import dev.rote.train.TinyTraining;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Measures of the loss around the weights, on losses whose shape is known. */
class LandscapeTest {

    /** Two outputs on two inputs: L(W) = 1/(2N) sum_i |W x_i - y_i|^2, a quadratic with Hessian (X^T X / N) for each output. */
    private static final Loss QUADRATIC = new Mse();

    private static final Points SKEWED = new Points(new double[][] {{3, 0}, {0, 1}, {1, 1}}, new long[] {0, 1, 1}, 2);

    private static final double[][] WEIGHTS = {{0.4, -0.1}, {0.2, 0.3}};

    /** X^T X / N of the skewed points is ((10, 1), (1, 2)) / 3. */
    private static final double TOP = (6 + Math.sqrt(17)) / 3;

    private static double at(double[][] w) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double[] x = SKEWED.rows()[i];
            for (int k = 0; k < 2; k++) {
                double wanted = SKEWED.labels()[i] == k ? 1 : 0;
                sum += Math.pow(w[k][0] * x[0] + w[k][1] * x[1] - wanted, 2);
            }
        }
        return sum / 6;
    }

    private static double take(Measure measure, Points points, Loss loss, double[]... weights) {
        try (Scope scope = Scope.open()) {
            Model model = Points.linear(weights);
            Map<String, List<Double>> before = TinyTraining.weights(model);
            double value = Points.take(measure, model, points.train(), loss, 2);
            assertThat(TinyTraining.weights(model)).isEqualTo(before);
            return value;
        }
    }

    @Test
    void topEigenvalueOfAQuadratic() {
        assertThat(take(new Hessian("train", 60, 1000), SKEWED, QUADRATIC, WEIGHTS))
                .isCloseTo(TOP, within(1e-12));
        // On the first example alone, X^T X is ((9, 0), (0, 0)).
        assertThat(take(new Hessian("train", 60, 1), SKEWED, QUADRATIC, WEIGHTS))
                .isCloseTo(9, within(1e-12));
    }

    @Test
    void topEigenvalueOfALogisticRegression() {
        // At W = 0 of K classes: diag(1/K) - 1/K^2, whose largest eigenvalue is 1/K, times X^T X / N.
        double value =
                take(new Hessian("train", 80, 1000), SKEWED, new CrossEntropy(), new double[][] {{0, 0}, {0, 0}});
        assertThat(value).isCloseTo(TOP / 2, within(1e-12));
    }

    @Test
    void aLinearLossHasNoCurvature() {
        Loss linear = pass -> pass.outputs().sum(1, false);
        assertThat(take(new Hessian("train", 5, 1000), SKEWED, linear, WEIGHTS)).isZero();
    }

    @Test
    void oneStepFindsTheWorstPlaceOfARoundQuadratic() {
        // X^T X / N = 4 I: L(w + e) - L(w) = g e + 2 |e|^2, largest along g.
        Points round = new Points(new double[][] {{2, 2}, {2, -2}}, new long[] {0, 1}, 2);
        double rho = 0.3;
        // g = W (X^T X / N) - Y^T X / N, Y^T X / N = ((1, 1), (1, -1)).
        double norm = Math.sqrt(Math.pow(4 * 0.4 - 1, 2)
                + Math.pow(-4 * 0.1 - 1, 2)
                + Math.pow(4 * 0.2 - 1, 2)
                + Math.pow(4 * 0.3 + 1, 2));
        assertThat(take(new Sharpness("train", rho, 0), round, QUADRATIC, WEIGHTS))
                .isCloseTo(norm * rho + 2 * rho * rho, within(1e-11));
    }

    @Test
    void moreStepsFindTheWorstPlaceOfASkewedQuadratic() {
        double rho = 0.5;
        double start = at(WEIGHTS);
        double worst = 0;
        // Random places on the sphere in four dimensions: none is worse than what the search finds, the best come
        // close.
        for (int draw = 0; draw < 200_000; draw++) {
            double[] e = new Seeds(draw).gaussians(4, 1);
            double length = Math.sqrt(e[0] * e[0] + e[1] * e[1] + e[2] * e[2] + e[3] * e[3]);
            double[][] there = {
                {WEIGHTS[0][0] + rho * e[0] / length, WEIGHTS[0][1] + rho * e[1] / length},
                {WEIGHTS[1][0] + rho * e[2] / length, WEIGHTS[1][1] + rho * e[3] / length}
            };
            worst = Math.max(worst, at(there) - start);
        }
        double first = take(new Sharpness("train", rho, 0), SKEWED, QUADRATIC, WEIGHTS);
        double best = take(new Sharpness("train", rho, 50), SKEWED, QUADRATIC, WEIGHTS);
        assertThat(first).isLessThan(best);
        assertThat(best).isBetween(worst, worst * 1.01);
    }

    @Test
    void nowhereToGoIsNoRise() {
        assertThat(take(new Sharpness("train", 0, 3), SKEWED, QUADRATIC, WEIGHTS))
                .isZero();
        assertThat(take(new Flatness("train", 0, 3), SKEWED, QUADRATIC, WEIGHTS))
                .isZero();
        assertThat(take(new Sharpness("corrupted", 0.1, 3), SKEWED, QUADRATIC, WEIGHTS))
                .isNaN();
        assertThat(take(new Flatness("corrupted", 0.1, 3), SKEWED, QUADRATIC, WEIGHTS))
                .isNaN();
        assertThat(take(new Hessian("corrupted", 3, 10), SKEWED, QUADRATIC, WEIGHTS))
                .isNaN();
    }

    @Test
    void randomNoiseRaisesAQuadraticByHalfItsTrace() {
        double sigma = 0.5;
        int draws = 4000;
        // Trace of the Hessian: twice (10 + 2) / 3. Variance of a draw: sigma^2 |g|^2 + sigma^4 / 2 * |H|_F^2.
        double expected = sigma * sigma / 2 * 8;
        double slope = 0;
        for (int k = 0; k < 2; k++) {
            for (int j = 0; j < 2; j++) {
                double[][] up = {WEIGHTS[0].clone(), WEIGHTS[1].clone()};
                double[][] down = {WEIGHTS[0].clone(), WEIGHTS[1].clone()};
                up[k][j] += 0.5;
                down[k][j] -= 0.5;
                slope += Math.pow(at(up) - at(down), 2); // exact for a quadratic
            }
        }
        double variance = sigma * sigma * slope + Math.pow(sigma, 4) / 2 * 2 * (100 + 1 + 1 + 4) / 9;
        assertThat(take(new Flatness("train", sigma, draws), SKEWED, QUADRATIC, WEIGHTS))
                .isCloseTo(expected, within(4 * Math.sqrt(variance / draws)));
    }

    @Test
    void blocksAndLanesAddUp() {
        // 5000 examples are 20 blocks in 8 lanes; all alike, so the answer is that of three.
        double[][] rows = new double[5001][];
        long[] labels = new long[5001];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = SKEWED.rows()[i % 3];
            labels[i] = SKEWED.labels()[i % 3];
        }
        Points many = new Points(rows, labels, 2);
        for (Measure measure : List.of(new Hessian("train", 40, 10_000), new Sharpness(), new Flatness())) {
            assertThat(take(measure, many, QUADRATIC, WEIGHTS))
                    .as(measure.name())
                    .isCloseTo(take(measure, SKEWED, QUADRATIC, WEIGHTS), within(1e-12));
        }
        Parts parts = many.train();
        try (Scope scope = Scope.open()) {
            Model model = Points.linear(WEIGHTS);
            for (Measure measure : List.of(new Hessian(), new Sharpness(), new Flatness())) {
                assertThat(Points.take(measure, model, parts, QUADRATIC, 1))
                        .isEqualTo(Points.take(measure, model, parts, QUADRATIC, 3));
            }
        }
    }
}
