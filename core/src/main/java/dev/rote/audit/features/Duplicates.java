package dev.rote.audit.features;

import dev.rote.tensor.Seeds;
import java.util.Arrays;
import java.util.function.IntToLongFunction;

/**
 * Finds examples that are the same, or nearly: exact ones by a hash of 64 bits, near ones among those that share a key.
 *
 * <p>Time is bounded: sorted by a key, each example is compared with the {@value #REACH} that follow it under the same key,
 * and above {@value #MOST_NEAR} examples only exact duplicates are looked for.
 */
final class Duplicates {

    /** Above so many examples only exact duplicates are looked for. */
    static final int MOST_NEAR = 200_000;

    private static final int REACH = 32;

    private Duplicates() {}

    /** Whether two examples are nearly the same. */
    interface Near {
        boolean test(int a, int b);
    }

    /** Joins examples of equal hash. */
    static Clusters exact(int size, IntToLongFunction hash) {
        Clusters clusters = new Clusters(size);
        long[] keys = new long[size];
        Arrays.setAll(keys, hash::applyAsLong);
        each(keys, (a, b) -> {
            clusters.join(a, b);
            return true;
        });
        return clusters;
    }

    /**
     * Joins examples that share a key and are nearly the same.
     *
     * @param keys one for each example; those of a key of 0 are left alone
     */
    static void near(Clusters into, long[] keys, Near near) {
        each(keys, (a, b) -> {
            if (keys[a] != 0 && !into.together(a, b) && near.test(a, b)) {
                into.join(a, b);
            }
            return false;
        });
    }

    /** Hands out pairs of equal keys; when the answer is true, a pair stands for all that follow the first. */
    private static void each(long[] keys, Near pair) {
        int[] order = order(keys);
        for (int i = 0; i < order.length; i++) {
            for (int j = i + 1; j < order.length && j <= i + REACH && keys[order[j]] == keys[order[i]]; j++) {
                if (pair.test(order[i], order[j])) {
                    break;
                }
            }
        }
    }

    private static int[] order(long[] keys) {
        long[] sorted = keys.clone();
        Arrays.sort(sorted);
        int[] places = new int[keys.length]; // how many of a run are placed, kept at its beginning
        int[] order = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            int first = first(sorted, keys[i]);
            order[first + places[first]++] = i;
        }
        return order;
    }

    private static int first(long[] sorted, long key) {
        int low = 0;
        int high = sorted.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** A hash of a row of numbers, rounded to 32 bits as they are kept. */
    static long hash(Dense rows, int row) {
        long hash = rows.columns();
        for (int j = 0; j < rows.columns(); j++) {
            hash = Seeds.mix(hash * 31 + Float.floatToIntBits(rows.at(row, j) + 0f)); // 0 and -0 are the same
        }
        return hash;
    }

    /** A hash of a text, whatever its case and its white space. */
    static long hash(String text) {
        long hash = 1;
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = Character.toLowerCase(text.charAt(i));
            if (Character.isWhitespace(c)) {
                blank = hash != 1;
            } else {
                hash = blank ? Seeds.mix(hash * 31 + ' ') : hash;
                hash = Seeds.mix(hash * 31 + c);
                blank = false;
            }
        }
        return hash;
    }
}
