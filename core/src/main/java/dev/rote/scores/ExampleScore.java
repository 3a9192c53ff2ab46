package dev.rote.scores;

import dev.rote.data.Parts;
import dev.rote.measures.Subject;
import dev.rote.nets.Model;
import dev.rote.train.Clock;

/**
 * One number per example, such as how much it is learned by heart. A value in a recipe.
 *
 * <p>Asked once, when the training is over; one that needs to see the model grow {@linkplain #watch watches}. It keeps no state of its
 * own: what must be remembered is asked of {@link Subject#keep}, which survives a resume.
 */
public interface ExampleScore {

    /**
     * The scores, [N], in the order of {@code subject.ids(part())}; the class says the range, and which end is suspicious. Leaves the
     * model as it was and is the same whenever it is asked.
     */
    double[] of(Subject subject);

    /** What the score is called in {@code tables/scores.csv}, such as {@code vog}; tells parts apart, such as {@code vog.test}. */
    String name();

    /** Whose examples are scored. */
    default String part() {
        return "train";
    }

    /**
     * Looks at the model before the first step and after each; most scores do not. Without gradients, in a scope of its own; leaves the
     * model as it was, so that a watched training gives the same weights.
     */
    default void watch(Subject subject) {}

    /**
     * Refuses, before any training, what this score cannot be taken of.
     *
     * @param clock the start of the training, which says how long it lasts
     * @throws IllegalArgumentException saying what it needs
     */
    default void check(Model model, Parts parts, Clock clock) {}
}
