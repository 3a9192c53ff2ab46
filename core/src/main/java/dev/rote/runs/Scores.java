package dev.rote.runs;

import dev.rote.measures.Subject;
import dev.rote.scores.ExampleScore;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.Scope;
import dev.rote.train.Table;
import java.util.List;

/**
 * The scores of a run: lets them watch the training and writes what they say at its end.
 *
 * @param all in the order of the recipe
 */
record Scores(List<ExampleScore> all) {

    /** Shows the model before the first step and after each. */
    void watch(Subject subject) {
        for (ExampleScore score : all) {
            try (Scope scope = Scope.open();
                    Autograd.Guard guard = Autograd.noGrad()) {
                score.watch(subject);
            }
        }
    }

    /** Writes {@code tables/scores.csv}: id, score, value; score after score, ids ascending. */
    void write(Subject subject) {
        for (ExampleScore score : all) {
            try (Scope scope = Scope.open();
                    Autograd.Guard guard = Autograd.noGrad()) {
                long[] ids = subject.ids(score.part());
                double[] values = score.of(subject);
                if (values.length != ids.length) {
                    throw new IllegalStateException(score.name() + " must give one number for each of the " + ids.length
                            + " examples, gave " + values.length);
                }
                Table table = subject.table("scores", "id", "score", "value");
                for (int i = 0; i < ids.length; i++) {
                    table.add(ids[i], score.name(), values[i]);
                }
            }
        }
    }
}
