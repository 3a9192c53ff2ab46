package dev.rote.nets;

import dev.rote.tensor.InputShape;
import dev.rote.tensor.Place;
import dev.rote.tensor.Seeds;

/** An architecture: a value in a recipe from which a {@link Model} with weights is built. */
public interface Net {

    /**
     * Makes a model with freshly drawn weights, in the calling thread's scope.
     *
     * @param inputs what one example looks like
     * @param outputs number of outputs, K classes or D reals
     * @param place element type and device of the weights
     * @param seeds where the weights are drawn from
     * @throws IllegalArgumentException when this architecture cannot take such inputs
     */
    Model build(InputShape inputs, int outputs, Place place, Seeds seeds);

    /**
     * Multiplications of one forward pass for one example, roughly: long runs are begun first, and time left is told, by it.
     *
     * @return above 0; one weight per input and output unless an architecture knows better
     */
    default double work(InputShape inputs, int outputs) {
        return (double) inputs.size() * outputs;
    }
}
