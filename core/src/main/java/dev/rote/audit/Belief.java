package dev.rote.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * The mean of several {@linkplain Pool pools} that differ in how sharp they take the truth to be: nobody knows that, so what they agree on is
 * believed, and by how much they differ is how sure it is.
 */
final class Belief {

    /** The sharpness that is fitted from the start. */
    private static final double FIRST = 4;

    private static final int FIRST_ROUNDS = 30;
    private static final double SHARPER = 6;
    private static final int SHARPER_ROUNDS = 8;
    private static final List<Double> SOFTER = List.of(3.0, 2.0, 1.5);
    private static final int SOFTER_ROUNDS = 6;

    /** An interval is never shorter than this on either side, plus what chance does to so many examples. */
    private static final double SLACK = 0.005;

    private final List<Pool> pools;
    private final List<double[][]> members;

    private Belief(List<Pool> pools, List<double[][]> members) {
        this.pools = List.copyOf(pools);
        this.members = members;
    }

    /**
     * Fits to some examples.
     *
     * @param members out-of-sample probabilities, [M] of [N][K]
     * @param labels as given, [N]
     * @param rows the examples to fit to
     */
    static Belief of(List<double[][]> members, int[] labels, int[] rows) {
        double[][] logs = Pool.logs(members, rows);
        int[] given = Arrays.stream(rows).map(row -> labels[row]).toArray();
        Pool first = Pool.start(members.size(), members.get(0)[0].length, FIRST).fitted(logs, given, FIRST_ROUNDS);
        List<Pool> pools = new ArrayList<>();
        pools.add(first.sharpness(SHARPER).fitted(logs, given, SHARPER_ROUNDS));
        pools.add(first);
        Pool last = first;
        for (double softer : SOFTER) {
            last = last.sharpness(softer).fitted(logs, given, SOFTER_ROUNDS);
            pools.add(last);
        }
        return new Belief(pools, members);
    }

    /** The same trust in the members, who now say something else of the same examples; [M] of [N][K]. */
    Belief seeing(List<double[][]> others) {
        return new Belief(pools, others);
    }

    /** What is believed of an example if it had this label, [K]: the mean of the pools. */
    double[] posterior(int row, int label) {
        return mean(row, (pool, logs) -> pool.posterior(logs, 0, label));
    }

    /** What is believed of an example before its label is seen, [K]. */
    double[] before(int row) {
        return mean(row, (pool, logs) -> pool.before(logs, 0));
    }

    /** For every class, how probably a label of this class would be right, [K]. */
    double[] qualities(int row) {
        return mean(row, (pool, logs) -> pool.qualities(logs, 0));
    }

    /** The mean over the pools of what they say of one example, [K]. */
    private double[] mean(int row, BiFunction<Pool, double[][], double[]> said) {
        double[][] logs = Pool.logs(members, new int[] {row});
        double[] mean = new double[members.get(0)[row].length];
        for (Pool pool : pools) {
            double[] one = said.apply(pool, logs);
            for (int k = 0; k < mean.length; k++) {
                mean[k] += one[k] / pools.size();
            }
        }
        return mean;
    }

    /** {@code P(given = j | true = k)}, the mean of the pools, [K][K]. */
    double[][] channel() {
        return Committee.mean(pools.stream().map(Pool::channel).toList());
    }

    /**
     * The share of wrong labels: the mean of the pools, from the lowest of them to the highest and what chance may add.
     *
     * @param rows which examples it is the share of
     */
    Interval noise(int[] labels, int[] rows) {
        double[][] logs = Pool.logs(members, rows);
        double[] rates = pools.stream()
                .mapToDouble(pool -> IntStream.range(0, rows.length)
                        .mapToDouble(i -> 1 - pool.posterior(logs, i, labels[rows[i]])[labels[rows[i]]])
                        .average()
                        .orElse(0))
                .toArray();
        double rate = Arrays.stream(rates).average().orElse(0);
        double slack = SLACK + 1.96 * Math.sqrt(rate * (1 - rate) / rows.length);
        return new Interval(
                rate,
                Math.max(0, Arrays.stream(rates).min().orElse(0) - slack),
                Math.min(1, Arrays.stream(rates).max().orElse(0) + slack));
    }
}
