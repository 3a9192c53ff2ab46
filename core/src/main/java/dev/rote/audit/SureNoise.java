package dev.rote.audit;

/**
 * The share of wrong labels as told from the examples whose class is not in doubt: where classes overlap, a label that contradicts the committee
 * need not be wrong; where they do not, it is.
 *
 * <pre>
 * k_i = argmax_k q_ik                       the likeliest class before the label is seen, q the mean of the pools
 * v_i = 1 - q_i,k_i                         how much it is in doubt
 * P(y_i != k_i) = e_k (1 - v_i) + (1 + c) v_i
 * </pre>
 *
 * <p>e_k is the share of wrong labels among those of class k, alike for clear and for doubtful examples; c says by how much more (above 0)
 * or less the classes overlap than the pools believe. Both by least squares, weights {@code 1 / max(v_i, }{@value #SURE}{@code )}, because
 * how much of the doubt is overlap is the less known the more there is of it; c is joined by one example that says 0 and is at least -1,
 * e_k is at least 0. The rate is the mean of e_k over the examples' likeliest classes.
 *
 * <p>Noise that strikes doubtful examples more often than clear ones, as people's mistakes do, is underestimated.
 *
 * <p>That examples of a sure class show the noise is what Liu and Tao 2016, "Classification with noisy labels by importance reweighting", and
 * Patrini et al. 2017, "Making deep neural networks robust to label noise: a loss correction approach", build on with single anchor points;
 * to draw a line through all examples is ours.
 */
final class SureNoise {

    /** Below this much doubt an example is as good as any. */
    private static final double SURE = 0.01;

    private SureNoise() {}

    /**
     * The rate, in [0, 1].
     *
     * @param rows the examples that were learned from
     */
    static double rate(Belief belief, int[] labels, int[] rows) {
        double[][] before = new double[rows.length][];
        int[] given = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            before[i] = belief.before(rows[i]);
            given[i] = labels[rows[i]];
        }
        return rate(before, given);
    }

    /**
     * The rate, in [0, 1].
     *
     * @param before q, what is believed before a label is seen, [N, K]
     * @param labels y, as given, [N]
     */
    static double rate(double[][] before, int[] labels) {
        int classes = before[0].length;
        int[] examples = new int[classes];
        double[] clear = new double[classes];
        double[] mixed = new double[classes];
        double[] more = new double[classes];
        double doubtful = 1;
        double slack = 0;
        for (int i = 0; i < labels.length; i++) {
            int k = Likeliest.of(before[i]);
            double v = 1 - before[i][k];
            double weight = 1 / Math.max(v, SURE);
            double beyond = (labels[i] == k ? 0 : 1) - v;
            examples[k]++;
            clear[k] += weight * (1 - v) * (1 - v);
            mixed[k] += weight * (1 - v) * v;
            more[k] += weight * (1 - v) * beyond;
            doubtful += weight * v * v;
            slack += weight * v * beyond;
        }
        for (int k = 0; k < classes; k++) {
            if (examples[k] > 0) {
                doubtful -= mixed[k] * mixed[k] / clear[k];
                slack -= mixed[k] * more[k] / clear[k];
            }
        }
        double c = Math.max(-1, slack / doubtful);
        double rate = 0;
        for (int k = 0; k < classes; k++) {
            if (examples[k] > 0) {
                double e = Math.max(0, Math.min(1, (more[k] - c * mixed[k]) / clear[k]));
                rate += e * examples[k] / labels.length;
            }
        }
        return rate;
    }
}
