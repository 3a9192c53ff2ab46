package dev.rote.audit.learners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.tensor.Seeds;
import org.junit.jupiter.api.Test;

class LbfgsTest {

    /** {@code sum_j (c_j (x_j - j)^2 / 2 + (x_j - j)^4)}: its minimum is at x_j = j. */
    private record Bowl(double[] curvature, boolean preconditioned, int[] calls) implements Lbfgs.Objective {
        @Override
        public double at(double[] x, double[] gradient) {
            calls[0]++;
            double sum = 0;
            for (int j = 0; j < x.length; j++) {
                double off = x[j] - j;
                sum += curvature[j] * off * off / 2 + off * off * off * off;
                gradient[j] = curvature[j] * off + 4 * off * off * off;
            }
            return sum;
        }

        @Override
        public double[] precondition(double[] v) {
            double[] result = v.clone();
            for (int j = 0; preconditioned && j < v.length; j++) {
                result[j] /= curvature[j];
            }
            return result;
        }
    }

    private static int solve(boolean preconditioned) {
        double[] curvature = new double[40];
        double[] x = new double[40];
        for (int j = 0; j < 40; j++) {
            curvature[j] = Math.pow(10, 6 * new Seeds(1).uniform(j) - 2);
            x[j] = new Seeds(2).gaussian(j);
        }
        int[] calls = {0};
        new Lbfgs(1e-16, 2000, 1e-15).minimise(new Bowl(curvature, preconditioned, calls), x);
        for (int j = 0; j < 40; j++) {
            assertThat(x[j]).isCloseTo(j, within(1e-4));
        }
        return calls[0];
    }

    @Test
    void theMinimumIsFoundSoonerWithAPreconditioner() {
        assertThat(solve(true)).isLessThan(solve(false));
    }

    @Test
    void aQuadraticWithItsOwnInverseTakesOneStep() {
        double[] x = {3, -4};
        int[] calls = {0};
        Lbfgs.Objective quadratic = new Lbfgs.Objective() {
            @Override
            public double at(double[] at, double[] gradient) {
                calls[0]++;
                gradient[0] = 2 * at[0];
                gradient[1] = 8 * at[1];
                return at[0] * at[0] + 4 * at[1] * at[1];
            }

            @Override
            public double[] precondition(double[] v) {
                return new double[] {v[0] / 2, v[1] / 8};
            }
        };
        new Lbfgs(1e-12, 100, 1e-15).minimise(quadratic, x);
        assertThat(x).containsExactly(0, 0);
        assertThat(calls[0]).isEqualTo(2);
    }
}
