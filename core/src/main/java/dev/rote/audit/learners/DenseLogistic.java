package dev.rote.audit.learners;

import dev.rote.audit.features.Dense;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The loss over a dense matrix, by matrix products in single precision.
 *
 * <p>With X [N, D + 1] the rows with a 1 behind, P [K, N] the probabilities, Y the labels one-hot: the gradient is {@code (P - Y) X}, taken
 * in blocks of rows that stay in a core's cache between the two products. Where D is small the preconditioner is the inverse of
 * {@code X^T X / K + strength I}, at weights of zero the exact second derivative along what a gradient can be (its sum over classes is
 * zero); after some steps, for each class k, that of {@code X^T diag(p_k (1 - p_k)) X + strength I}. Where D is large it is the first one's diagonal.
 */
final class DenseLogistic implements LogisticLoss {

    private static final int BLOCK = 500;

    /** Up to this many columns, and classes, products of columns cost less than they save. */
    private static final int MOST_COLUMNS = 512;

    private static final int MOST_CLASSES = 64;

    private final List<Tensor> rows = new ArrayList<>();
    private final List<Tensor> labels = new ArrayList<>();
    private final int classes;
    private final int stride;
    private final double strength;
    private final List<Tensor> inverses = new ArrayList<>();

    /** The loss of these rows; its tensors live in the caller's scope. */
    DenseLogistic(Dense matrix, int[] chosen, int[] labels, int classes, double strength) {
        this.classes = classes;
        this.strength = strength;
        this.stride = matrix.columns() + 1;
        for (int from = 0; from < chosen.length; from += BLOCK) {
            int to = Math.min(chosen.length, from + BLOCK);
            rows.add(rows(matrix, Arrays.copyOfRange(chosen, from, to)));
            long[] wanted = new long[to - from];
            for (int i = from; i < to; i++) {
                wanted[i - from] = labels[i];
            }
            this.labels.add(Place.FLOAT32.indices(wanted, 1, wanted.length));
        }
        inverses.add(stride <= MOST_COLUMNS ? first() : diagonal());
    }

    private Tensor rows(Dense matrix, int[] chosen) {
        float[] numbers = new float[Math.multiplyExact(chosen.length, stride)];
        for (int i = 0; i < chosen.length; i++) {
            System.arraycopy(matrix.values(), chosen[i] * (stride - 1), numbers, i * stride, stride - 1);
            numbers[i * stride + stride - 1] = 1;
        }
        return Place.FLOAT32.of(numbers, chosen.length, stride);
    }

    private Tensor first() {
        Tensor products = Place.FLOAT32.zeros(stride, stride);
        for (Tensor block : rows) {
            products.addmm_(block.t(), block, 1, 1.0 / classes);
        }
        return inverse(products);
    }

    private Tensor inverse(Tensor products) {
        double[] curvature = products.toDoubles();
        for (int j = 0; j < stride; j++) {
            curvature[j * stride + j] += strength; // the intercept's too: only a preconditioner
        }
        return Place.FLOAT64.of(curvature, stride, stride).inverse();
    }

    private Tensor diagonal() {
        double[] curvature = new double[stride];
        for (Tensor block : rows) {
            double[] squares = block.square().sum(0, false).toDoubles();
            for (int j = 0; j < stride; j++) {
                curvature[j] += squares[j];
            }
        }
        for (int j = 0; j < stride; j++) {
            curvature[j] = 1 / (curvature[j] / classes + strength);
        }
        return Place.FLOAT64.of(curvature, stride);
    }

    @Override
    public double at(double[] weights, double[] gradient) {
        try (Scope scope = Scope.open()) {
            Tensor w = Place.FLOAT32.of(weights, classes, stride);
            Tensor slope = Place.FLOAT32.zeros(classes, stride);
            double loss = 0;
            for (int block = 0; block < rows.size(); block++) {
                Tensor logs = w.mm(rows.get(block).t()).logSoftmax(0);
                for (float log : logs.gather(0, labels.get(block)).toFloats()) {
                    loss -= log;
                }
                Tensor error = logs.exp().scatterAdd_(0, labels.get(block), -1);
                slope.addmm_(error, rows.get(block));
            }
            double[] sum = slope.toDoubles();
            System.arraycopy(sum, 0, gradient, 0, sum.length);
            return loss + LogisticLoss.penalty(weights, gradient, stride, strength);
        }
    }

    @Override
    public void near(double[] weights) {
        if (stride > MOST_COLUMNS || classes > MOST_CLASSES) {
            return;
        }
        List<Tensor> before = List.copyOf(inverses);
        inverses.clear();
        try (Scope scope = Scope.open()) {
            Tensor w = Place.FLOAT32.of(weights, classes, stride);
            List<Tensor> sums = new ArrayList<>();
            for (int k = 0; k < classes; k++) {
                sums.add(Place.FLOAT32.zeros(stride, stride));
            }
            for (Tensor block : rows) {
                Tensor p = w.mm(block.t()).softmax(0);
                Tensor variances = p.mul(p.neg().add(1));
                for (int k = 0; k < classes; k++) {
                    Tensor weighted = block.mul(variances.select(0, k).unsqueeze(1));
                    sums.get(k).addmm_(weighted.t(), block);
                }
            }
            for (Tensor sum : sums) {
                inverses.add(scope.keep(inverse(sum)));
            }
        }
        before.forEach(Tensor::close);
    }

    @Override
    public double[] precondition(double[] v) {
        try (Scope scope = Scope.open()) {
            Tensor given = Place.FLOAT64.of(v, classes, stride);
            if (inverses.size() == 1) {
                Tensor inverse = inverses.get(0);
                return (inverse.dim() == 2 ? given.mm(inverse) : given.mul(inverse)).toDoubles();
            }
            List<Tensor> parts = new ArrayList<>();
            for (int k = 0; k < classes; k++) {
                parts.add(given.narrow(0, k, 1).mm(inverses.get(k)));
            }
            return Tensor.cat(parts, 0).toDoubles();
        }
    }
}
