package dev.rote.audit.features;

import java.util.Arrays;
import java.util.Comparator;

/** Eigenvectors of a small symmetric matrix by cyclic Jacobi rotations (Golub and Van Loan 2013, algorithm 8.5.3). */
final class SymmetricEigen {

    private static final int MOST_SWEEPS = 60;

    private SymmetricEigen() {}

    /**
     * The eigenvectors as columns, those of the largest eigenvalues first, [n][n].
     *
     * @param a symmetric, [n][n]; overwritten
     */
    static double[][] vectors(double[][] a) {
        int n = a.length;
        double[][] v = new double[n][n];
        for (int i = 0; i < n; i++) {
            v[i][i] = 1;
        }
        boolean turned = true;
        for (int sweep = 0; turned && sweep < MOST_SWEEPS; sweep++) {
            turned = false;
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    if (Math.abs(a[p][q]) > 1e-15 * Math.sqrt(Math.abs(a[p][p] * a[q][q]))) {
                        turn(a, v, p, q);
                        turned = true;
                    }
                }
            }
        }
        Integer[] order = new Integer[n];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> -a[i][i]));
        double[][] sorted = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                sorted[i][j] = v[i][order[j]];
            }
        }
        return sorted;
    }

    private static void turn(double[][] a, double[][] v, int p, int q) {
        double tau = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double tangent = (tau >= 0 ? 1 : -1) / (Math.abs(tau) + Math.sqrt(1 + tau * tau));
        double cosine = 1 / Math.sqrt(1 + tangent * tangent);
        double sine = tangent * cosine;
        for (double[] row : a) {
            rotate(row, p, q, cosine, sine);
        }
        for (int k = 0; k < a.length; k++) {
            double x = a[p][k];
            double y = a[q][k];
            a[p][k] = cosine * x - sine * y;
            a[q][k] = sine * x + cosine * y;
        }
        for (double[] row : v) {
            rotate(row, p, q, cosine, sine);
        }
    }

    private static void rotate(double[] row, int p, int q, double cosine, double sine) {
        double x = row[p];
        double y = row[q];
        row[p] = cosine * x - sine * y;
        row[q] = sine * x + cosine * y;
    }
}
