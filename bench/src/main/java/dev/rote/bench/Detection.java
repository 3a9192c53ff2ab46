package dev.rote.bench;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How well wrong examples were found.
 *
 * @param share of the examples that are wrong
 * @param ap average precision, worst first; what ties is seen at once, as in scikit-learn
 * @param auroc share of pairs, one wrong and one right, in the right order; ties count half
 * @param f1 of the flags
 * @param precision of the flags
 * @param flags how many
 */
record Detection(double share, double ap, double auroc, double f1, double precision, int flags) {

    /** Wrong is what differs from the truth; low quality is suspicious. */
    static Detection of(double[] quality, boolean[] flagged, int[] given, int[] truth) {
        boolean[] wrong = new boolean[given.length];
        for (int i = 0; i < wrong.length; i++) {
            wrong[i] = given[i] != truth[i];
        }
        return of(quality, flagged, wrong);
    }

    /** Low quality is suspicious. */
    static Detection of(double[] quality, boolean[] flagged, boolean... wrong) {
        int n = wrong.length;
        int all = count(wrong, wrong);
        int flags = count(flagged, flagged);
        int right = count(flagged, wrong);
        Integer[] order = IntStream.range(0, n).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> quality[i]));
        double precisions = 0;
        double above = 0;
        int seen = 0;
        for (int from = 0, to; from < n; from = to) {
            int before = seen;
            for (to = from; to < n && quality[order[to]] == quality[order[from]]; to++) {
                seen += wrong[order[to]] ? 1 : 0;
            }
            precisions += (double) (seen - before) * seen / to;
            double rightOfTies = (to - from) - (seen - before);
            above += (seen - before) * (n - all - (to - seen) + rightOfTies / 2);
        }
        return new Detection(
                (double) all / n,
                precisions / all,
                above / all / (n - all),
                2.0 * right / (flags + all),
                (double) right / flags,
                flags);
    }

    private static int count(boolean[] some, boolean... others) {
        return (int) IntStream.range(0, some.length)
                .filter(i -> some[i] && others[i])
                .count();
    }
}
