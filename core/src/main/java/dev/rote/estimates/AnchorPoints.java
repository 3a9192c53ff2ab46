package dev.rote.estimates;

import dev.rote.tensor.Seeds;
import java.util.Arrays;

/**
 * The transition matrix from anchor points (Patrini et al. 2017, equations 12 and 13): {@code T_ij = p(j | a_i)}, where a_i is the
 * example that a model trained on the noisy labels is surest to be of class i, {@code a_i = argmax_x p(i | x)}.
 *
 * <p>p: probabilities of the noisy labels [n, K], rows sum to one; T: [K, K], row i tells how labels of true class i are spread,
 * rows sum to one. Scores at or above a percentile are passed over as outliers (the paper's experiments use the 97th), rank
 * {@code ceil(percentile / 100 * (n - 1))} of the ascending scores; 100 passes over none. Where that leaves no example, because
 * all score alike, the first of the highest is taken.
 */
public final class AnchorPoints {

    private AnchorPoints() {}

    /**
     * The matrix.
     *
     * @param probabilities p [n, K]
     * @param percentile of the scores passed over, in (0, 100]
     * @return T [K, K]
     * @throws IllegalArgumentException when there are no examples or the percentile is outside its range
     */
    public static double[][] estimate(double[][] probabilities, double percentile) {
        if (probabilities.length == 0) {
            throw new IllegalArgumentException("probabilities must be of at least one example, were of none");
        }
        if (!(percentile > 0 && percentile <= 100)) {
            throw new IllegalArgumentException("percentile must be in (0, 100], was " + percentile);
        }
        double[][] matrix = new double[probabilities[0].length][];
        for (int i = 0; i < matrix.length; i++) {
            double[] anchor = probabilities[anchor(probabilities, i, percentile)];
            double sum = Arrays.stream(anchor).sum();
            matrix[i] = Arrays.stream(anchor).map(p -> p / sum).toArray();
        }
        return matrix;
    }

    private static int anchor(double[][] probabilities, int label, double percentile) {
        double[] sorted =
                Arrays.stream(probabilities).mapToDouble(p -> p[label]).sorted().toArray();
        int rank = (int) Math.ceil(percentile / 100 * (sorted.length - 1));
        double limit = percentile == 100 ? Double.POSITIVE_INFINITY : sorted[rank];
        int best = -1;
        int highest = 0;
        for (int x = 0; x < probabilities.length; x++) {
            double score = probabilities[x][label];
            highest = score > probabilities[highest][label] ? x : highest;
            best = score < limit && (best < 0 || score > probabilities[best][label]) ? x : best;
        }
        return best < 0 ? highest : best;
    }

    /**
     * The share of wrong labels that the matrix means for these examples: {@code sum_i s_i (1 - T_ii)}, where s_i is the share of the
     * examples whose largest probability is at i. That is their true class wherever labels are more often right than of any one
     * other class. In [0, 1].
     */
    public static double noiseRate(double[][] probabilities, double percentile) {
        double[][] matrix = estimate(probabilities, percentile);
        double sum = 0;
        for (double[] p : probabilities) {
            int largest = 0;
            for (int k = 1; k < p.length; k++) {
                largest = p[k] > p[largest] ? k : largest;
            }
            sum += 1 - matrix[largest][largest];
        }
        return sum / probabilities.length;
    }

    /** A 95 % interval of {@link #noiseRate} by the {@linkplain Bootstrap bootstrap} over examples. */
    public static Bootstrap.Interval interval(double[][] probabilities, double percentile, int samples, Seeds seeds) {
        return Bootstrap.interval(
                probabilities.length,
                samples,
                seeds,
                at -> noiseRate(
                        Arrays.stream(at).mapToObj(i -> probabilities[i]).toArray(double[][]::new), percentile));
    }
}
