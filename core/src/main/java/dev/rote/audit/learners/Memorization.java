package dev.rote.audit.learners;

import dev.rote.losses.CrossEntropy;
import dev.rote.methods.TurnoverDropout;
import dev.rote.scores.TurnoverMemorization;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Workers;
import java.util.List;
import java.util.stream.IntStream;

/** How much a net knows by heart: {@link TurnoverMemorization} of a small net on the scaled features, trained for it. */
public final class Memorization {

    private Memorization() {}

    /**
     * By how much the loss of each example is lower for the half of the net that saw it than for the half that did not. Costs a training and
     * two forward passes.
     *
     * @param task all of whose rows are learned from
     * @return [N], any number, high is suspicious
     */
    public static double[] of(Task task, int width, int epochs, Workers workers) {
        int[] rows = IntStream.range(0, task.rows()).toArray();
        double[] values = new double[rows.length];
        try (Scope scope = Scope.open()) {
            NetTraining.dense(width, epochs, 0, new CrossEntropy(), List.of(new TurnoverDropout()))
                    .train(
                            new DenseExamples(task.features().scaled(), rows, task.labels(), task.classes()),
                            task.seeds().of("memorization"),
                            workers,
                            subject -> System.arraycopy(
                                    new TurnoverMemorization().of(subject), 0, values, 0, values.length));
        }
        return values;
    }
}
