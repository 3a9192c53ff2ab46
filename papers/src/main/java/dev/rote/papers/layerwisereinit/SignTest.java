package dev.rote.papers.layerwisereinit;

import java.util.Arrays;
import java.util.List;

/** The exact binomial test on who wins a comparison, and Holm's correction where several are made. */
final class SignTest {

    private SignTest() {}

    /**
     * The probability of as many wins or more when either side wins with 1/2: {@code sum_{k >= w} C(n, k) / 2^n}, n counting the
     * comparisons without ties; 1 when there are none.
     *
     * @param differences above 0 where the first side won
     */
    static double p(List<Double> differences) {
        int n = (int) differences.stream().filter(d -> d != 0).count();
        int wins = (int) differences.stream().filter(d -> d > 0).count();
        double choose = 1; // C(n, k) for k = n, n - 1, ...
        double sum = 0;
        for (int k = n; k >= wins; k--) {
            sum += choose;
            choose = choose * k / (n - k + 1);
        }
        return sum / Math.pow(2, n);
    }

    /** Holm's step-down adjustment of m values: the i-th smallest times m - i + 1, never below one before it, at most 1; the same order. */
    static double[] holm(double... ps) {
        Integer[] order = new Integer[ps.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (i, j) -> Double.compare(ps[i], ps[j]));
        double[] adjusted = new double[ps.length];
        double least = 0;
        for (int rank = 0; rank < ps.length; rank++) {
            least = Math.max(least, Math.min(1, (ps.length - rank) * ps[order[rank]]));
            adjusted[order[rank]] = least;
        }
        return adjusted;
    }
}
