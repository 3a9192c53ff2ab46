package dev.rote.audit.features;

import dev.rote.tensor.Seeds;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The leading right singular vectors of a matrix, and its rows in their terms: {@code X V}, not centred.
 *
 * <p>Randomised subspace iteration: from a Gaussian block {@code Q} [D, R + 10], five times {@code Q = orth(X' (X Q))}, then the
 * eigenvectors of {@code (X Q)' (X Q)} turn Q into V. X is passed over row by row; nothing of N rows is kept but the answer. Of more than
 * {@value #MOST_ROWS} rows a sample of that size, drawn by row, decides the directions. The largest number of each direction is
 * positive. Source: Halko, Martinsson and Tropp 2011, "Finding structure with randomness", algorithms 4.4 and 5.1, with the
 * Gram matrix in place of the small singular value decomposition.
 *
 * @param vectors V, [D * R], row-major
 * @param components R
 */
record TruncatedSvd(double[] vectors, int components) {

    private static final int OVERSAMPLE = 10;
    private static final int PASSES = 5;
    private static final int MOST_ROWS = 50_000;

    /**
     * Finds the directions.
     *
     * @param most R at most; fewer when the matrix has fewer rows or columns
     * @param seeds for the block to begin with and the sample
     */
    static TruncatedSvd of(Matrix x, int most, Seeds seeds) {
        int columns = x.columns();
        int width = Math.min(most + OVERSAMPLE, Math.min(columns, x.rows()));
        int kept = Math.min(most, width);
        int[] rows = sample(x.rows(), seeds.of("rows"));
        double[] q = seeds.of("block").gaussians(Math.multiplyExact(columns, width), 1);
        for (int pass = 0; pass < PASSES; pass++) {
            double[] next = new double[q.length];
            double[] y = new double[width];
            for (int row : rows) {
                Products.times(x, row, q, y);
                Products.outer(x, row, y, next);
            }
            Orthonormal.columns(next, width);
            Orthonormal.columns(next, width); // once more: the first time loses digits
            q = next;
        }
        double[][] gram = new double[width][width];
        double[] y = new double[width];
        for (int row : rows) {
            Products.times(x, row, q, y);
            for (int i = 0; i < width; i++) {
                for (int j = 0; j < width; j++) {
                    gram[i][j] += y[i] * y[j];
                }
            }
        }
        double[][] turn = SymmetricEigen.vectors(gram);
        double[] vectors = new double[columns * kept];
        for (int d = 0; d < columns; d++) {
            for (int r = 0; r < kept; r++) {
                double sum = 0;
                for (int i = 0; i < width; i++) {
                    sum += q[d * width + i] * turn[i][r];
                }
                vectors[d * kept + r] = sum;
            }
        }
        orient(vectors, columns, kept);
        return new TruncatedSvd(vectors, kept);
    }

    private static int[] sample(int rows, Seeds seeds) {
        if (rows <= MOST_ROWS) {
            return IntStream.range(0, rows).toArray();
        }
        int[] some = Arrays.copyOf(seeds.permutation(rows), MOST_ROWS);
        Arrays.sort(some);
        return some;
    }

    private static void orient(double[] vectors, int columns, int kept) {
        for (int r = 0; r < kept; r++) {
            double largest = 0;
            for (int d = 0; d < columns; d++) {
                double value = vectors[d * kept + r];
                largest = Math.abs(value) > Math.abs(largest) ? value : largest;
            }
            for (int d = 0; largest < 0 && d < columns; d++) {
                vectors[d * kept + r] = -vectors[d * kept + r];
            }
        }
    }

    /** {@code X V}, [N, R]. */
    Dense apply(Matrix x) {
        float[] values = new float[Math.multiplyExact(x.rows(), components)];
        double[] y = new double[components];
        for (int row = 0; row < x.rows(); row++) {
            Products.times(x, row, vectors, y);
            for (int r = 0; r < components; r++) {
                values[row * components + r] = (float) y[r];
            }
        }
        return new Dense(values, components);
    }
}
