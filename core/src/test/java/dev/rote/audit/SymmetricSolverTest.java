package dev.rote.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.tensor.Seeds;
import org.junit.jupiter.api.Test;

class SymmetricSolverTest {

    @Test
    void twoEquationsAreSolvedAsByHand() {
        double[] x = SymmetricSolver.solve(new double[][] {{4, 2}, {2, 3}}, new double[] {10, 9}, new int[] {0, 1});
        assertThat(x).containsExactly(new double[] {1.5, 2}, within(1e-12));
    }

    @Test
    void onlyChosenRowsCountInTheirOrder() {
        double[][] a = {{2, 7, 1}, {7, -1, 9}, {1, 9, 5}};
        double[] x = SymmetricSolver.solve(a, new double[] {4, 99, 11}, new int[] {2, 0});
        assertThat(x).containsExactly(new double[] {2, 1}, within(1e-12));
        assertThat(SymmetricSolver.solve(a, new double[] {4, 99, 11}, new int[0]))
                .isEmpty();
    }

    @Test
    void whatIsFoundSolvesTheEquations() {
        int size = 12;
        Seeds seeds = new Seeds(1);
        double[][] a = new double[size][size];
        double[] b = seeds.of("b").gaussians(size, 1);
        int[] all = new int[size];
        for (int i = 0; i < size; i++) {
            all[i] = i;
            for (int j = 0; j < size; j++) {
                for (int k = 0; k < size; k++) {
                    a[i][j] += seeds.gaussian(i * size + k) * seeds.gaussian(j * size + k);
                }
                a[i][j] += i == j ? 1 : 0;
            }
        }
        double[] x = SymmetricSolver.solve(a, b, all);
        for (int i = 0; i < size; i++) {
            double left = 0;
            for (int j = 0; j < size; j++) {
                left += a[i][j] * x[j];
            }
            assertThat(left).isCloseTo(b[i], within(1e-9));
        }
    }
}
