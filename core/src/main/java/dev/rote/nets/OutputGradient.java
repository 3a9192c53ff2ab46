package dev.rote.nets;

import dev.rote.tensor.Tensor;

/**
 * A loss as seen by a hand-written gradient: how each example's loss changes with its outputs. To implement it is to promise that
 * an example's loss depends on its own outputs and target alone.
 */
@FunctionalInterface
public interface OutputGradient {

    /**
     * Overwrites outputs with derivatives, up to the constant {@link #factor}.
     *
     * @param outputs [B, K]; on return d(loss of row i) / d(outputs of row i), divided by the factor
     * @param targets int64 [B] or float [B, K]
     * @return the sum of the losses of the rows
     */
    double replace(Tensor outputs, Tensor targets);

    /**
     * What the derivatives left by {@link #replace} are to be multiplied by. Whoever multiplies matrices by them can apply it
     * at no cost; a pass over the outputs would have one.
     *
     * @param outputs K
     */
    default double factor(long outputs) {
        return 1;
    }
}
