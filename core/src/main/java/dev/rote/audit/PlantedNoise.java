package dev.rote.audit;

import dev.rote.tensor.Seeds;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Wrong labels put among those of a user, as the estimated noise channel would: an example of class k is drawn in proportion to how credible
 * its label is times how often k is mislabelled, {@code r_i (1 - T_kk)}, and gets class j in proportion to {@code T_kj}.
 *
 * @param rows positions of the planted labels, ascending
 * @param labels of all examples, the planted ones among them, [N]
 */
record PlantedNoise(int[] rows, int[] labels) {

    /** A class that is never mislabelled is drawn now and then all the same. */
    private static final double LEAST = 1e-6;

    /**
     * Plants.
     *
     * @param channel T, {@code P(given = j | true = k)}, [K][K]
     * @param labels as given, [N]
     * @param quality of them, [N]; labels below one half are left alone
     * @param candidates positions
     * @param share of the candidates with credible labels, in [0, 1]; one at least
     */
    static PlantedNoise of(
            double[][] channel, int[] labels, double[] quality, int[] candidates, double share, Seeds seeds) {
        int[] credible =
                Arrays.stream(candidates).filter(i -> quality[i] >= 0.5).toArray();
        double[] keys = new double[labels.length];
        for (int i : credible) {
            double weight = quality[i] * (LEAST + 1 - channel[labels[i]][labels[i]]);
            keys[i] = -StrictMath.log(1 - seeds.of("which").of(i).uniform(0)) / weight;
        }
        // The smallest of exponential times with such rates are a draw in proportion, without replacement.
        int[] rows = IntStream.of(credible)
                .boxed()
                .sorted((a, b) -> Double.compare(keys[a], keys[b]))
                .limit(Math.max(1, Math.round(share * credible.length)))
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        int[] planted = labels.clone();
        for (int row : rows) {
            planted[row] = confused(
                    channel[labels[row]], labels[row], seeds.of("what").of(row).uniform(0));
        }
        return new PlantedNoise(rows, planted);
    }

    /** Another class than its own, in proportion to a row of the channel. */
    private static int confused(double[] row, int own, double draw) {
        double left = draw * (Arrays.stream(row).sum() - row[own]);
        int last = own == 0 ? 1 : 0;
        for (int k = 0; k < row.length; k++) {
            if (k != own) {
                last = k;
                left -= row[k];
                if (left < 0) {
                    return k;
                }
            }
        }
        return last;
    }
}
