package dev.rote.scores;

import dev.rote.measures.Subject;

/** One number per training example, such as how much it is learned by heart. A value in a recipe. */
public interface ExampleScore {

    /**
     * The scores of the training examples, [N], in the order of {@code subject.parts().get("train").ids()}; the class says the range,
     * and which end is suspicious. Leaves the model as it was and is the same whenever it is asked.
     */
    double[] of(Subject subject);

    /** What the score is called in {@code tables/scores.csv}, such as {@code vog}. */
    String name();
}
