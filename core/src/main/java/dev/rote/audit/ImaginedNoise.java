package dev.rote.audit;

import java.util.Arrays;
import java.util.List;

/**
 * How many wrong labels are found, told by making every label wrong in thought: what would be believed of it?
 *
 * <pre>
 * recall(t) = sum_i r_i sum_{j != y_i} T_y_i,j [quality of example i if labelled j is at most t] / sum_i r_i sum_{j != y_i} T_y_i,j
 * </pre>
 *
 * <p>r_i [N]: quality of the label y_i that example i has; T [K, K]: the {@linkplain Belief#channel() noise channel}, its rows scaled so that
 * every class is wrong as often. Nobody learned from the imagined labels, as out of sample nobody learns from the real ones; that the wrong
 * ones of others misled the members is in what they say.
 */
final class ImaginedNoise {

    /** A class that is never mislabelled is made wrong all the same. */
    private static final double LEAST = 1e-6;

    /** With many classes some examples are enough: so many pairs of classes are looked at. */
    private static final long MOST_PAIRS = 1_000_000_000;

    private ImaginedNoise() {}

    /**
     * What to expect of the worst examples.
     *
     * @param cuts by number of examples, ascending; only what they expect is replaced
     * @param rate share of wrong labels
     * @param quality of the labels, [N]
     * @param rows the examples that were learned from
     */
    static List<Findings.Cut> expected(
            List<Findings.Cut> cuts, double rate, Belief belief, int[] labels, double[] quality, int[] rows) {
        double[] most = cuts.stream().mapToDouble(Findings.Cut::quality).toArray();
        double[] recall = recall(most, belief, labels, quality, rows);
        return Cuts.holding(cuts, place -> rate * labels.length * recall[place]);
    }

    /** recall at several t, ascending. */
    static double[] recall(double[] most, Belief belief, int[] labels, double[] quality, int[] rows) {
        double[][] channel = belief.channel();
        int classes = channel.length;
        double[] found = new double[most.length + 1];
        double all = 0;
        int looked = (int) Math.max(1, Math.min(rows.length, MOST_PAIRS / classes / classes));
        for (int n = 0; n < looked; n++) {
            int i = rows[(int) ((long) n * rows.length / looked)];
            double[] confusions = channel[labels[i]];
            double sum = Arrays.stream(confusions).sum() - confusions[labels[i]] + LEAST * (classes - 1);
            double[] imagined = belief.qualities(i);
            for (int j = 0; j < classes; j++) {
                if (j != labels[i]) {
                    double weight = quality[i] * (confusions[j] + LEAST) / sum;
                    found[firstAtLeast(most, imagined[j])] += weight;
                    all += weight;
                }
            }
        }
        double[] recall = new double[most.length];
        double sum = 0;
        for (int t = 0; t < recall.length; t++) {
            sum += found[t];
            recall[t] = all > 0 ? sum / all : 0;
        }
        return recall;
    }

    /** Of ascending numbers, the first that is at least this; their count if none is. */
    private static int firstAtLeast(double[] ascending, double least) {
        int from = 0;
        int to = ascending.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (ascending[middle] >= least) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }
}
