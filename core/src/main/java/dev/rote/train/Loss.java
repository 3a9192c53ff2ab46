package dev.rote.train;

import dev.rote.tensor.Tensor;

/** What is minimised, example by example; the mean is taken by the loop. */
@FunctionalInterface
public interface Loss {

    /**
     * The loss of each example of a pass.
     *
     * @return [M], where M is less than N when examples were dropped; with none left the step is skipped
     */
    Tensor perExample(Pass pass);
}
