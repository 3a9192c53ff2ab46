package dev.rote.audit;

import dev.rote.audit.Findings.Cut;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many wrong labels are found, measured on {@linkplain PlantedNoise planted} ones: {@code recall(t)} is the share of them whose quality is
 * at most t.
 *
 * <p>With noise rate e, the n of N examples whose quality is at most t are expected to hold {@code e N recall(t)} wrong labels, if labels of the
 * user are wrong in the way in which the planted ones are. Noise that follows the features is harder to find than that. {@link Cuts} evens out
 * that few were planted.
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

    /**
     * What to expect of the worst examples: the mean of what was expected already and of what was found. Few can be planted, so the latter alone
     * says little about the very worst.
     *
     * @param cuts by number of examples, ascending, with what was expected
     * @param wrong e N
     */
    List<Cut> expected(List<Cut> cuts, double wrong) {
        List<Cut> found =
                Cuts.holding(cuts, place -> wrong * recall(cuts.get(place).quality()));
        return IntStream.range(0, cuts.size())
                .mapToObj(place -> {
                    Cut cut = cuts.get(place);
                    double both = cut.expected() + found.get(place).expected();
                    return new Cut(cut.examples(), cut.quality(), both / 2);
                })
                .toList();
    }

    /** The share of planted labels whose quality is at most this, in [0, 1]. */
    double recall(double quality) {
        return (double) Arrays.stream(qualities).filter(q -> q <= quality).count() / qualities.length;
    }
}
