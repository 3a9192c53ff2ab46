package dev.rote.scores;

import dev.rote.data.Parts;
import dev.rote.measures.Margin;
import dev.rote.measures.Subject;
import dev.rote.nets.Model;
import dev.rote.train.Clock;

/**
 * How far the output of the given label is above every other at the end of the training: {@code m_i = z_iy - max_{k != y} z_ik}.
 *
 * <p>z: outputs [N, K] before any softmax, in evaluation mode; y: the given labels. Any real number, in units of the outputs; negative
 * where the prediction is another class. Low is suspicious.
 *
 * @param part whose examples
 */
public record ExampleMargin(String part) implements ExampleScore {

    /** Of the training examples. */
    public ExampleMargin() {
        this("train");
    }

    @Override
    public double[] of(Subject subject) {
        return subject.each(part, Margin::margins);
    }

    @Override
    public void check(Model model, Parts parts, Clock clock) {
        Subject.checkClasses(part, parts);
    }

    @Override
    public String name() {
        return ScoreNames.of("example-margin", part);
    }
}
