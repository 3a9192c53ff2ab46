package dev.rote.audit.features;

import dev.rote.tensor.Seeds;
import dev.rote.yaml.Problem;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The three views of a table.
 *
 * <p>Linear: numbers standardised as {@link NumberScale} says, a missing one 0 and a further column that tells so; categories one-hot, with a
 * column for the rare ones and one for the missing. Scaled: the same, with the mean of each one-hot column taken off. These are not
 * divided by their deviation: a rare category would rule all distances. When there are more than {@value #WIDEST} columns, or more than
 * memory allows, the {@value #COMPONENTS} leading singular directions of the linear view, standardised. Plain: numbers as they are, categories
 * as their place in the alphabet, NaN where missing.
 */
final class TableViews {

    private static final int WIDEST = 512;
    private static final int COMPONENTS = 100;
    /** Numbers of one view at most. */
    private static final long MOST = 1L << 30;

    private static final long MOST_SCALED = 1L << 27;

    private final List<Encoded> columns;
    private final int size;
    private final NumberScale[] scales;
    private final int[] first; // column of the linear view at which a column begins
    private final boolean[] missing;

    private TableViews(List<Encoded> columns, int size) {
        this.columns = columns;
        this.size = size;
        this.scales = new NumberScale[columns.size()];
        this.first = new int[columns.size() + 1];
        this.missing = new boolean[columns.size()];
        for (int c = 0; c < scales.length; c++) {
            first[c + 1] = first[c] + width(c);
        }
    }

    private int width(int c) {
        if (columns.get(c) instanceof Encoded.Numbers numbers) {
            scales[c] = NumberScale.of(numbers.values());
            missing[c] = scales[c].missing();
            return missing[c] ? 2 : 1;
        }
        Encoded.Categories categories = (Encoded.Categories) columns.get(c);
        for (short code : categories.codes()) {
            missing[c] |= code < 0;
        }
        return categories.names().size() + (missing[c] ? 2 : 1); // known ones, others, missing
    }

    /**
     * The views of N rows.
     *
     * @param columns at least one
     * @param seeds for the search for directions
     * @throws Problem when they do not fit into memory
     */
    static Features of(List<Encoded> columns, int size, Seeds seeds) {
        if ((long) columns.size() * size > MOST) {
            throw Problem.couldNotRun(
                    Said.count(size, "row") + " of " + Said.count(columns.size(), "column") + " are more than " + MOST
                            + " numbers, the most that one audit takes",
                    "leave out columns with --exclude, or audit a part of the file");
        }
        TableViews views = new TableViews(columns, size);
        Matrix linear = views.linear();
        return new Features(linear, views.scaled(linear, seeds), views.plain());
    }

    private Matrix linear() {
        int width = first[columns.size()];
        long entries = 0;
        for (int row = 0; row < size; row++) {
            entries += entries(row, null, null, 0);
        }
        if (entries > 0.5 * width * size && (long) width * size < MOST_SCALED) {
            return new Dense(dense(width), width);
        }
        int[] starts = new int[size + 1];
        int[] indices = new int[Math.toIntExact(entries)];
        float[] values = new float[indices.length];
        for (int row = 0; row < size; row++) {
            starts[row + 1] = starts[row] + entries(row, indices, values, starts[row]);
        }
        return new Sparse(starts, indices, values, width);
    }

    private float[] dense(int width) {
        float[] values = new float[Math.multiplyExact(width, size)];
        int[] indices = new int[2 * columns.size()];
        float[] some = new float[indices.length];
        for (int row = 0; row < size; row++) {
            int count = entries(row, indices, some, 0);
            for (int i = 0; i < count; i++) {
                values[row * width + indices[i]] = some[i];
            }
        }
        return values;
    }

    /** Writes the entries of a row other than zero, unless there is nothing to write to; returns how many there are. */
    private int entries(int row, int @Nullable [] indices, float @Nullable [] values, int at) {
        int end = at;
        for (int c = 0; c < scales.length; c++) {
            int index;
            float value = 1;
            if (columns.get(c) instanceof Encoded.Numbers numbers) {
                float number = numbers.values()[row];
                index = first[c] + (Float.isNaN(number) ? 1 : 0);
                value = Float.isNaN(number) ? 1 : scales[c].apply(number);
            } else {
                int code = ((Encoded.Categories) columns.get(c)).codes()[row];
                index = code < 0 ? first[c + 1] - 1 : first[c] + code;
            }
            if (value != 0) {
                if (indices != null && values != null) {
                    indices[end] = index;
                    values[end] = value;
                }
                end++;
            }
        }
        return end - at;
    }

    private Dense scaled(Matrix linear, Seeds seeds) {
        int width = linear.columns();
        if (width > WIDEST || (long) width * size > MOST_SCALED && width > COMPONENTS) {
            return Standardised.of(
                    TruncatedSvd.of(linear, COMPONENTS, seeds.of("svd")).apply(linear));
        }
        float[] values = dense(width);
        boolean[] indicator = new boolean[width];
        double[] mean = new double[width];
        for (int c = 0; c < scales.length; c++) {
            Arrays.fill(indicator, first[c] + (scales[c] == null ? 0 : 1), first[c + 1], true);
        }
        for (int i = 0; i < values.length; i++) {
            mean[i % width] += indicator[i % width] ? values[i] : 0;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] -= indicator[i % width] ? (float) (mean[i % width] / size) : 0;
        }
        return new Dense(values, width);
    }

    private Dense plain() {
        int width = columns.size();
        float[] values = new float[Math.multiplyExact(width, size)];
        for (int c = 0; c < width; c++) {
            for (int row = 0; row < size; row++) {
                if (columns.get(c) instanceof Encoded.Numbers numbers) {
                    values[row * width + c] = numbers.values()[row];
                } else {
                    int code = ((Encoded.Categories) columns.get(c)).codes()[row];
                    values[row * width + c] = code < 0 ? Float.NaN : code;
                }
            }
        }
        return new Dense(values, width);
    }
}
