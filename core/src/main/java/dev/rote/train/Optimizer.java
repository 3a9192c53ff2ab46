package dev.rote.train;

import dev.rote.tensor.Tensor;

/** A rule that turns a gradient into a move: a value in a recipe. Its state lives outside, so that it can be saved. */
public interface Optimizer {

    /** The learning rate before any schedule, above 0. */
    double learningRate();

    /**
     * Moves one parameter in place.
     *
     * @param parameter what is moved
     * @param gradient its gradient, of the same shape; not changed
     * @param slots this parameter's state
     * @param count how many moves there have been, this one included
     * @param learningRate the scheduled learning rate of this step
     */
    void step(Tensor parameter, Tensor gradient, Slots slots, long count, double learningRate);

    /** The state of one parameter. */
    @FunctionalInterface
    interface Slots {
        /** The tensor of that name, of the parameter's shape, zeros at first. */
        Tensor get(String name);
    }
}
