package dev.rote.audit.features;

import java.util.Arrays;

/** Products of a row with a block of vectors, which lie row by row so that the inner loop runs through memory in order. */
final class Products {

    private Products() {}

    /** {@code y = x[row] Q}. */
    static void times(Matrix x, int row, double[] q, double[] y) {
        Arrays.fill(y, 0);
        if (x instanceof Sparse sparse) {
            for (int i = sparse.starts()[row]; i < sparse.starts()[row + 1]; i++) {
                add(sparse.values()[i], q, sparse.indices()[i] * y.length, y);
            }
        } else if (x instanceof Dense dense) {
            for (int j = 0; j < dense.columns(); j++) {
                add(dense.at(row, j), q, j * y.length, y);
            }
        }
    }

    private static void add(double factor, double[] q, int from, double[] y) {
        for (int r = 0; r < y.length; r++) {
            y[r] += factor * q[from + r];
        }
    }

    /** {@code Q += x[row]' y}. */
    static void outer(Matrix x, int row, double[] y, double[] q) {
        if (x instanceof Sparse sparse) {
            for (int i = sparse.starts()[row]; i < sparse.starts()[row + 1]; i++) {
                addTo(sparse.values()[i], y, q, sparse.indices()[i] * y.length);
            }
        } else if (x instanceof Dense dense) {
            for (int j = 0; j < dense.columns(); j++) {
                addTo(dense.at(row, j), y, q, j * y.length);
            }
        }
    }

    private static void addTo(double factor, double[] y, double[] q, int at) {
        for (int r = 0; r < y.length; r++) {
            q[at + r] += factor * y[r];
        }
    }
}
