package dev.rote.audit.learners;

import dev.rote.audit.features.Matrix;
import dev.rote.audit.features.Sparse;
import dev.rote.tensor.Workers;

/**
 * Multinomial naive Bayes on the linear features, for words: {@code p_k ~ n_k prod_j theta_kj^x_j},
 * {@code theta_kj = (alpha + sum_(i of k) x_ij) / (alpha D + sum_j sum_(i of k) x_ij)}.
 *
 * <p>n_k: rows of class k among those learned from; x_ij: counts or weights of words, at least 0. Classes without a row get probability 0.
 * Source: Manning, Raghavan and Schuetze 2008, "Introduction to Information Retrieval", section 13.2.
 *
 * @param alpha what is added to each sum, above 0
 */
public record NaiveBayesLearner(double alpha) implements Learner {

    /** alpha = 0.1. */
    public NaiveBayesLearner() {
        this(0.1);
    }

    public NaiveBayesLearner {
        if (!(alpha > 0)) {
            throw new IllegalArgumentException("alpha must be above 0, was " + alpha);
        }
    }

    /** Whether these may be weights of words: sparse, and none negative as standardised numbers are. */
    public static boolean suits(Matrix linear) {
        if (!(linear instanceof Sparse words)) {
            return false;
        }
        for (float weight : words.values()) {
            if (!(weight >= 0)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String name() {
        return "naive-bayes";
    }

    @Override
    public double[][] outOfSample(Task task, Workers workers) {
        double[][] answer = new double[task.rows()][];
        workers.forEach(task.foldCount(), fold -> {
            FoldRows rows = FoldRows.of(task, fold);
            int[] counts = rows.counts(task);
            if (rows.learned().length == 0) {
                for (int row : rows.judged()) {
                    answer[row] = Probabilities.uniform(task.classes());
                }
                return;
            }
            Matrix matrix = task.features().linear();
            double[] logs = logs(task, rows, matrix);
            for (int row : rows.judged()) {
                double[] scores = new double[task.classes()];
                for (int k = 0; k < scores.length; k++) {
                    scores[k] = Math.log(counts[k]) + matrix.dot(row, logs, k * matrix.columns());
                }
                Probabilities.softmax(scores, 0, scores.length);
                answer[row] = scores;
            }
        });
        return answer;
    }

    /** log theta [K * D]. */
    private double[] logs(Task task, FoldRows rows, Matrix matrix) {
        int width = matrix.columns();
        double[] sums = new double[Math.multiplyExact(task.classes(), width)];
        for (int row : rows.learned()) {
            matrix.addTo(row, 1, sums, task.labels()[row] * width);
        }
        for (int k = 0; k < task.classes(); k++) {
            double all = 0;
            for (int j = 0; j < width; j++) {
                all += alpha + sums[k * width + j];
            }
            for (int j = 0; j < width; j++) {
                sums[k * width + j] = Math.log((alpha + sums[k * width + j]) / all);
            }
        }
        return sums;
    }
}
