package dev.rote.nets;

import dev.rote.tensor.Tensor;

/** A loss as seen by a hand-written gradient: how each example's loss changes with its outputs. */
@FunctionalInterface
public interface OutputGradient {

    /**
     * Overwrites outputs with derivatives.
     *
     * @param outputs [B, K]; on return d(loss of row i) / d(outputs of row i)
     * @param targets int64 [B] or float [B, K]
     * @return the sum of the losses of the rows
     */
    double replace(Tensor outputs, Tensor targets);
}
