package dev.rote.estimates;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How well a score orders examples, those that are sought first. Ties count half in the area under the curve and share the
 * mean rank in correlations; elsewhere equals stand in the order of their positions. A NaN anywhere gives NaN.
 */
public final class RankMetrics {

    private RankMetrics() {}

    /**
     * Area under the ROC curve: the probability that a sought example has a higher score than another, in [0, 1]; 0.5 by chance, NaN
     * when all or none are sought.
     *
     * @param scores [N]
     * @param sought 1 where sought, 0 where not, [N]
     */
    public static double auc(double[] scores, double[] sought) {
        double[] ranks = ranks(scores);
        double count = Arrays.stream(sought).sum();
        double sum = IntStream.range(0, ranks.length)
                .mapToDouble(i -> sought[i] * ranks[i])
                .sum();
        return (sum - count * (count + 1) / 2) / (count * (scores.length - count));
    }

    /** Mean, over the sought examples, of the share of sought ones among all with a score as high, in [0, 1]; NaN for none. */
    public static double averagePrecision(double[] scores, double[] sought) {
        if (hasNaN(scores)) {
            return Double.NaN;
        }
        double found = 0;
        double sum = 0;
        int[] order = descending(scores);
        for (int from = 0, to; from < order.length; from = to) {
            double before = found;
            for (to = from; to < order.length && scores[order[to]] == scores[order[from]]; to++) {
                found += sought[order[to]];
            }
            sum += (found - before) * found / to;
        }
        return sum / found;
    }

    /** Share of the sought examples that are among the highest-scored {@code share} of all, in [0, 1]; NaN for none. */
    public static double recall(double[] scores, double[] sought, double share) {
        if (hasNaN(scores)) {
            return Double.NaN;
        }
        int[] order = descending(scores);
        double found = IntStream.range(0, (int) Math.round(share * order.length))
                .mapToDouble(i -> sought[order[i]])
                .sum();
        return found / Arrays.stream(sought).sum();
    }

    /** Spearman's rank correlation, in [-1, 1]; NaN when one of the two is constant. */
    public static double spearman(double[] a, double[] b) {
        double[] x = ranks(a);
        double[] y = ranks(b);
        double middle = (x.length + 1) / 2.0;
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - middle) * (y[i] - middle);
            xx += (x[i] - middle) * (x[i] - middle);
            yy += (y[i] - middle) * (y[i] - middle);
        }
        return xy / Math.sqrt(xx * yy);
    }

    /** The mean of a value within each of so many groups of equal size (give or take one), from the lowest scores to the highest. */
    public static double[] groups(double[] scores, double[] values, int count) {
        int[] order = descending(scores);
        double[] means = new double[count];
        for (int g = 0; g < count; g++) {
            int from = g * order.length / count;
            int to = (g + 1) * order.length / count;
            means[g] = hasNaN(scores)
                    ? Double.NaN
                    : IntStream.range(from, to)
                            .mapToDouble(i -> values[order[order.length - 1 - i]])
                            .average()
                            .orElse(Double.NaN);
        }
        return means;
    }

    private static boolean hasNaN(double[] values) {
        return Arrays.stream(values).anyMatch(Double::isNaN);
    }

    private static int[] descending(double[] scores) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Ranks from 1, the lowest first; equals share their mean rank. */
    private static double[] ranks(double[] values) {
        double[] ranks = new double[values.length];
        if (hasNaN(values)) {
            Arrays.fill(ranks, Double.NaN);
            return ranks;
        }
        int[] order = descending(values);
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = order.length - (from + to - 1) / 2.0;
            }
            from = to;
        }
        return ranks;
    }
}
