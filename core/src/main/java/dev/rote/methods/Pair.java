package dev.rote.methods;

import dev.rote.nets.TwinsModel;
import dev.rote.tensor.Tensor;
import dev.rote.train.Loss;
import dev.rote.train.Pass;
import java.util.stream.IntStream;

/**
 * Two nets on the same batch.
 *
 * @param first the pass by the first net
 * @param second the pass by the second net
 * @param firstLosses of the first net [N]
 * @param secondLosses of the second net [N]
 */
record Pair(Pass first, Pass second, Tensor firstLosses, Tensor secondLosses) {

    /**
     * Evaluates both nets of a pair.
     *
     * @throws IllegalArgumentException when the model is not twins, or the loss drops examples
     */
    static Pair of(Pass pass, Loss loss) {
        TwinsModel twins = TwinsModel.of(pass.model());
        Pass first = pass.model(twins.first());
        Pass second = pass.model(twins.second());
        return new Pair(first, second, each(loss, first), each(loss, second));
    }

    /**
     * The losses [N] of a pass, one for each row.
     *
     * @throws IllegalArgumentException when the loss drops examples
     */
    static Tensor each(Loss loss, Pass pass) {
        Tensor losses = loss.perExample(pass);
        if (losses.numel() != pass.batch().size()) {
            throw new IllegalArgumentException(
                    "a pair of nets needs a loss for each of " + pass.batch().size()
                            + " examples, was given " + losses.numel()
                            + ": among the methods, name what drops examples after what trains the pair");
        }
        return losses;
    }

    /** The sum of both losses [N]: each net is trained as if it were alone. */
    Tensor both() {
        return firstLosses.add(secondLosses);
    }

    /** The positions at which the two predict different classes, ascending. */
    int[] disagreement() {
        long[] one = first.outputs().argmax(1).toLongs();
        long[] other = second.outputs().argmax(1).toLongs();
        return IntStream.range(0, one.length).filter(i -> one[i] != other[i]).toArray();
    }

    /** {@code KL(p1 || p2) + KL(p2 || p1) = sum_k (p1_k - p2_k)(log p1_k - log p2_k)} of the two softmax outputs, [N]. */
    Tensor divergence() {
        Tensor one = first.outputs().logSoftmax(1);
        Tensor other = second.outputs().logSoftmax(1);
        return one.exp().sub(other.exp()).mul(one.sub(other)).sum(1, false);
    }

    /** {@code sum_k p1_k log p1_k + sum_k p2_k log p2_k} of the two softmax outputs, [N]. */
    Tensor negativeEntropy() {
        Tensor one = first.outputs().logSoftmax(1);
        Tensor other = second.outputs().logSoftmax(1);
        return one.exp().mul(one).add(other.exp().mul(other)).sum(1, false);
    }
}
