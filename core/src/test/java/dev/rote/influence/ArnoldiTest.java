package dev.rote.influence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** The iteration on matrices whose eigenvalues are known. */
class ArnoldiTest {

    /** {@code Q diag(values) Q} with Q = I - 2 u u^T / |u|^2, which is orthogonal and its own inverse. */
    private static UnaryOperator<Tensor> matrix(Place place, double... values) {
        int n = values.length;
        Tensor u = place.of(new Seeds(8).gaussians(n, 1), n);
        Tensor diagonal = place.of(values, n);
        double square = u.dot(u).item();
        UnaryOperator<Tensor> mirror = v -> v.sub(u.mul(2 * u.dot(v).item() / square));
        return v -> mirror.apply(diagonal.mul(mirror.apply(v)));
    }

    private static Tensor start(Place place, int n) {
        return place.of(new Seeds(3).gaussians(n, 1), n);
    }

    private static double[] descending(double... values) {
        return Arrays.stream(values).map(v -> -v).sorted().map(v -> -v).toArray();
    }

    private static void check(UnaryOperator<Tensor> matrix, Eigenpairs pairs, double tolerance) {
        for (int i = 0; i < pairs.count(); i++) {
            Tensor vector = pairs.vectors().select(0, i);
            assertThat(vector.norm().item()).isCloseTo(1, within(tolerance));
            Tensor rest = matrix.apply(vector).sub(vector.mul(pairs.values()[i]));
            assertThat(rest.norm().item()).isLessThan(tolerance);
        }
    }

    @Test
    void aFullSpaceHasAllEigenpairs() {
        double[] values = {5, -4, 3, 2.5, 1, 0.5, -0.25, 0.125};
        try (Scope scope = Scope.open()) {
            UnaryOperator<Tensor> matrix = matrix(Place.FLOAT64, values);
            Krylov space = new Arnoldi(50, 1e-12).from(matrix, start(Place.FLOAT64, 8));
            Eigenpairs all = space.distil(50, Krylov.Order.ABSOLUTE, 0);
            assertThat(all.values()).containsExactly(values, within(1e-12));
            check(matrix, all, 1e-11);

            Eigenpairs signed = space.distil(50, Krylov.Order.SIGNED, 0);
            assertThat(signed.values())
                    .containsExactly(
                            descending(
                                    DoubleStream.of(values).filter(v -> v > 0).toArray()),
                            within(1e-12));
            assertThat(space.distil(2, Krylov.Order.SIGNED, 0).values())
                    .containsExactly(new double[] {5, 3}, within(1e-12));
            assertThat(space.distil(2, Krylov.Order.ABSOLUTE, 0).values())
                    .containsExactly(new double[] {5, -4}, within(1e-12));
            // 0.125 and 0.25 are at most a twentieth of 5.
            assertThat(space.distil(50, Krylov.Order.ABSOLUTE, 0.05).values()).hasSize(6);
        }
    }

    @Test
    void endsWhereTheSpaceIsFull() {
        try (Scope scope = Scope.open()) {
            UnaryOperator<Tensor> matrix = matrix(Place.FLOAT64, 7, 7, 7, 2, 2, -1, -1, -1, -1);
            Krylov space = new Arnoldi(9, 1e-9).from(matrix, start(Place.FLOAT64, 9));
            assertThat(space.matrix().length).isEqualTo(3); // one for each value there is
            Eigenpairs pairs = space.distil(9, Krylov.Order.ABSOLUTE, 0);
            assertThat(pairs.values()).containsExactly(new double[] {7, 2, -1}, within(1e-12));
            check(matrix, pairs, 1e-11);
        }
    }

    @Test
    void staysOrthogonalInSinglePrecision() {
        int n = 1000;
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = 100 * Math.pow(0.8, i); // a few large ones, as of a net: what makes Lanczos go wrong
        }
        try (Scope scope = Scope.open()) {
            UnaryOperator<Tensor> matrix = matrix(Place.FLOAT32, values);
            Krylov space = new Arnoldi(80, 0).from(matrix, start(Place.FLOAT32, n));
            int m = space.matrix().length;
            double[] products = space.basis().mm(space.basis().t()).toDoubles();
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < m; j++) {
                    assertThat(products[i * m + j]).isCloseTo(i == j ? 1 : 0, within(1e-5));
                }
            }
            Eigenpairs top = space.distil(10, Krylov.Order.SIGNED, 1e-6);
            for (int i = 0; i < 10; i++) {
                assertThat(top.values()[i]).isCloseTo(values[i], within(1e-3));
            }
            check(matrix, top, 1e-2);
        }
    }

    @Test
    void ofNothingThereIsNothing() {
        long live = Tensor.live();
        try (Scope scope = Scope.open()) {
            Krylov space = new Arnoldi().from(Tensor::zerosLike, start(Place.FLOAT64, 5));
            assertThat(space.distil(3, Krylov.Order.ABSOLUTE, 1e-6).count()).isZero();
        }
        assertThat(Tensor.live()).isEqualTo(live);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new Arnoldi(0, 0.1)).hasMessage("iterations must be from 1 to 100000, was 0");
        assertThatThrownBy(() -> new Arnoldi(1, 1)).hasMessage("tolerance must be in [0, 1), was 1.0");
        try (Scope scope = Scope.open()) {
            assertThatThrownBy(() -> new Arnoldi().from(v -> v.mul(Double.NaN), start(Place.FLOAT64, 5)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("must be finite");
        }
    }
}
