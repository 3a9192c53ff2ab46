package dev.rote.scores;

import dev.rote.data.Dataset;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Complexity-gap scores on plain arrays, without any training (Nohyun, Choi, Chung 2023): how much example i adds to the complexity
 * y^T H^-1 y of the labels.
 *
 * <p>H_ij = g (pi - arccos g) / (2 pi), g = x_i^T x_j of inputs at unit length, [n, n]; H_ii = 1/2 exactly: the Gram matrix of an
 * infinitely wide two-layer relu net of which the first layer is trained. With M = H^-1 and y in {-1, +1}^n,
 *
 * <pre>{@code CG(i) = y^T M y - y_-i^T (H_-i)^-1 y_-i = ((M y)_i)^2 / M_ii}</pre>
 *
 * <p>which is at least 0 and high where an example disagrees with its neighbours. The second form is ours, by the Schur complement: one
 * factorisation for all examples. All in float64; memory is one matrix of 8 n^2 bytes. An input of zeros is taken as orthogonal to all.
 */
public final class ComplexityGaps {

    private final Workers workers;
    private final double jitter;

    /** Which others a class is set against. */
    public enum Mode {
        /** All of them. */
        EXACT,
        /** Some, drawn for each class. */
        PAPER
    }

    /**
     * A computation.
     *
     * @param jitter is added to the diagonal of H, at least 0; above 0 identical inputs do no harm
     * @param workers who computes; the caller closes them
     */
    public ComplexityGaps(double jitter, Workers workers) {
        if (!(jitter >= 0 && Double.isFinite(jitter))) {
            throw new IllegalArgumentException("jitter must be at least 0, was " + jitter);
        }
        this.jitter = jitter;
        this.workers = workers;
    }

    /**
     * One against the rest, on all examples at once: in the score of example i, y is +1 on its class and -1 elsewhere. Ours; the paper
     * takes part of the rest.
     *
     * @param inputs [n, d], of any length; not changed
     * @param labels class of each from 0, [n]
     * @return [n]
     * @throws IllegalArgumentException when H is not positive definite, which takes identical inputs and no jitter
     */
    public double[] exact(float[][] inputs, int[] labels) {
        int classes = Arrays.stream(labels).max().orElse(-1) + 1;
        double[] signs = new double[labels.length * classes];
        Arrays.fill(signs, -1);
        for (int i = 0; i < labels.length; i++) {
            signs[i * classes + labels[i]] = 1;
        }
        return labels.length == 0 ? new double[0] : scores(inputs, signs, labels);
    }

    /**
     * Class by class, as published: all examples of a class against some of the others, drawn anew each time; the mean over the draws.
     *
     * @param ratio others for each example of the class, above 0; fewer where there are not so many
     * @param repeats draws, at least 1; one is enough where all others are taken
     * @param seeds keys the draws
     * @return [n]
     */
    public double[] sampled(float[][] inputs, int[] labels, double ratio, int repeats, Seeds seeds) {
        double[] means = new double[labels.length];
        for (int label : Arrays.stream(labels).distinct().sorted().toArray()) {
            int[] own = positions(labels, label, true);
            int[] others = positions(labels, label, false);
            int count = (int) Math.min(Math.max(1, Math.round(own.length * ratio)), others.length);
            int draws = count < others.length ? repeats : 1; // all others are the same others each time
            for (int draw = 0; draw < draws; draw++) {
                int[] order = seeds.of(label).of(draw).permutation(others.length);
                int[] chosen = IntStream.concat(
                                Arrays.stream(own),
                                Arrays.stream(order).limit(count).map(at -> others[at]))
                        .toArray();
                float[][] rows =
                        Arrays.stream(chosen).mapToObj(at -> inputs[at]).toArray(float[][]::new);
                double[] signs = new double[chosen.length];
                Arrays.setAll(signs, i -> i < own.length ? 1 : -1);
                double[] scores = scores(rows, signs, new int[chosen.length]);
                for (int i = 0; i < own.length; i++) {
                    means[own[i]] += scores[i] / draws;
                }
            }
        }
        return means;
    }

    /** The inputs of these examples of a data set, each written out in a row, [n, d]. */
    public static float[][] rows(Dataset data, long[] ids) {
        float[][] rows = new float[ids.length][];
        int size = Math.toIntExact(data.inputs().size());
        for (int from = 0; from < ids.length; from += Cholesky.BLOCK) {
            long[] some = Arrays.copyOfRange(ids, from, Math.min(ids.length, from + Cholesky.BLOCK));
            try (Scope scope = Scope.open()) {
                float[] flat = data.batch(some).inputs().toFloats();
                for (int i = 0; i < some.length; i++) {
                    rows[from + i] = Arrays.copyOfRange(flat, i * size, (i + 1) * size);
                }
            }
        }
        return rows;
    }

    private static int[] positions(int[] labels, int label, boolean same) {
        return IntStream.range(0, labels.length)
                .filter(i -> (labels[i] == label) == same)
                .toArray();
    }

    /** The scores by column {@code chosen[i]} of the signs [n, C]. */
    private double[] scores(float[][] inputs, double[] signs, int[] chosen) {
        int n = inputs.length;
        int columns = signs.length / n;
        double[] scores = new double[n];
        try (Scope scope = Scope.open()) {
            Cholesky factor = factor(inputs);
            Tensor z = factor.forward(Place.FLOAT64.of(signs, n, columns));
            factor.inverseColumns((from, inverse) -> {
                // M = L^-T L^-1, so a column of L^-1 gives an entry of the diagonal and, with L^-1 y, one of M y.
                double[] diagonal = inverse.square().sum(0, false).toDoubles();
                double[] solved = inverse.t().mm(z.narrow(0, from, n - from)).toDoubles();
                for (int i = 0; i < diagonal.length; i++) {
                    double my = solved[i * columns + chosen[from + i]];
                    scores[from + i] = my * my / diagonal[i];
                }
            });
        }
        return scores;
    }

    private Cholesky factor(float[][] inputs) {
        Tensor gram = gram(inputs);
        try {
            return Cholesky.of(gram, workers);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "jitter must be larger, such as 1e-8, for inputs of which some are the same, was " + jitter, e);
        }
    }

    /** The blocks of H on and below the diagonal, plus the jitter; what is above is left as it comes. */
    private Tensor gram(float[][] inputs) {
        int n = inputs.length;
        Tensor matrix = Place.FLOAT64.empty(n, n);
        Tensor rows = unit(inputs);
        workers.forEach((n + Cholesky.BLOCK - 1) / Cholesky.BLOCK, piece -> {
            int from = piece * Cholesky.BLOCK;
            int count = Math.min(Cholesky.BLOCK, n - from);
            Tensor block = matrix.narrow(0, from, count).narrow(1, 0, from + count);
            Tensor g = rows.narrow(0, from, count)
                    .mm(rows.narrow(0, 0, from + count).t())
                    .clamp(-1, 1);
            block.copy_(g.acos().neg().add(Math.PI).mul(g).mul(1 / (2 * Math.PI)));
            for (int i = 0; i < count; i++) {
                block.narrow(0, i, 1).narrow(1, from + i, 1).fill_(0.5 + jitter);
            }
        });
        return matrix;
    }

    private static Tensor unit(float[][] inputs) {
        int d = inputs[0].length;
        double[] rows = new double[Math.multiplyExact(inputs.length, d)];
        for (int i = 0; i < inputs.length; i++) {
            double squares = 0;
            for (float value : inputs[i]) {
                squares += (double) value * value;
            }
            if (!Double.isFinite(squares)) {
                throw new IllegalArgumentException("inputs must be finite, row " + i + " is not");
            }
            double length = squares == 0 ? 1 : Math.sqrt(squares);
            for (int j = 0; j < d; j++) {
                rows[i * d + j] = inputs[i][j] / length;
            }
        }
        return Place.FLOAT64.of(rows, inputs.length, d);
    }
}
