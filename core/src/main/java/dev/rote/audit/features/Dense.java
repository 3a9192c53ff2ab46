package dev.rote.audit.features;

/**
 * A matrix all of whose numbers are kept, row after row.
 *
 * @param values [N * D]; NaN where a value is missing, which only trees understand
 * @param columns D, at least 1
 */
public record Dense(float[] values, int columns) implements Matrix {

    public Dense {
        if (columns < 1 || values.length % columns != 0) {
            throw new IllegalArgumentException(values.length + " numbers are no rows of " + columns + " columns");
        }
    }

    @Override
    public int rows() {
        return values.length / columns;
    }

    /** One number. */
    public float at(int row, int column) {
        return values[row * columns + column];
    }

    @Override
    public double dot(int row, double[] weights, int offset) {
        double sum = 0;
        int from = row * columns;
        for (int j = 0; j < columns; j++) {
            sum += values[from + j] * weights[offset + j];
        }
        return sum;
    }

    @Override
    public void addTo(int row, double factor, double[] weights, int offset) {
        int from = row * columns;
        for (int j = 0; j < columns; j++) {
            weights[offset + j] += factor * values[from + j];
        }
    }
}
