package dev.rote.confident;

import java.util.Arrays;

/** The order of numbers. */
final class Ranking {

    private Ranking() {}

    /** The indices of the values, the lowest value first, of equal ones the lower index; values are not NaN. */
    static int[] ascending(double[] values) {
        double[] sorted = values.clone();
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] += 0.0; // makes -0 to 0, which a sort would tell apart
        }
        Arrays.sort(sorted);
        int[] order = new int[sorted.length];
        int[] placed = new int[sorted.length];
        for (int i = 0; i < order.length; i++) {
            int first = first(sorted, values[i]);
            order[first + placed[first]++] = i;
        }
        return order;
    }

    /** The least index at which a value stands. */
    private static int first(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
