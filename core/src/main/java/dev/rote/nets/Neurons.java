package dev.rote.nets;

import dev.rote.tensor.Tensor;

/**
 * A model whose outputs are a sum over hidden neurons, so that neurons can be cut out one by one:
 * {@code outputs = activations x readout^T}.
 */
public interface Neurons {

    /** What each neuron says about each example in evaluation mode, [B, N]. */
    Tensor activations(Tensor inputs);

    /** How much each output listens to each neuron, [K, N]. */
    Tensor readout();
}
