package dev.rote.audit.features;

import java.util.Arrays;

/**
 * A column cut into few values that can be counted: categories as they are, numbers by their quantiles, and what is missing.
 *
 * @param count how many values
 * @param cuts between the bins of numbers, ascending; empty for categories
 */
record Bins(Encoded column, int count, float[] cuts) {

    /** At most so many bins of numbers, each with about as many rows as the others. */
    static Bins of(Encoded column, int most) {
        if (column instanceof Encoded.Categories categories) {
            return new Bins(column, categories.names().size() + 2, new float[0]);
        }
        float[] sorted = ((Encoded.Numbers) column).values().clone();
        Arrays.sort(sorted); // NaN last
        int present = sorted.length;
        while (present > 0 && Float.isNaN(sorted[present - 1])) {
            present--;
        }
        float[] cuts = new float[most];
        int found = 0;
        for (int i = 1; i < most && present > 0; i++) {
            float cut = sorted[(int) ((long) i * present / most)];
            if (cut > sorted[0] && (found == 0 || cut > cuts[found - 1])) {
                cuts[found++] = cut;
            }
        }
        return new Bins(column, found + 2, Arrays.copyOf(cuts, found));
    }

    /** The bin of a row, from 0; the last one is for what is missing. */
    int at(int row) {
        if (column instanceof Encoded.Categories categories) {
            int code = categories.codes()[row];
            return code < 0 ? count - 1 : code;
        }
        float value = ((Encoded.Numbers) column).values()[row];
        if (Float.isNaN(value)) {
            return count - 1;
        }
        int place = Arrays.binarySearch(cuts, value);
        return place >= 0 ? place + 1 : -place - 1;
    }
}
