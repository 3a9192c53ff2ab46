package dev.rote.nets.images;

import dev.rote.nets.Forward;
import dev.rote.tensor.Tensor;

/**
 * A step of a net on images before it has weights: it knows shapes and multiplications, and how to draw its weights. A net
 * writes its steps down once, and they are read for all three.
 */
interface Layer {

    /** A step with weights: [N, ...] to [N, ...]. */
    @FunctionalInterface
    interface Applied {
        Tensor apply(Tensor x, Forward how);
    }

    /**
     * What it makes of an input of this size.
     *
     * @throws IllegalArgumentException when the input is too small
     */
    default Sizes out(Sizes in) {
        return in;
    }

    /** Multiplications for one example; only those of convolutions and matrices are counted. */
    default double work(Sizes in) {
        return 0;
    }

    /** Draws the weights, enters them by name, and gives the function. */
    Applied draw(Sizes in, Weights weights);
}
