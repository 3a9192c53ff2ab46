package dev.rote.audit.features;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which cells of a row speak against its given class: the value (of numbers, the tenth of all values in which it lies) is in less than 5 % of
 * the other rows of the given class, and at least three times as frequent among those of the suggested one. Shares are
 * {@code (count + 1) / (rows + bins)}, so that few rows prove little.
 */
final class OddCells {

    private static final int BINS = 10;
    private static final double RARE = 0.05;
    private static final double MORE = 3;
    /** Counts at most; with more classes and columns nothing is marked. */
    private static final long MOST = 20_000_000;

    private final Bins[] bins;
    private final int @Nullable [][][] counts; // [column][class][bin]
    private final int[] sizes;

    OddCells(List<Encoded> columns, int[] labels, int classes) {
        bins = columns.stream().map(column -> Bins.of(column, BINS)).toArray(Bins[]::new);
        sizes = new int[classes];
        for (int label : labels) {
            sizes[label]++;
        }
        long all = 0;
        for (Bins some : bins) {
            all += (long) some.count() * classes;
        }
        counts = all > MOST ? new int[0][][] : new int[bins.length][][];
        for (int c = 0; c < counts.length; c++) {
            counts[c] = new int[classes][bins[c].count()];
            for (int i = 0; i < labels.length; i++) {
                counts[c][labels[i]][bins[c].at(i)]++;
            }
        }
    }

    /** Whether the cell of a column (by position in the list) is odd. */
    boolean odd(int row, int column, int given, int suggested) {
        if (given == suggested || counts.length == 0) {
            return false;
        }
        int bin = bins[column].at(row);
        double here = share(column, given, bin, 1); // without the row itself
        return here < RARE && share(column, suggested, bin, 0) >= MORE * here;
    }

    private double share(int column, int label, int bin, int without) {
        int count = Math.max(0, counts[column][label][bin] - without);
        return (count + 1.0) / (sizes[label] - without + bins[column].count());
    }
}
