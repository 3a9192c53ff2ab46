package dev.rote.nets;

import dev.rote.tensor.Place;
import dev.rote.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Weights and how to compute with them. */
public interface Model {

    /** What is trained: name (as in PyTorch) to tensor, in a fixed order. */
    Map<String, Tensor> parameters();

    /** What is kept beside the parameters but not trained, such as running statistics; in a fixed order. */
    default Map<String, Tensor> buffers() {
        return Map.of();
    }

    /** Parameters and buffers, all that a saved model has; the tensors are the live ones. PyTorch's state_dict. */
    default Map<String, Tensor> state() {
        Map<String, Tensor> all = new LinkedHashMap<>(parameters());
        all.putAll(buffers());
        return all;
    }

    /** Names of the hidden layers a {@link Hook} is called at, from input to output. */
    List<String> layers();

    /**
     * The outputs before any softmax.
     *
     * @param inputs int64 [N, length] tokens, float [N, length * vocabulary] weights of tokens (one-hot rows or mixtures of
     *     them), or float [N, dims...] features
     * @param how the circumstances
     * @return [N, K]
     */
    Tensor forward(Tensor inputs, Forward how);

    /** Element type and device of the weights. */
    default Place place() {
        return parameters().values().iterator().next().place();
    }

    /** Whether in training an example's outputs depend on that example alone; not so with batch norm. */
    default boolean rowsAreIndependent() {
        return buffers().isEmpty();
    }

    /** A hand-written gradient of this model, where it has one that is faster than autograd. */
    default Optional<Backprop> backprop() {
        return Optional.empty();
    }
}
