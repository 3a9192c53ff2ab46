package dev.rote.noise;

import dev.rote.data.Batch;
import dev.rote.data.Dataset;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import java.util.Arrays;

/**
 * Instance-dependent label noise: which label an example gets wrong depends on how it looks (Xia et al. 2020, the generator of their experiments).
 *
 * <p>Example i with label y and input x_i flips with probability r_i, drawn from a normal distribution with mean {@code rate} and
 * standard deviation 0.1, cut to [0, 1]. It flips to class j with probability {@code softmax(x_i W_y)_j}, where class y itself is
 * left out and W_y is [d, K] with standard normal entries, one matrix per class. What is corrupted is also wrong.
 *
 * <p>x: inputs [N, d], flattened, tokens one-hot, and standardised by this noise itself: mean 0 and variance 1 per feature over
 * the part that is spoiled; a feature that never varies counts as 0. So the labels depend on the part, unlike those of the other
 * noises drawn by chance. The inputs are read twice, in blocks.
 *
 * @param rate mean of the normal distribution, in [0, 1]; near 0 and 1 the cut moves the mean inwards, to 0.08 for 0
 */
public record InstanceNoise(double rate) implements Noise {

    private static final double DEVIATION = 0.1;
    private static final int BLOCK = 1024;

    /** 40 %. */
    public InstanceNoise() {
        this(0.4);
    }

    public InstanceNoise {
        Labels.probability("rate", rate);
    }

    /** The mean of the cut normal distribution. */
    @Override
    public double fraction() {
        int pieces = 1000;
        double weights = 0;
        double sum = 0;
        for (int i = 0; i < pieces; i++) {
            double r = (i + 0.5) / pieces;
            double distance = (r - rate) / DEVIATION;
            double weight = StrictMath.exp(-distance * distance / 2);
            weights += weight;
            sum += weight * r;
        }
        return sum / weights;
    }

    @Override
    public Corrupted corrupt(Dataset clean, Seeds seeds) {
        int classes = Labels.classes(clean);
        long[] ids = clean.ids();
        long[] before = Labels.of(clean);
        long[] replacement = Labels.untouched(ids.length);
        int[][] members = Labels.positions(before, classes);
        try (Scope scope = Scope.open()) {
            Standardised standard = Standardised.of(clean);
            for (int label = 0; label < classes; label++) {
                int[] flipped = Arrays.stream(members[label])
                        .filter(at -> seeds.of("flip").uniform(ids[at]) < flipRate(ids[at], seeds))
                        .toArray();
                flip(clean, standard, label, flipped, seeds, replacement);
            }
        }
        return new Corrupted(clean, before, replacement);
    }

    /** r_i, by drawing until it is in [0, 1]: at least every second draw is. */
    private double flipRate(long id, Seeds seeds) {
        Seeds draws = seeds.of("rate").of(id);
        for (long i = 0; ; i++) {
            double r = rate + DEVIATION * draws.gaussian(i);
            if (r >= 0 && r <= 1) {
                return r;
            }
        }
    }

    private static void flip(
            Dataset clean, Standardised standard, int label, int[] positions, Seeds seeds, long[] replacement) {
        int classes = Labels.classes(clean);
        long[] ids = clean.ids();
        try (Scope scope = Scope.open()) {
            int size = Math.toIntExact(clean.inputs().size());
            double[] normal = seeds.of("weights").of(label).gaussians(Math.multiplyExact(size, classes), 1);
            Tensor weights = Place.FLOAT64.of(normal, size, classes);
            for (int from = 0; from < positions.length; from += BLOCK) {
                int[] block = Arrays.copyOfRange(positions, from, Math.min(positions.length, from + BLOCK));
                try (Scope inner = Scope.open()) {
                    Batch batch = clean.batch(
                            Arrays.stream(block).mapToLong(at -> ids[at]).toArray());
                    double[] scores = standard.apply(batch.inputs()).mm(weights).toDoubles();
                    for (int i = 0; i < block.length; i++) {
                        double[] row = Arrays.copyOfRange(scores, i * classes, (i + 1) * classes);
                        double point = seeds.of("label").uniform(ids[block[i]]);
                        replacement[block[i]] = other(row, label, point);
                    }
                }
            }
        }
    }

    /** The class other than {@code label} at a point of [0, 1), which the softmax of the scores cuts into pieces. */
    private static int other(double[] scores, int label, double point) {
        scores[label] = Double.NEGATIVE_INFINITY;
        double largest = Arrays.stream(scores).max().orElseThrow();
        double[] weights =
                Arrays.stream(scores).map(a -> StrictMath.exp(a - largest)).toArray();
        double left = point * Arrays.stream(weights).sum();
        int last = -1;
        for (int to = 0; to < weights.length; to++) {
            left -= weights[to];
            if (weights[to] > 0) {
                last = to;
                if (left < 0) {
                    break;
                }
            }
        }
        return last;
    }
}
