package dev.rote.measures;

import java.util.Arrays;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/**
 * How a model did on some examples, example by example.
 *
 * @param ids which examples, [N]
 * @param losses the recipe's loss of each, without the methods around it, [N]
 * @param correct whether the largest output is at the label, [N]
 */
public record Outcome(long[] ids, double[] losses, boolean[] correct) {

    /** Share of correct examples, in [0, 1]; NaN for none. */
    public double accuracy() {
        return (double) IntStream.range(0, ids.length).filter(i -> correct[i]).count() / ids.length;
    }

    /** Mean loss; NaN for none. */
    public double loss() {
        return Arrays.stream(losses).average().orElse(Double.NaN);
    }

    /** The outcome on some of the examples. */
    public Outcome only(LongPredicate id) {
        int[] at = IntStream.range(0, ids.length).filter(i -> id.test(ids[i])).toArray();
        boolean[] right = new boolean[at.length];
        for (int i = 0; i < at.length; i++) {
            right[i] = correct[at[i]];
        }
        return new Outcome(
                Arrays.stream(at).mapToLong(i -> ids[i]).toArray(),
                Arrays.stream(at).mapToDouble(i -> losses[i]).toArray(),
                right);
    }
}
