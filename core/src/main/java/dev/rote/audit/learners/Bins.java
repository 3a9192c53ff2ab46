package dev.rote.audit.learners;

import dev.rote.audit.features.Dense;
import dev.rote.tensor.Workers;
import java.util.Arrays;

/**
 * A matrix whose numbers were replaced by the bins they fall in, column after column: all that trees need.
 *
 * <p>Bin 0 holds what is missing; the others ascend. A column of few values has a bin for each; otherwise bins hold about equally many rows.
 *
 * @param columns [D][N], bins as unsigned bytes
 * @param rows N
 */
record Bins(byte[][] columns, int rows) {

    /** The most bins that a column can have, with that of missing values. */
    static final int MOST = 256;

    /** Cuts the columns of a matrix into at most {@code most} bins, that of missing values among them. */
    static Bins of(Dense matrix, int most, Workers workers) {
        if (most < 3 || most > MOST) {
            throw new IllegalArgumentException("bins must be from 3 to " + MOST + ", was " + most);
        }
        byte[][] columns = new byte[matrix.columns()][];
        workers.forEach(columns.length, j -> {
            float[] values = new float[matrix.rows()];
            for (int i = 0; i < values.length; i++) {
                values[i] = matrix.at(i, j) + 0f; // -0 becomes 0
            }
            columns[j] = bins(values, most - 1);
        });
        return new Bins(columns, matrix.rows());
    }

    private static byte[] bins(float[] values, int most) {
        float[] sorted = values.clone();
        Arrays.sort(sorted); // NaN comes last
        int known = sorted.length;
        while (known > 0 && Float.isNaN(sorted[known - 1])) {
            known--;
        }
        float[] tops = tops(sorted, known, most);
        byte[] bins = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            if (!Float.isNaN(values[i])) {
                int at = Arrays.binarySearch(tops, values[i]);
                bins[i] = (byte) (1 + (at >= 0 ? at : -at - 1));
            }
        }
        return bins;
    }

    /** The largest value of each bin, ascending. */
    private static float[] tops(float[] sorted, int known, int most) {
        float[] tops = new float[most];
        int distinct = 0;
        for (int i = 0; i < known; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                if (distinct == most) {
                    return quantiles(sorted, known, most);
                }
                tops[distinct++] = sorted[i];
            }
        }
        return Arrays.copyOf(tops, distinct);
    }

    private static float[] quantiles(float[] sorted, int known, int most) {
        float[] tops = new float[most];
        int used = 0;
        for (int bin = 1; bin <= most; bin++) {
            float top = sorted[(int) ((long) known * bin / most) - 1];
            if (used == 0 || top > tops[used - 1]) {
                tops[used++] = top;
            }
        }
        return Arrays.copyOf(tops, used);
    }

    /** The bin of a number, 0 to 255. */
    int at(int row, int column) {
        return columns[column][row] & 0xFF;
    }
}
