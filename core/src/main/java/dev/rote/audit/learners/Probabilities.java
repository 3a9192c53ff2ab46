package dev.rote.audit.learners;

import java.util.Arrays;

/** Rows of class probabilities. */
final class Probabilities {

    private Probabilities() {}

    /** The same for every class. */
    static double[] uniform(int classes) {
        double[] row = new double[classes];
        Arrays.fill(row, 1.0 / classes);
        return row;
    }

    /** The share of each class; the same for all when there are none. */
    static double[] shares(int[] counts) {
        double total = 0;
        for (int count : counts) {
            total += count;
        }
        if (total == 0) {
            return uniform(counts.length);
        }
        double[] row = new double[counts.length];
        for (int k = 0; k < row.length; k++) {
            row[k] = counts[k] / total;
        }
        return row;
    }

    /** Overwrites K scores from an offset on with their softmax; returns the logarithm of the sum of their exponentials. */
    static double softmax(double[] scores, int offset, int classes) {
        double top = Double.NEGATIVE_INFINITY;
        for (int k = offset; k < offset + classes; k++) {
            top = Math.max(top, scores[k]);
        }
        double sum = 0;
        for (int k = offset; k < offset + classes; k++) {
            scores[k] = Math.exp(scores[k] - top);
            sum += scores[k];
        }
        for (int k = offset; k < offset + classes; k++) {
            scores[k] /= sum;
        }
        return top + Math.log(sum);
    }
}
