package dev.rote.confident;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What probabilities must be like: a row of K numbers per example, none negative, with sum 1 within {@value #TOLERANCE}. */
public final class Probabilities {

    /** By how much the sum of a row may differ from 1: what softmax in single precision leaves, not what a wrong column does. */
    public static final double TOLERANCE = 1e-5;

    private Probabilities() {}

    /**
     * Each row divided by its sum; the arguments are left as they are.
     *
     * @param weights [N, K], finite, none negative, not all zero in a row
     * @throws IllegalArgumentException naming the row that cannot be normalised
     */
    public static double[][] normalised(double[][] weights) {
        double[][] probs = new double[weights.length][];
        for (int i = 0; i < weights.length; i++) {
            double[] row = weights[i];
            double sum = 0;
            for (int j = 0; row != null && j < row.length; j++) {
                sum += row[j] >= 0 ? row[j] : Double.NaN;
            }
            if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("row " + i + " is " + shown(row)
                        + ", must be finite numbers of at least 0, not all 0; leave the row out or correct it");
            }
            double divisor = sum;
            probs[i] = Arrays.stream(row).map(p -> p / divisor).toArray();
        }
        return probs;
    }

    /** Checks all examples. */
    static void check(int[] labels, double[][] probs) {
        if (labels.length == 0) {
            throw new IllegalArgumentException("labels are of no example, must be of at least one");
        }
        if (labels.length != probs.length) {
            throw new IllegalArgumentException("there are " + labels.length + " labels and " + probs.length
                    + " rows of probabilities, must be one row for each label");
        }
        int classes = probs[0] == null ? 0 : probs[0].length;
        for (int i = 0; i < labels.length; i++) {
            String problem = problem(labels[i], probs[i], classes);
            if (!problem.isEmpty()) {
                throw new IllegalArgumentException("row " + i + ": " + problem);
            }
        }
    }

    /** Checks one example whose place is not known. */
    static void check(int label, double[] probs, int classes) {
        String problem = problem(label, probs, classes);
        if (!problem.isEmpty()) {
            throw new IllegalArgumentException(
                    "example with label " + label + " and probabilities " + shown(probs) + ": " + problem);
        }
    }

    /** Checks a number of classes. */
    static int classes(int classes) {
        if (classes < 2) {
            throw new IllegalArgumentException("there must be at least 2 classes, were " + classes);
        }
        return classes;
    }

    private static String problem(int label, double @Nullable [] p, int classes) {
        if (p == null || p.length < 2 || p.length != classes) {
            return "has " + (p == null ? 0 : p.length)
                    + " probabilities, must have one for each class, of which there are "
                    + (classes < 2 ? "at least 2" : classes + " as in the first row or the thresholds");
        }
        if (label < 0 || label >= p.length) {
            return "label is " + label + ", must be in 0 to " + (p.length - 1)
                    + ", the columns of the probabilities; number the classes from 0";
        }
        double sum = 0;
        for (int j = 0; j < p.length; j++) {
            if (!(p[j] >= 0)) {
                return "probability of class " + j + " is " + p[j]
                        + ", must be a number of at least 0; leave the row out or predict it anew";
            }
            sum += p[j];
        }
        return Math.abs(sum - 1) <= TOLERANCE
                ? ""
                : "probabilities sum to " + sum + ", must sum to 1 within " + TOLERANCE
                        + "; if they are meant to, call Probabilities.normalised";
    }

    private static String shown(double @Nullable [] row) {
        return row == null || row.length <= 10 ? Arrays.toString(row) : "of " + row.length + " numbers";
    }
}
