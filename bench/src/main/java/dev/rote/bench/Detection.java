package dev.rote.bench;

import dev.rote.audit.Findings;
import dev.rote.estimates.RankMetrics;
import java.util.Arrays;
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
        double[] suspicion = Arrays.stream(quality).map(low -> -low).toArray();
        double[] sought =
                IntStream.range(0, n).mapToDouble(i -> wrong[i] ? 1 : 0).toArray();
        return new Detection(
                (double) all / n,
                RankMetrics.averagePrecision(suspicion, sought),
                RankMetrics.auc(suspicion, sought),
                2.0 * right / (flags + all),
                (double) right / flags,
                flags);
    }

    /** The precision that an audit expects of so many flags. */
    static double expected(Findings found, int flags) {
        double expected = 0;
        for (Findings.Cut cut : found.precision()) {
            expected = cut.examples() <= flags ? cut.expected() : expected;
        }
        return expected;
    }

    private static int count(boolean[] some, boolean... others) {
        return (int) IntStream.range(0, some.length)
                .filter(i -> some[i] && others[i])
                .count();
    }
}
