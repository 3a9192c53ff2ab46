package dev.rote.measures;

import java.util.Arrays;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/**
 * How a model did on some examples, example by example.
 *
 * @param ids which examples, [N]
 * @param losses the recipe's loss of each, without the methods around it, [N]
 * @param labels the class each was given, [N]; the largest target where targets are not classes
 * @param predicted the class of the largest output, [N]; the first of equals
 */
public record Outcome(long[] ids, double[] losses, int[] labels, int[] predicted) {

    /** An outcome to be filled in. */
    static Outcome blank(long[] ids) {
        return new Outcome(ids, new double[ids.length], new int[ids.length], new int[ids.length]);
    }

    /** Whether the largest output is at the label of the example at this position. */
    public boolean correct(int at) {
        return predicted[at] == labels[at];
    }

    /** Share of correct examples, in [0, 1]; NaN for none. */
    public double accuracy() {
        return (double) IntStream.range(0, ids.length).filter(this::correct).count() / ids.length;
    }

    /** Mean loss; NaN for none. */
    public double loss() {
        return Arrays.stream(losses).average().orElse(Double.NaN);
    }

    /** The outcome on some of the examples. */
    public Outcome only(LongPredicate id) {
        int[] at = IntStream.range(0, ids.length).filter(i -> id.test(ids[i])).toArray();
        return new Outcome(
                Arrays.stream(at).mapToLong(i -> ids[i]).toArray(),
                Arrays.stream(at).mapToDouble(i -> losses[i]).toArray(),
                Arrays.stream(at).map(i -> labels[i]).toArray(),
                Arrays.stream(at).map(i -> predicted[i]).toArray());
    }
}
