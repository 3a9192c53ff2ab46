package dev.rote.methods;

import dev.rote.tensor.Tensor;
import dev.rote.train.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Selection by small loss (Han et al. 2018): wrong labels are learnt late, so the examples of a batch with the smallest losses are
 * probably right.
 */
final class SmallLoss {

    private SmallLoss() {}

    /**
     * The share of a batch that is dropped, rising in equal steps: {@code rate * min(1, (epoch + 1) / (ramp - 1))}, which is the
     * authors' {@code linspace(0, rate, ramp)} read at epochs counted from 1.
     *
     * @param rate the share in the end, in [0, 1)
     * @param ramp T_k, how many values the rise has; with 0, 1 or 2 the full share is dropped from the start
     */
    static double dropped(double rate, int ramp, Clock clock) {
        return rate * Math.min(1, (clock.epoch() + 1) / Math.max(1.0, ramp - 1));
    }

    /** How many of so many rows stay, {@code floor((1 - dropped) * rows)}: at least one, so that small batches train too. */
    static int kept(int rows, double rate, int ramp, Clock clock) {
        // 1e-9 because 10 rows of which 0.9 are dropped would leave 0.9999999999999998.
        int whole = (int) Math.floor((1 - dropped(rate, ramp, clock)) * rows + 1e-9);
        return Math.min(rows, Math.max(1, whole));
    }

    /** The positions of the smallest losses [N], ascending; of equals the first ones. */
    static int[] smallest(Tensor losses, int count) {
        return smallest(losses.toDoubles(), count);
    }

    /** The positions of the smallest values, ascending; of equals the first ones, NaN only when nothing else is left. */
    static int[] smallest(double[] values, int count) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .limit(count)
                .mapToInt(i -> i)
                .sorted()
                .toArray();
    }

    /** The entries of [N, ...] at these positions. */
    static Tensor at(Tensor rows, int[] positions) {
        long[] index = Arrays.stream(positions).asLongStream().toArray();
        return rows.indexSelect(0, rows.place().indices(index, index.length));
    }
}
