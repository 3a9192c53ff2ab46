package dev.rote.confident;

/**
 * A number that says how much the probabilities speak for the given label: low is bad, the lowest is looked at first.
 *
 * <p>k: the given label; p: probabilities [K]; t: confident thresholds [K].
 */
public enum Quality {

    /** {@code p_k}, in [0, 1]. */
    SELF_CONFIDENCE,

    /** {@code (p_k - max_{j != k} p_j + 1) / 2}, in [0, 1]; below 0.5 another class is more probable. */
    NORMALIZED_MARGIN,

    /**
     * {@code log(w + 1) / w, w = -sum_j p_j log p_j / log K / p_k}, natural logarithms, p_k and the last w not below 1e-6; in [0, 1].
     *
     * <p>Low where the model is undecided or gives the label no chance. At {@code w = 0}, when one class has all the probability,
     * the floor under w makes it 0, the worst, even if that class is the given one: do not rank one-hot probabilities by it.
     */
    CONFIDENCE_WEIGHTED_ENTROPY,

    /** {@link #SELF_CONFIDENCE} of {@code q_j = (p_j - t_j + max t) / sum}: fair to classes the model is seldom sure of. */
    ADJUSTED_SELF_CONFIDENCE,

    /** {@link #NORMALIZED_MARGIN} of the same q. */
    ADJUSTED_NORMALIZED_MARGIN;

    private static final double FLOOR = 1e-6;

    /**
     * The score of one example.
     *
     * @param label k
     * @param probs p [K], as {@link Probabilities} wants them
     * @param thresholds t [K], see {@link ConfidentJoint#thresholds}; looked at by the adjusted ones only
     * @throws IllegalArgumentException when label, probabilities and thresholds do not fit
     */
    public double score(int label, double[] probs, double[] thresholds) {
        Probabilities.check(label, probs, thresholds.length);
        return of(label, probs, thresholds);
    }

    double of(int label, double[] p, double[] thresholds) {
        return switch (this) {
            case SELF_CONFIDENCE -> p[label];
            case NORMALIZED_MARGIN -> margin(label, p);
            case CONFIDENCE_WEIGHTED_ENTROPY -> entropy(label, p);
            case ADJUSTED_SELF_CONFIDENCE -> adjusted(p, thresholds)[label];
            case ADJUSTED_NORMALIZED_MARGIN -> margin(label, adjusted(p, thresholds));
        };
    }

    private static double margin(int label, double[] p) {
        double other = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < p.length; j++) {
            if (j != label && p[j] > other) {
                other = p[j];
            }
        }
        return (p[label] - other + 1) / 2;
    }

    private static double entropy(int label, double[] p) {
        double sum = 0;
        for (double each : p) {
            sum -= each > 0 ? each * StrictMath.log(each) : 0;
        }
        double w = sum / StrictMath.log(p.length) / Math.max(p[label], FLOOR);
        return StrictMath.log(w + 1) / Math.max(w, FLOOR);
    }

    private static double[] adjusted(double[] p, double[] thresholds) {
        double largest = thresholds[Row.argmax(thresholds)];
        double[] q = new double[p.length];
        double sum = 0;
        for (int j = 0; j < q.length; j++) {
            q[j] = p[j] - thresholds[j] + largest;
            sum += q[j];
        }
        for (int j = 0; j < q.length; j++) {
            q[j] /= sum;
        }
        return q;
    }
}
