package dev.rote.influence;

import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What {@link Arnoldi} found of a symmetric matrix A.
 *
 * @param basis v_1, ..., v_m, orthonormal rows, [m, P]
 * @param matrix A on them, {@code h_jk = <v_j, A v_k>}, [m][m]
 */
public record Krylov(Tensor basis, double[][] matrix) {

    /** Which eigenvalues count as the largest. */
    public enum Order {
        /** The largest with their sign; negative ones are left out. */
        SIGNED,
        /** The largest in absolute value, with their sign. */
        ABSOLUTE
    }

    /**
     * The top eigenpairs of A as far as this space knows them (Schioppa et al. 2022, section 3.2). A is symmetric, so the small matrix is
     * tridiagonal but for rounding: the rest of it is set to zero, {@code (T + T^T) / 2 = U diag(lambda) U^T}, {@code e_i = sum_k U_ki
     * v_k}.
     *
     * @param top how many at most, at least 1
     * @param order which are the largest; they come sorted by it
     * @param smallest eigenvalues of at most this share of the largest absolute one are left out as noise, in [0, 1)
     * @return in the caller's scope; none where A is zero on the space
     */
    public Eigenpairs distil(int top, Order order, double smallest) {
        if (top < 1) {
            throw new IllegalArgumentException("top must be at least 1, was " + top);
        }
        if (!(smallest >= 0 && smallest < 1)) {
            throw new IllegalArgumentException("smallest must be in [0, 1), was " + smallest);
        }
        int m = matrix.length;
        try (Scope scope = Scope.open()) {
            List<Tensor> solved = Place.FLOAT64.of(tridiagonal(), m, m).eigh();
            double[] all = solved.get(0).toDoubles();
            double[] columns = solved.get(1).toDoubles();
            double least = smallest * Math.max(Math.abs(all[0]), Math.abs(all[m - 1]));
            Comparator<Integer> largestFirst =
                    Comparator.comparingDouble(i -> -(order == Order.SIGNED ? all[i] : Math.abs(all[i])));
            int[] chosen = IntStream.range(0, m)
                    .filter(i -> order == Order.SIGNED ? all[i] > least : Math.abs(all[i]) > least)
                    .boxed()
                    .sorted(largestFirst)
                    .limit(top)
                    .mapToInt(i -> i)
                    .toArray();
            double[] values = new double[chosen.length];
            double[] rows = new double[chosen.length * m];
            for (int i = 0; i < chosen.length; i++) {
                values[i] = all[chosen[i]];
                for (int k = 0; k < m; k++) {
                    rows[i * m + k] = columns[k * m + chosen[i]];
                }
            }
            Tensor mixing = basis.place().of(rows, chosen.length, m);
            return new Eigenpairs(values, scope.keep(mixing.mm(basis)));
        }
    }

    private double[] tridiagonal() {
        int m = matrix.length;
        double[] flat = new double[m * m];
        for (int i = 0; i < m; i++) {
            flat[i * m + i] = matrix[i][i];
            if (i + 1 < m) {
                double beside = (matrix[i][i + 1] + matrix[i + 1][i]) / 2;
                flat[i * m + i + 1] = beside;
                flat[(i + 1) * m + i] = beside;
            }
        }
        return flat;
    }
}
