package dev.rote.audit;

/** Small symmetric systems of equations, by Cholesky's factorisation. */
final class SymmetricSolver {

    private SymmetricSolver() {}

    /**
     * Solves {@code A x = b} for some rows and columns.
     *
     * @param a symmetric, positive definite on the chosen ones
     * @param b right-hand side
     * @param chosen which rows and columns
     * @return x of the chosen ones, in their order
     */
    static double[] solve(double[][] a, double[] b, int[] chosen) {
        int size = chosen.length;
        double[][] factor = new double[size][size];
        double[] x = new double[size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[chosen[i]][chosen[j]];
                for (int k = 0; k < j; k++) {
                    sum -= factor[i][k] * factor[j][k];
                }
                factor[i][j] = i == j ? Math.sqrt(sum) : sum / factor[j][j];
            }
            double sum = b[chosen[i]];
            for (int k = 0; k < i; k++) {
                sum -= factor[i][k] * x[k];
            }
            x[i] = sum / factor[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int k = i + 1; k < size; k++) {
                x[i] -= factor[k][i] * x[k];
            }
            x[i] /= factor[i][i];
        }
        return x;
    }
}
