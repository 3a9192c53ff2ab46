package dev.rote.nets;

import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;

/** A hand-written gradient: writes the mean loss's gradient into the parameters' {@link Tensor#grad() grad} buffers. */
public interface Backprop extends AutoCloseable {

    /**
     * One evaluation.
     *
     * @param inputs int64 [N, length]
     * @param targets int64 [N] or float [N, K]
     * @param loss the loss, per row
     * @param how the circumstances; the hook is not called
     * @param workers who computes; the bytes do not depend on how many they are
     * @param lanes into how many row blocks the batch is cut; their gradients are added in order
     * @return the mean loss over the rows
     */
    double compute(Tensor inputs, Tensor targets, OutputGradient loss, Forward how, Workers workers, int lanes);

    /** Frees the work space. */
    @Override
    void close();
}
