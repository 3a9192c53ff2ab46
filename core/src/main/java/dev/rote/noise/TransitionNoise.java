package dev.rote.noise;

import dev.rote.data.Dataset;
import dev.rote.tensor.Seeds;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Label noise with any transition matrix: an example with label i is labelled j with probability T_ij.
 *
 * <p>Drawing i itself leaves the example alone, so what is corrupted is also wrong. With {@code draw: per-class} the examples of
 * class i are dealt out in exactly the proportions of row i, as near as whole numbers come: rounded down, and what is left over
 * goes to the largest remainders.
 *
 * @param matrix T, K rows of K probabilities, each row summing to 1 within 1e-6
 * @param draw {@code per-class}, or each example by chance
 */
public record TransitionNoise(List<List<Double>> matrix, Draw draw) implements Noise {

    private static final double TOLERANCE = 1e-6;

    /** No matrix: one must be given, because its size is that of the data. */
    public TransitionNoise() {
        this(List.of(), Draw.IID);
    }

    public TransitionNoise {
        matrix = matrix.stream().map(List::copyOf).toList();
        for (List<Double> row : matrix) {
            if (row.size() != matrix.size()) {
                throw new IllegalArgumentException("matrix must have as many columns as rows, was a row of "
                        + row.size() + " among " + matrix.size() + " rows");
            }
            double sum = row.stream().mapToDouble(Double::doubleValue).sum();
            if (!row.stream().allMatch(p -> p >= 0 && p <= 1) || !(Math.abs(sum - 1) <= TOLERANCE)) {
                throw new IllegalArgumentException("matrix must have rows of probabilities that sum to 1, was " + row);
            }
        }
        if (draw == Draw.OVERALL) {
            throw new IllegalArgumentException("draw must be per-class or iid, was overall");
        }
    }

    /** The probability of a wrong label where it is the same for all classes; otherwise NaN, it depends on how many have which. */
    @Override
    public double fraction() {
        double[] leaving = IntStream.range(0, matrix.size())
                .mapToDouble(i -> 1 - matrix.get(i).get(i))
                .toArray();
        return leaving.length > 0
                        && IntStream.range(0, leaving.length)
                                .allMatch(i -> Math.abs(leaving[i] - leaving[0]) <= TOLERANCE)
                ? leaving[0]
                : Double.NaN;
    }

    @Override
    public Corrupted corrupt(Dataset clean, Seeds seeds) {
        int classes = Labels.classes(clean);
        if (matrix.size() != classes) {
            throw new IllegalArgumentException(
                    "matrix must have a row for each of the " + classes + " classes, was " + matrix.size() + " rows");
        }
        long[] ids = clean.ids();
        long[] before = Labels.of(clean);
        long[] after = new long[before.length];
        if (draw == Draw.IID) {
            Seeds draws = seeds.of("label");
            for (int i = 0; i < after.length; i++) {
                after[i] = at(matrix.get((int) before[i]), draws.uniform(ids[i]));
            }
        } else {
            deal(before, after, seeds.of("which"));
        }
        long[] replacement = Labels.untouched(before.length);
        for (int i = 0; i < before.length; i++) {
            if (after[i] != before[i]) {
                replacement[i] = after[i];
            }
        }
        return new Corrupted(clean, before, replacement);
    }

    /** The class at a point of [0, 1), which the probabilities cut into pieces. */
    private static int at(List<Double> row, double point) {
        double end = 0;
        int last = 0;
        for (int to = 0; to < row.size(); to++) {
            end += row.get(to);
            if (point < end) {
                return to;
            }
            last = row.get(to) > 0 ? to : last;
        }
        return last; // the pieces may end a rounding short of 1
    }

    private void deal(long[] before, long[] after, Seeds which) {
        int[][] members = Labels.positions(before, matrix.size());
        for (int label = 0; label < members.length; label++) {
            int[] order = which.of(label).permutation(members[label].length);
            int[] counts = counts(matrix.get(label), members[label].length);
            int next = 0;
            for (int to = 0; to < counts.length; to++) {
                for (int i = 0; i < counts[to]; i++) {
                    after[members[label][order[next++]]] = to;
                }
            }
        }
    }

    /** Whole numbers in the given proportions, summing to {@code total}. */
    private static int[] counts(List<Double> row, int total) {
        double sum = row.stream().mapToDouble(Double::doubleValue).sum();
        double[] exact = row.stream().mapToDouble(p -> p / sum * total).toArray();
        int[] counts = IntStream.range(0, exact.length)
                .map(to -> (int) Math.floor(exact[to]))
                .toArray();
        IntStream.range(0, exact.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer to) -> counts[to] - exact[to]))
                .limit(total - IntStream.of(counts).sum())
                .forEach(to -> counts[to]++);
        return counts;
    }
}
