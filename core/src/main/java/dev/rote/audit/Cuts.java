package dev.rote.audit;

import dev.rote.audit.Findings.Cut;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * From how many wrong labels the n worst examples are thought to hold to what share of them is expected to be wrong.
 *
 * <p>As the worst come first, the expected number must be concave in n: the least concave function above what is thought is taken, and of n
 * examples at most n are wrong.
 */
final class Cuts {

    private Cuts() {}

    /**
     * The same cuts with other expectations.
     *
     * @param cuts by number of examples, ascending
     * @param wrong how many wrong labels the examples of the cut at a place are thought to hold
     */
    static List<Cut> holding(List<Cut> cuts, IntToDoubleFunction wrong) {
        List<double[]> hull = new ArrayList<>(List.of(new double[] {0, 0}));
        for (int place = 0; place < cuts.size(); place++) {
            double[] next = {cuts.get(place).examples(), wrong.applyAsDouble(place)};
            while (hull.size() > 1
                    && slope(hull.get(hull.size() - 2), next)
                            >= slope(hull.get(hull.size() - 2), hull.get(hull.size() - 1))) {
                hull.remove(hull.size() - 1);
            }
            hull.add(next);
        }
        return IntStream.range(0, cuts.size())
                .mapToObj(place -> {
                    Cut cut = cuts.get(place);
                    return new Cut(
                            cut.examples(), cut.quality(), Math.min(1, on(hull, cut.examples()) / cut.examples()));
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
}
