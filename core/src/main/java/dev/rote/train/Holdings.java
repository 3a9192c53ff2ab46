package dev.rote.train;

import dev.rote.nets.Model;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/**
 * The tensors that live as long as a training, by name: the model's, the optimizer's slots, what methods keep, and what is trained
 * beside the model. Together with two numbers they are all that a resume needs.
 */
final class Holdings implements AutoCloseable {

    private final Model model;
    private final Map<String, Tensor> slots = new ConcurrentSkipListMap<>(); // made by several workers
    private final Map<String, Tensor> kept = new LinkedHashMap<>();
    private final Map<String, Tensor> trained = new LinkedHashMap<>();

    Holdings(Model model) {
        this.model = model;
    }

    /** All that the optimizer moves: the model's parameters, then those beside it. */
    Map<String, Tensor> parameters() {
        Map<String, Tensor> all = new LinkedHashMap<>(model.parameters());
        all.putAll(trained);
        return all;
    }

    Optimizer.Slots slots(String parameter, Tensor like) {
        return slot -> slots.computeIfAbsent(parameter + "." + slot, name -> Scope.release(like.zerosLike()));
    }

    /** Forgets the optimizer's state. */
    void clearSlots() {
        slots.values().forEach(Tensor::close);
        slots.clear();
    }

    Tensor keep(String name, Supplier<Tensor> initial) {
        return kept.computeIfAbsent(name, key -> Scope.release(initial.get()));
    }

    Tensor parameter(String name, Supplier<Tensor> initial) {
        return trained.computeIfAbsent(name, key -> Scope.release(initial.get()).requiresGrad(true));
    }

    /** Live tensors under {@code KIND/NAME}, such as {@code model/u.weight} and {@code optimizer/u.weight.exp_avg}. */
    Map<String, Tensor> byName() {
        Map<String, Tensor> all = new LinkedHashMap<>();
        model.parameters().forEach((name, tensor) -> all.put("model/" + name, tensor));
        model.buffers().forEach((name, tensor) -> all.put("buffer/" + name, tensor));
        slots.forEach((name, tensor) -> all.put("optimizer/" + name, tensor));
        kept.forEach((name, tensor) -> all.put("keep/" + name, tensor));
        trained.forEach((name, tensor) -> all.put("parameter/" + name, tensor));
        return all;
    }

    /**
     * Copies saved tensors.
     *
     * @throws IllegalArgumentException when one of the model's is missing
     */
    void restore(Map<String, Tensor> saved) {
        try (Autograd.Guard guard = Autograd.noGrad()) {
            model.parameters().forEach((name, tensor) -> tensor.copy_(required(saved, "model/" + name)));
            model.buffers().forEach((name, tensor) -> tensor.copy_(required(saved, "buffer/" + name)));
            take(saved, "optimizer/", slots);
            take(saved, "keep/", kept);
            take(saved, "parameter/", trained);
            trained.values().forEach(tensor -> tensor.requiresGrad(true));
        }
    }

    private static Tensor required(Map<String, Tensor> saved, String name) {
        Tensor tensor = saved.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("the saved state lacks " + name);
        }
        return tensor;
    }

    private static void take(Map<String, Tensor> saved, String prefix, Map<String, Tensor> into) {
        saved.forEach((name, tensor) -> {
            if (name.startsWith(prefix)) {
                // Written into, not replaced: a method may hold on to what it asked for when it wrapped the loss.
                into.computeIfAbsent(name.substring(prefix.length()), key -> Scope.release(tensor.copy()))
                        .copy_(tensor);
            }
        });
    }

    @Override
    public void close() {
        List.of(slots, kept, trained).forEach(tensors -> tensors.values().forEach(Tensor::close));
    }
}
