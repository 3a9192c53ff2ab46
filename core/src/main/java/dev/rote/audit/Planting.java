package dev.rote.audit;

import dev.rote.tensor.Seeds;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How many wrong labels would be found, measured by planting some: each example's label is replaced by one that the noise channel confuses
 * it with, and its quality is computed anew. A full audit plants {@linkplain PlantedNoise before learners judge}.
 *
 * <p>Nothing is trained for the usual way: what the learners say of an example does not depend on its own label, because they never saw it. An
 * example counts by how credible its own label is, since planting noise on noise says nothing. With noise rate e the worst n of N examples
 * are then expected to hold {@code e N recall(t)} wrong labels, where recall(t) is the share of planted labels whose quality is at most
 * that of the n-th.
 */
final class Planting {

    private static final int MOST = 20_000;

    private final double[] qualities;
    private final double[] recall;

    private Planting(double[] qualities, double[] recall) {
        this.qualities = qualities;
        this.recall = recall;
    }

    /**
     * Plants a wrong label on each of some examples, one at a time.
     *
     * @param belief what is believed
     * @param labels as given, [N]
     * @param quality of the given labels, [N]
     * @param rows the examples to plant on; of very many the first
     */
    static Planting of(Belief belief, int[] labels, double[] quality, int[] rows, Seeds seeds) {
        int count = Math.min(MOST, rows.length);
        double[][] channel = belief.channel();
        double[] found = new double[count];
        for (int i = 0; i < count; i++) {
            int planted = confused(
                    channel[labels[rows[i]]],
                    labels[rows[i]],
                    seeds.of("planted").of(rows[i]).uniform(0));
            found[i] = belief.posterior(rows[i], planted)[planted];
        }
        return curve(
                found,
                Arrays.stream(rows, 0, count).mapToDouble(row -> quality[row]).toArray());
    }

    /**
     * Takes in labels that were really planted before learners judged.
     *
     * @param belief as it was before the planting, seeing what the learners said after it; so qualities can be compared
     */
    static Planting of(Belief belief, PlantedNoise planted) {
        double[] found = Arrays.stream(planted.rows())
                .mapToDouble(row -> belief.posterior(row, planted.labels()[row])[planted.labels()[row]])
                .toArray();
        double[] alike = new double[found.length];
        Arrays.fill(alike, 1);
        return curve(found, alike);
    }

    private static Planting curve(double[] found, double[] weights) {
        double all = Arrays.stream(weights).sum();
        int[] order = IntStream.range(0, found.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> found[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] sorted = new double[found.length];
        double[] recall = new double[found.length];
        double sum = 0;
        for (int i = 0; i < found.length; i++) {
            sorted[i] = found[order[i]];
            sum += weights[order[i]];
            recall[i] = sum / all;
        }
        return new Planting(sorted, recall);
    }

    /** Another class than its own, in proportion to a row of the channel. */
    static int confused(double[] row, int own, double draw) {
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

    /** The share of planted labels whose quality is at most this, in [0, 1]. */
    double recall(double quality) {
        int below = 0;
        int above = qualities.length;
        while (below < above) {
            int middle = (below + above) >>> 1;
            if (qualities[middle] <= quality) {
                below = middle + 1;
            } else {
                above = middle;
            }
        }
        return below == 0 ? 0 : recall[below - 1];
    }
}
