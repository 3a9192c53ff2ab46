package dev.rote.measures;

import dev.rote.data.Parts;
import dev.rote.nets.Model;
import java.util.stream.IntStream;

/**
 * What a model says of the training examples whose label is wrong: the label it was given, the truth, or something else (Liu et
 * al. 2020, figure 1).
 *
 * <p>With prediction c_i = argmax_k z_ik, given label o_i and true class y_i, over the N examples with o_i != y_i: the share with
 * c_i = o_i (memorised), c_i = y_i (truth), or neither (other). In [0, 1]; the three sum to one; NaN when no label is wrong.
 *
 * <p>Unlike the part {@code corrupted}, an example whose label was replaced by the true one, by luck, does not count.
 *
 * @param as which share
 */
public record NoisyPart(As as) implements Measure {

    /** What the prediction is. */
    public enum As {
        /** The wrong label that was given. */
        MEMORISED,
        /** The true class. */
        TRUTH,
        /** Another class. */
        OTHER
    }

    /** The share learned by heart. */
    public NoisyPart() {
        this(As.MEMORISED);
    }

    @Override
    public double of(Subject subject) {
        Outcome train = subject.on("train");
        int[] given = train.labels();
        int[] truth = subject.truth(train.ids());
        int[] wrong = IntStream.range(0, given.length)
                .filter(i -> given[i] != truth[i])
                .toArray();
        return (double) IntStream.of(wrong)
                        .filter(i -> as == kind(train.predicted()[i], given[i], truth[i]))
                        .count()
                / wrong.length;
    }

    private static As kind(int predicted, int given, int truth) {
        return predicted == given ? As.MEMORISED : predicted == truth ? As.TRUTH : As.OTHER;
    }

    @Override
    public void check(Model model, Parts parts) {
        Subject.checkClasses("train", parts);
    }

    @Override
    public String name() {
        return "noisy." + Names.kebab(as);
    }
}
