package dev.rote.scores;

import dev.rote.data.Parts;
import dev.rote.measures.Subject;
import dev.rote.nets.Model;
import dev.rote.train.Clock;

/**
 * The loss of each example at the end of the training: the recipe's loss l(z_i, y_i) without the methods around it, in evaluation mode.
 *
 * <p>z: outputs [N, K]; y: the given labels. High is suspicious; at least 0 for the losses of classification. The plain rival that any
 * other score has to beat.
 *
 * @param part whose examples
 */
public record ExampleLoss(String part) implements ExampleScore {

    /** Of the training examples. */
    public ExampleLoss() {
        this("train");
    }

    @Override
    public double[] of(Subject subject) {
        return subject.on(part).losses().clone();
    }

    @Override
    public void check(Model model, Parts parts, Clock clock) {
        Subject.checkPart(part, parts);
    }

    @Override
    public String name() {
        return ScoreNames.of("example-loss", part);
    }
}
