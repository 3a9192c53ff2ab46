package dev.rote.audit;

import java.util.Arrays;

/**
 * How many wrong labels are found, measured on {@linkplain PlantedNoise planted} ones: {@code recall(t)} is the share of them whose quality is
 * at most t.
 *
 * <p>With noise rate e, the n of N examples whose quality is at most t are expected to hold {@code e N recall(t)} wrong labels, if labels of the
 * user are wrong in the way in which the planted ones are. Noise that follows the features is harder to find than that.
 *
 * @param qualities of the planted labels, ascending
 */
record Planting(double[] qualities) {

    /**
     * Takes in what was found.
     *
     * @param belief as it was before the planting, seeing what the learners said after it, so that qualities can be compared
     */
    static Planting of(Belief belief, PlantedNoise planted) {
        return new Planting(Arrays.stream(planted.rows())
                .mapToDouble(row -> belief.posterior(row, planted.labels()[row])[planted.labels()[row]])
                .sorted()
                .toArray());
    }

    /** How many were planted. */
    int count() {
        return qualities.length;
    }

    /** The share of planted labels whose quality is at most this, in [0, 1]. */
    double recall(double quality) {
        return (double) Arrays.stream(qualities).filter(q -> q <= quality).count() / qualities.length;
    }
}
