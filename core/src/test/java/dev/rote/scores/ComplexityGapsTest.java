package dev.rote.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against the definition itself, computed in plain Java: the complexity with the example and without it. */
class ComplexityGapsTest {

    private static final Percentage CLOSE = Percentage.withPercentage(1e-6); // 1e-8 of the value

    private long live;

    @BeforeEach
    void count() {
        live = Tensor.live();
    }

    @AfterEach
    void leavesNoNativeMemoryBehind() {
        assertThat(Tensor.live()).isEqualTo(live);
    }

    private static float[][] inputs(int n, int d) {
        Seeds seeds = new Seeds(11);
        float[][] inputs = new float[n][d];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < d; j++) {
                inputs[i][j] = (float) Math.abs(seeds.of(i).gaussian(j)); // like pixels, never negative
            }
        }
        return inputs;
    }

    private static int[] labels(int n, int classes) {
        return IntStream.range(0, n).map(i -> new Seeds(12).below(classes, i)).toArray();
    }

    private static double kernel(float[] a, float[] b) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int j = 0; j < a.length; j++) {
            ab += (double) a[j] * b[j];
            aa += (double) a[j] * a[j];
            bb += (double) b[j] * b[j];
        }
        double g = ab / Math.sqrt(aa * bb);
        return g * (Math.PI - Math.acos(g)) / (2 * Math.PI);
    }

    /** y^T H^-1 y by Gaussian elimination. */
    private static double complexity(float[][] x, double[] y, int without) {
        int[] at = IntStream.range(0, x.length).filter(i -> i != without).toArray();
        int n = at.length;
        double[][] rows = new double[n][n + 1];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                rows[i][j] = i == j ? 0.5 : kernel(x[at[i]], x[at[j]]);
            }
            rows[i][n] = y[at[i]];
        }
        double[] solved = new double[n];
        for (int k = 0; k < n; k++) {
            for (int i = k + 1; i < n; i++) {
                double factor = rows[i][k] / rows[k][k];
                for (int j = k; j <= n; j++) {
                    rows[i][j] -= factor * rows[k][j];
                }
            }
        }
        for (int k = n - 1; k >= 0; k--) {
            double rest = rows[k][n];
            for (int j = k + 1; j < n; j++) {
                rest -= rows[k][j] * solved[j];
            }
            solved[k] = rest / rows[k][k];
        }
        return IntStream.range(0, n).mapToDouble(i -> y[at[i]] * solved[i]).sum();
    }

    private static double[] literal(float[][] x, int[] labels) {
        return IntStream.range(0, x.length)
                .mapToDouble(i -> {
                    double[] y = Arrays.stream(labels)
                            .mapToDouble(label -> label == labels[i] ? 1 : -1)
                            .toArray();
                    return complexity(x, y, -1) - complexity(x, y, i);
                })
                .toArray();
    }

    private static double[] exact(float[][] x, int[] labels, int workers) {
        try (Workers threads = new Workers(workers)) {
            return new ComplexityGaps(0, threads).exact(x, labels);
        }
    }

    @Test
    void isWhatTheExampleAddsToTheComplexity() {
        float[][] x = inputs(40, 12);
        int[] labels = labels(40, 3);
        double[] expected = literal(x, labels);
        double[] scores = exact(x, labels, 1);
        for (int i = 0; i < 40; i++) {
            assertThat(scores[i]).isCloseTo(expected[i], CLOSE);
        }
    }

    @Test
    void blocksDoNotShow() {
        int n = Cholesky.BLOCK * 2 + 37;
        float[][] x = inputs(n, 30);
        int[] labels = labels(n, 4);
        int[] looked = {n - 5, Cholesky.BLOCK, Cholesky.BLOCK - 1, 0};
        for (int i : looked) {
            labels[i] = 2;
        }
        double[] scores = exact(x, labels, 1);
        double[] y =
                Arrays.stream(labels).mapToDouble(label -> label == 2 ? 1 : -1).toArray();
        double whole = complexity(x, y, -1);
        for (int i : looked) {
            assertThat(scores[i]).isCloseTo(whole - complexity(x, y, i), CLOSE);
        }
        assertThat(exact(x, labels, 3)).isEqualTo(scores);
    }

    @Test
    void theDiagonalIsExactlyAHalfAndLengthsDoNotMatter() {
        // Two orthogonal inputs: H = 1/2 on the diagonal, 0 elsewhere, so every score is y^2 / (1/2) = 2.
        assertThat(exact(new float[][] {{3, 0}, {0, 7}}, new int[] {0, 1}, 1))
                .containsExactly(new double[] {2, 2}, within(1e-12));
        float[][] x = inputs(20, 5);
        float[][] longer = Arrays.stream(x).map(float[]::clone).toArray(float[][]::new);
        for (int j = 0; j < 5; j++) {
            longer[4][j] *= 8;
        }
        assertThat(exact(longer, labels(20, 2), 1)).containsExactly(exact(x, labels(20, 2), 1), within(1e-9));
    }

    @Test
    void identicalInputsNeedJitterAndContradictionsStandOut() {
        float[][] x = inputs(30, 6);
        x[7] = x[3].clone();
        int[] labels = labels(30, 2);
        labels[3] = 0;
        labels[7] = 1;
        assertThatThrownBy(() -> exact(x, labels, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("jitter must be larger, such as 1e-8, for inputs of which some are the same, was 0.0");
        try (Workers workers = new Workers(1)) {
            double[] scores = new ComplexityGaps(1e-8, workers).exact(x, labels);
            assertThat(scores).doesNotContain(Double.NaN);
            assertThat(scores[3]).isGreaterThan(1e6);
            assertThat(scores[7]).isGreaterThan(1e6);
        }
    }

    @Test
    void refusesInputsThatAreNoNumbers() {
        float[][] x = inputs(5, 3);
        x[2][1] = Float.NaN;
        assertThatThrownBy(() -> exact(x, labels(5, 2), 1)).hasMessage("inputs must be finite, row 2 is not");
    }

    @Test
    void allOthersSampledIsExactAndAnInputOfZerosIsOrthogonal() {
        float[][] x = inputs(40, 12);
        x[9] = new float[12];
        int[] labels = labels(40, 3);
        try (Workers workers = new Workers(2)) {
            ComplexityGaps gaps = new ComplexityGaps(0, workers);
            double[] all = gaps.exact(x, labels);
            assertThat(gaps.sampled(x, labels, 1000, 2, new Seeds(1))).containsExactly(all, within(1e-8));
            assertThat(all[9]).isCloseTo(2, CLOSE);
            double[] some = gaps.sampled(x, labels, 1, 3, new Seeds(1));
            assertThat(gaps.sampled(x, labels, 1, 3, new Seeds(1))).isEqualTo(some);
            assertThat(gaps.sampled(x, labels, 1, 3, new Seeds(2))).isNotEqualTo(some);
            assertThat(gaps.exact(new float[0][], new int[0])).isEmpty();
        }
    }

    @Test
    void anExampleWithAnotherLabelThanItsNeighboursStandsOut() {
        Seeds seeds = new Seeds(5);
        float[][] x = new float[120][10];
        int[] labels = new int[120];
        for (int i = 0; i < 120; i++) {
            labels[i] = i % 2;
            for (int j = 0; j < 10; j++) {
                x[i][j] = (float)
                        ((j % 2 == labels[i] ? 1 : 0) + 0.3 * seeds.of(i).gaussian(j));
            }
        }
        labels[17] = 1 - labels[17];
        double[] scores = exact(x, labels, 1);
        assertThat(Arrays.stream(scores).max().orElseThrow()).isEqualTo(scores[17]);
    }
}
