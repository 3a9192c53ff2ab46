package dev.rote.nets;

import dev.rote.tensor.Tensor;

/** A look at, or a change to, a hidden layer during a forward pass. */
@FunctionalInterface
public interface Hook {

    /** Changes nothing. */
    Hook NONE = (layer, hidden) -> hidden;

    /**
     * Called once per layer and pass.
     *
     * @param layer one of {@link Model#layers()}
     * @param hidden the layer's output [N, ...]
     * @return what the next layer sees; the same tensor to change nothing
     */
    Tensor at(String layer, Tensor hidden);
}
