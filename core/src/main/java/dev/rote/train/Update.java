package dev.rote.train;

import dev.rote.nets.Model;

/** Moves the weights once. */
@FunctionalInterface
public interface Update {

    /**
     * One move.
     *
     * @return the loss before the move; NaN when the step was skipped
     */
    double step(Model model, Gradient gradient);
}
