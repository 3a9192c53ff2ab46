package dev.rote.influence;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

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
        return most(count, ranking, 1);
    }

    /** The examples that hurt most, at most so many, worst first; only such as hurt. */
    public List<Effect> hurting(int count, Ranking ranking) {
        return most(count, ranking, -1);
    }

    /** The furthest on one side of 0, the first among equals; few are wanted of many. */
    private List<Effect> most(int count, Ranking ranking, int sign) {
        Comparator<Effect> nearestFirst = Comparator.<Effect>comparingDouble(effect -> sign * effect.rank())
                .thenComparing(Comparator.comparingLong(Effect::id).reversed());
        PriorityQueue<Effect> kept = new PriorityQueue<>(nearestFirst);
        double least = 0;
        for (int i = 0; i < ids.length; i++) {
            double rank = ranking == Ranking.RAW ? values[i] : values[i] / (lengths[i] + FLOOR);
            if (sign * rank > least) {
                kept.add(new Effect(ids[i], values[i], rank));
                if (kept.size() > count) {
                    kept.poll();
                }
                Effect nearest = kept.peek();
                least = kept.size() < count || nearest == null ? 0 : sign * nearest.rank();
            }
        }
        return kept.stream().sorted(nearestFirst.reversed()).toList();
    }
}
