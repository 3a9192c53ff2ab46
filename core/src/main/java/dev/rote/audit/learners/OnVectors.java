package dev.rote.audit.learners;

import dev.rote.audit.features.Dense;
import dev.rote.audit.features.Features;
import dev.rote.tensor.Workers;

/**
 * Asks another learner about other features of the same examples.
 *
 * @param inner who is asked
 * @param vectors what it sees in all views, [N] rows
 * @param name how the two together are called
 */
public record OnVectors(Learner inner, Dense vectors, String name) implements Learner {

    @Override
    public double[][] outOfSample(Task task, Workers workers) {
        return inner.outOfSample(task.seeing(new Features(vectors, vectors, vectors)), workers);
    }
}
