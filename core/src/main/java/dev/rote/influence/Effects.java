package dev.rote.influence;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What each training example did for one prediction: positive helps, it lowers the loss there; negative hurts.
 *
 * @param ids the training examples, [N]
 * @param values I(x, z) of each, [N]; removing x changes the loss at z by about {@code I(x, z) / N}
 * @param lengths {@code ||g(x)||} of each, [N]: how far the example pulls at all
 */
public record Effects(long[] ids, double[] values, double[] lengths) {

    /** Keeps division by the length of an example that pulls nowhere harmless; as in the authors' code. */
    private static final double FLOOR = 1e-6;

    /** By what examples are ranked. */
    public enum Ranking {
        /** By I(x, z). */
        RAW,
        /** By {@code I(x, z) / (||g(x)|| + 1e-6)}: else the few examples with huge gradients come first for every prediction. */
        NORMALISED
    }

    /**
     * One training example and what it did.
     *
     * @param id the training example
     * @param value I(x, z)
     * @param rank what it was ranked by
     */
    public record Effect(long id, double value, double rank) {}

    /** The examples that help most, at most so many, best first; only such as help. */
    public List<Effect> helping(int count, Ranking ranking) {
        return ranked(ranking, Comparator.comparingDouble(effect -> -effect.rank()))
                .filter(effect -> effect.rank() > 0)
                .limit(count)
                .toList();
    }

    /** The examples that hurt most, at most so many, worst first; only such as hurt. */
    public List<Effect> hurting(int count, Ranking ranking) {
        return ranked(ranking, Comparator.comparingDouble(Effect::rank))
                .filter(effect -> effect.rank() < 0)
                .limit(count)
                .toList();
    }

    private java.util.stream.Stream<Effect> ranked(Ranking ranking, Comparator<Effect> order) {
        return IntStream.range(0, ids.length)
                .mapToObj(i -> new Effect(
                        ids[i], values[i], ranking == Ranking.RAW ? values[i] : values[i] / (lengths[i] + FLOOR)))
                .sorted(order);
    }
}
