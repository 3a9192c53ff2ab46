package dev.rote.audit;

import dev.rote.audit.Findings.Cut;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How many wrong labels are found, measured on {@linkplain PlantedNoise planted} ones: {@code recall(t)} is the share of them whose quality is
 * at most t.
 *
 * <p>With noise rate e, the n of N examples whose quality is at most t are expected to hold {@code e N recall(t)} wrong labels, if labels of the
 * user are wrong in the way in which the planted ones are. Noise that follows the features is harder to find than that. As the worst come
 * first, the expected number must be concave in n: the least concave function above is taken, which also evens out that few were planted.
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
     * What to expect of the worst examples: the mean of what their qualities say and of what was found. Few can be planted, so the latter alone
     * says little about the very worst.
     *
     * @param cuts by number of examples, ascending, with what the qualities say
     * @param wrong e N
     */
    List<Cut> expected(List<Cut> cuts, double wrong) {
        List<double[]> hull = new ArrayList<>(List.of(new double[] {0, 0}));
        for (Cut cut : cuts) {
            double[] next = {cut.examples(), wrong * recall(cut.quality())};
            while (hull.size() > 1
                    && slope(hull.get(hull.size() - 2), next)
                            >= slope(hull.get(hull.size() - 2), hull.get(hull.size() - 1))) {
                hull.remove(hull.size() - 1);
            }
            hull.add(next);
        }
        return cuts.stream()
                .map(cut -> {
                    double found = Math.min(1, on(hull, cut.examples()) / cut.examples());
                    return new Cut(cut.examples(), cut.quality(), (cut.expected() + found) / 2);
                })
                .toList();
    }

    private static double slope(double[] from, double[] to) {
        return (to[1] - from[1]) / (to[0] - from[0]);
    }

    /** The height of a line through corners at x. */
    private static double on(List<double[]> corners, double x) {
        int right = 1;
        while (corners.get(right)[0] < x) {
            right++;
        }
        double[] from = corners.get(right - 1);
        return from[1] + slope(from, corners.get(right)) * (x - from[0]);
    }

    /** The share of planted labels whose quality is at most this, in [0, 1]. */
    double recall(double quality) {
        return (double) Arrays.stream(qualities).filter(q -> q <= quality).count() / qualities.length;
    }
}
