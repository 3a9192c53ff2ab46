package dev.rote.influence;

import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * Arnoldi iteration (Arnoldi 1951): an orthonormal basis v_1, ..., v_m of the space of {@code v, Av, A^2 v, ...} and the small matrix
 * {@code V A V^T} that A is on it.
 *
 * <p>{@code w = A v_k; h_jk = <w, v_j>, w <- w - sum_j h_jk v_j for all j <= k; v_(k+1) = w / ||w||}. Made orthogonal to all vectors
 * before, not to the last two only, by classical Gram-Schmidt, twice: in float32 the short recurrence of Lanczos loses
 * orthogonality within tens of steps. Twice is enough (Giraud, Langou, Rozloznik, van den Eshof 2005), and all vectors are read at once.
 *
 * <p>Ends early where the rest w is negligible: then the space holds all that A makes of v. That is one eigenvector for each different
 * eigenvalue of A: where a net has symmetries that repeat eigenvalues, as a linear net under squared error has, even a full space is not
 * all of A.
 *
 * <p>Source: Schioppa et al. 2022, algorithm 1. Ours: two classical sweeps in place of a modified one, an end relative to the size of A,
 * and no product whose result is thrown away (theirs drops the last vector).
 *
 * @param iterations products with A at most, which is m at most, at least 1
 * @param tolerance the rest is negligible at this share of the largest h so far, in [0, 1)
 */
public record Arnoldi(int iterations, double tolerance) {

    /** A tolerance below which eigenvalues of nets in float32 are rounding. */
    public static final double NOISE = 1e-6;

    /** Sixty products. */
    public Arnoldi() {
        this(60, NOISE);
    }

    public Arnoldi {
        if (iterations < 1 || iterations > 100_000) {
            throw new IllegalArgumentException("iterations must be from 1 to 100000, was " + iterations);
        }
        if (!(tolerance >= 0 && tolerance < 1)) {
            throw new IllegalArgumentException("tolerance must be in [0, 1), was " + tolerance);
        }
    }

    /**
     * The space from a start.
     *
     * @param matrix A, linear, from [P] to [P]; what it returns may be overwritten
     * @param start v, [P], not zero
     * @return in the caller's scope: m vectors as large as the start
     * @throws IllegalArgumentException when a product is infinite or not a number
     */
    public Krylov from(UnaryOperator<Tensor> matrix, Tensor start) {
        int most = (int) Math.min(iterations, start.numel());
        double[][] small = new double[most][most];
        try (Scope scope = Scope.open()) {
            Tensor basis = start.place().zeros(most, start.numel());
            basis.select(0, 0).copy_(start).mul_(1 / start.norm().item());
            int size = 0;
            boolean more = true;
            double largest = 0;
            while (more) {
                try (Scope step = Scope.open()) {
                    Tensor rest = matrix.apply(basis.select(0, size));
                    largest = Math.max(largest, orthogonalise(rest, basis, small, size));
                    size++;
                    double length = rest.norm().item();
                    if (!Double.isFinite(length)) {
                        throw new IllegalArgumentException(
                                "the Hessian must be finite, its product " + size + " with a vector was not");
                    }
                    more = size < most && length > tolerance * largest;
                    if (more) {
                        small[size][size - 1] = length;
                        largest = Math.max(largest, length);
                        basis.select(0, size).copy_(rest).mul_(1 / length);
                    }
                }
            }
            int m = size;
            double[][] kept =
                    Arrays.stream(small, 0, m).map(row -> Arrays.copyOf(row, m)).toArray(double[][]::new);
            return new Krylov(scope.keep(basis.narrow(0, 0, m)), kept);
        }
    }

    /** Takes out of a product what lies along the basis vectors 0 to {@code last}; the largest of the h in absolute value. */
    private static double orthogonalise(Tensor rest, Tensor basis, double[][] small, int last) {
        for (int sweep = 0; sweep < 2; sweep++) {
            try (Scope scope = Scope.open()) {
                Tensor vectors = basis.narrow(0, 0, last + 1);
                Tensor along = vectors.matmul(rest);
                rest.add_(vectors.t().matmul(along), -1);
                double[] parts = along.toDoubles();
                for (int j = 0; j <= last; j++) {
                    small[j][last] += parts[j];
                }
            }
        }
        double largest = 0;
        for (int j = 0; j <= last; j++) {
            largest = Math.max(largest, Math.abs(small[j][last]));
        }
        return largest;
    }
}
