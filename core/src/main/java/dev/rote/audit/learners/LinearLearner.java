package dev.rote.audit.learners;

import dev.rote.audit.features.Dense;
import dev.rote.audit.features.Matrix;
import dev.rote.audit.features.Sparse;
import dev.rote.tensor.Workers;

/**
 * Multinomial logistic regression on the linear features, one model a fold.
 *
 * <p>Minimises {@code C sum_i -log p(y_i | x_i) + |w|^2 / 2} with intercepts unpenalised, where p is the softmax of {@code W x + b}. With two
 * classes only the difference of their weights counts and {@code |w|} is its length. This is scikit-learn's {@code LogisticRegression},
 * solved by {@link Lbfgs}: same minimum, other path. Classes without an example to learn from get probability 0.
 *
 * @param c inverse strength of the penalty, above 0
 */
public record LinearLearner(double c) implements Learner {

    /** {@code g.H g} in nats a row: then probabilities are off by less than 0.001. */
    private static final double TOLERANCE = 1e-7;

    private static final int MOST_STEPS = 300;
    private static final double SINGLE_PRECISION = 1e-8;
    private static final double DOUBLE_PRECISION = 1e-14;

    /** C = 1. */
    public LinearLearner() {
        this(1);
    }

    public LinearLearner {
        if (!(c > 0)) {
            throw new IllegalArgumentException("c must be above 0, was " + c);
        }
    }

    @Override
    public String name() {
        return "linear";
    }

    @Override
    public double[][] outOfSample(Task task, Workers workers) {
        double[][] answer = new double[task.rows()][];
        workers.forEach(task.foldCount(), fold -> {
            FoldRows rows = FoldRows.of(task, fold);
            if (rows.judged().length > 0) {
                judge(task, rows, answer);
            }
        });
        return answer;
    }

    private void judge(Task task, FoldRows rows, double[][] answer) {
        int[] counts = rows.counts(task);
        int[] number = new int[task.classes()]; // of a class among those there are
        int[] present = new int[task.classes()];
        int classes = 0;
        for (int k = 0; k < counts.length; k++) {
            if (counts[k] > 0) {
                number[k] = classes;
                present[classes++] = k;
            }
        }
        if (classes < 2) {
            for (int row : rows.judged()) {
                answer[row] = Probabilities.shares(counts);
            }
            return;
        }
        int[] labels = new int[rows.learned().length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = number[task.labels()[rows.learned()[i]]];
        }
        Matrix matrix = task.features().linear();
        double[] weights = weights(matrix, rows.learned(), labels, classes);
        int stride = matrix.columns() + 1;
        double[] scores = new double[classes];
        for (int row : rows.judged()) {
            for (int k = 0; k < classes; k++) {
                scores[k] = matrix.dot(row, weights, k * stride) + weights[k * stride + stride - 1];
            }
            Probabilities.softmax(scores, 0, classes);
            answer[row] = new double[task.classes()];
            for (int k = 0; k < classes; k++) {
                answer[row][present[k]] = scores[k];
            }
        }
    }

    private double[] weights(Matrix matrix, int[] chosen, int[] labels, int classes) {
        // Two weight vectors v and -v stand for one difference 2 v, whose square is twice the sum of theirs.
        double strength = (classes == 2 ? 2 : 1) / c;
        double[] weights = new double[Math.multiplyExact(classes, matrix.columns() + 1)];
        if (matrix instanceof Dense dense) {
            DenseLogistic loss = new DenseLogistic(dense, chosen, labels, classes, strength);
            new Lbfgs(TOLERANCE * chosen.length, MOST_STEPS, SINGLE_PRECISION).minimise(loss, weights);
        } else {
            SparseLogistic loss = new SparseLogistic((Sparse) matrix, chosen, labels, classes, strength);
            new Lbfgs(TOLERANCE * chosen.length, MOST_STEPS, DOUBLE_PRECISION).minimise(loss, weights);
        }
        return weights;
    }
}
