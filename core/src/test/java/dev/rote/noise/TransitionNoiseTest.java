package dev.rote.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.tensor.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TransitionNoiseTest implements NoiseContract {

    /** Class i keeps its label with probability 1 - i / 20 and otherwise becomes the next but one or, half as often, the next. */
    private static final List<List<Double>> UNEVEN = matrix(i -> i / 20.0);

    private static final List<List<Double>> EVEN = matrix(i -> 0.3);

    private static List<List<Double>> matrix(java.util.function.IntToDoubleFunction leaving) {
        List<List<Double>> rows = new ArrayList<>();
        for (int i = 0; i < Blobs.CLASSES; i++) {
            Double[] row = new Double[Blobs.CLASSES];
            Arrays.fill(row, 0.0);
            double away = leaving.applyAsDouble(i);
            row[i] = 1 - away;
            row[(i + 1) % Blobs.CLASSES] = away / 3;
            row[(i + 2) % Blobs.CLASSES] = away - away / 3;
            rows.add(List.of(row));
        }
        return rows;
    }

    @Override
    public List<Noise> noises() {
        return List.of(
                new TransitionNoise(UNEVEN, Draw.IID),
                new TransitionNoise(UNEVEN, Draw.PER_CLASS),
                new TransitionNoise(EVEN, Draw.IID),
                new TransitionNoise(EVEN, Draw.PER_CLASS));
    }

    @Override
    public boolean exclusive(Noise noise) {
        return true;
    }

    @Override
    public double expected(Noise noise, long[] truth) {
        List<List<Double>> matrix = ((TransitionNoise) noise).matrix();
        return Arrays.stream(truth)
                .mapToDouble(label -> 1 - matrix.get((int) label).get((int) label))
                .sum();
    }

    @Override
    public double tolerance(Noise noise, long[] truth) {
        return ((TransitionNoise) noise).draw() == Draw.IID
                ? NoiseContract.fiveSigma(expected(noise, truth), truth.length)
                : Blobs.CLASSES;
    }

    @Test
    void theShareIsKnownWhereAllClassesHaveTheSame() {
        assertThat(new TransitionNoise(EVEN, Draw.IID).fraction()).isCloseTo(0.3, within(1e-15));
        assertThat(new TransitionNoise(UNEVEN, Draw.IID).fraction()).isNaN();
        assertThat(new TransitionNoise().fraction()).isNaN();
    }

    @Test
    void whatComesOutIsTheMatrix() {
        int[] counts = new int[Blobs.CLASSES];
        for (long label : Labels.of(Blobs.of(20_000))) {
            counts[(int) label]++;
        }
        for (Draw draw : List.of(Draw.IID, Draw.PER_CLASS)) {
            double[][] seen = new TransitionNoise(UNEVEN, draw)
                    .corrupt(Blobs.of(20_000), new Seeds(1))
                    .transition();
            for (int i = 0; i < Blobs.CLASSES; i++) {
                for (int j = 0; j < Blobs.CLASSES; j++) {
                    double p = UNEVEN.get(i).get(j);
                    double off = draw == Draw.IID ? 5 * Math.sqrt(p * (1 - p) / counts[i]) : 1.0 / counts[i];
                    assertThat(seen[i][j]).isCloseTo(p, within(off + 1e-12));
                }
            }
        }
    }

    /** 7 examples in thirds are 2.33 each: the first of equal remainders gets the one left over. */
    @Test
    void leftoversGoToTheLargestRemainders() {
        List<List<Double>> thirds = IntStream.range(0, Blobs.CLASSES)
                .mapToObj(i -> IntStream.range(0, Blobs.CLASSES)
                        .mapToObj(j -> j < 3 ? 1 / 3.0 : 0)
                        .toList())
                .toList();
        Corrupted noisy = new TransitionNoise(thirds, Draw.PER_CLASS).corrupt(Blobs.of(200), new Seeds(1));
        double[][] seen = noisy.transition();
        int[] counts = new int[Blobs.CLASSES];
        for (long label : Labels.of(Blobs.of(200))) {
            counts[(int) label]++;
        }
        for (int i = 0; i < Blobs.CLASSES; i++) {
            for (int j = 0; j < 3; j++) {
                int expected = counts[i] / 3 + (j < counts[i] % 3 ? 1 : 0);
                assertThat(seen[i][j] * counts[i]).isCloseTo(expected, within(1e-9));
            }
        }
    }

    @Test
    void drawnByChanceAnExampleDoesNotDependOnTheOthers() {
        TransitionNoise noise = new TransitionNoise(UNEVEN, Draw.IID);
        long[] ids = Blobs.of(500).ids();
        assertThat(noise.corrupt(Blobs.of(500), new Seeds(4)).labels(ids))
                .containsExactly(noise.corrupt(Blobs.of(6000), new Seeds(4)).labels(ids));
    }

    private static void refused(String message, ThrowingCallable making) {
        assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void whatIsNoTransitionMatrixIsRefused() {
        refused(
                "matrix must have as many columns as rows, was a row of 1 among 2 rows",
                () -> new TransitionNoise(List.of(List.of(1.0, 0.0), List.of(1.0)), Draw.IID));
        refused(
                "matrix must have rows of probabilities that sum to 1, was [0.5, 0.4]",
                () -> new TransitionNoise(List.of(List.of(0.5, 0.4), List.of(0.0, 1.0)), Draw.IID));
        refused(
                "matrix must have rows of probabilities that sum to 1, was [1.5, -0.5]",
                () -> new TransitionNoise(List.of(List.of(1.5, -0.5), List.of(0.0, 1.0)), Draw.IID));
        refused(
                "matrix must have rows of probabilities that sum to 1, was [NaN, 1.0]",
                () -> new TransitionNoise(List.of(List.of(Double.NaN, 1.0), List.of(0.0, 1.0)), Draw.IID));
        refused("draw must be per-class or iid, was overall", () -> new TransitionNoise(EVEN, Draw.OVERALL));
        refused(
                "matrix must have a row for each of the 10 classes, was 0 rows",
                () -> new TransitionNoise().corrupt(Blobs.of(10), new Seeds(1)));
    }
}
