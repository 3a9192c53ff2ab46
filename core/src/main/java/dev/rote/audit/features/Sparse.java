package dev.rote.audit.features;

/**
 * A matrix of which only numbers other than zero are kept, row after row.
 *
 * @param starts [N + 1]: row i has the entries {@code starts[i]} to {@code starts[i + 1] - 1}
 * @param indices columns of the entries, ascending in a row
 * @param values of the entries
 * @param columns D
 */
public record Sparse(int[] starts, int[] indices, float[] values, int columns) implements Matrix {

    public Sparse {
        if (starts.length == 0 || starts[starts.length - 1] != values.length || indices.length != values.length) {
            throw new IllegalArgumentException("starts, indices and values do not belong together");
        }
    }

    @Override
    public int rows() {
        return starts.length - 1;
    }

    @Override
    public double dot(int row, double[] weights, int offset) {
        double sum = 0;
        for (int i = starts[row]; i < starts[row + 1]; i++) {
            sum += values[i] * weights[offset + indices[i]];
        }
        return sum;
    }

    @Override
    public void addTo(int row, double factor, double[] weights, int offset) {
        for (int i = starts[row]; i < starts[row + 1]; i++) {
            weights[offset + indices[i]] += factor * values[i];
        }
    }
}
