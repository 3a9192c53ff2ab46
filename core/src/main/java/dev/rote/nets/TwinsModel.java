package dev.rote.nets;

import dev.rote.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Two models of the same architecture as one: outputs are {@code (first(x) + second(x)) / 2}, names of parameters, buffers and
 * layers have {@code first.} or {@code second.} in front.
 *
 * <p>A pass goes through both, or through {@link #first()} or {@link #second()} alone; either way a hook sees the names in front,
 * and each draws dropout masks of its own, the same ones both ways.
 */
public final class TwinsModel implements Model {

    private final Model first;
    private final Model second;

    TwinsModel(Model first, Model second) {
        this.first = new Twin("first", first);
        this.second = new Twin("second", second);
    }

    /**
     * The twins that a model is.
     *
     * @throws IllegalArgumentException when it is not twins
     */
    public static TwinsModel of(Model model) {
        if (model instanceof TwinsModel twins) {
            return twins;
        }
        throw new IllegalArgumentException("needs two nets: write net: {kind: twins, net: ...}");
    }

    /** The first net, under its names here. */
    public Model first() {
        return first;
    }

    /** The second net, under its names here. */
    public Model second() {
        return second;
    }

    private static Map<String, Tensor> both(Map<String, Tensor> a, Map<String, Tensor> b) {
        Map<String, Tensor> all = new LinkedHashMap<>(a);
        all.putAll(b);
        return all;
    }

    @Override
    public Map<String, Tensor> parameters() {
        return both(first.parameters(), second.parameters());
    }

    @Override
    public Map<String, Tensor> buffers() {
        return both(first.buffers(), second.buffers());
    }

    @Override
    public List<String> layers() {
        return Stream.concat(first.layers().stream(), second.layers().stream()).toList();
    }

    @Override
    public Tensor forward(Tensor inputs, Forward how) {
        return first.forward(inputs, how).add(second.forward(inputs, how)).mul(0.5);
    }

    @Override
    public boolean rowsAreIndependent() {
        return first.rowsAreIndependent() && second.rowsAreIndependent();
    }

    /** One of the two, under its names among both. */
    private record Twin(String name, Model model) implements Model {

        private Map<String, Tensor> named(Map<String, Tensor> tensors) {
            Map<String, Tensor> named = new LinkedHashMap<>();
            tensors.forEach((key, tensor) -> named.put(name + "." + key, tensor));
            return named;
        }

        @Override
        public Map<String, Tensor> parameters() {
            return named(model.parameters());
        }

        @Override
        public Map<String, Tensor> buffers() {
            return named(model.buffers());
        }

        @Override
        public List<String> layers() {
            return model.layers().stream().map(layer -> name + "." + layer).toList();
        }

        @Override
        public Tensor forward(Tensor inputs, Forward how) {
            Hook hook = how.hook() == Hook.NONE
                    ? Hook.NONE
                    : (layer, hidden) -> how.hook().at(name + "." + layer, hidden);
            return model.forward(
                    inputs, new Forward(how.mode(), hook, how.random().of(name), how.ids()));
        }

        @Override
        public boolean rowsAreIndependent() {
            return model.rowsAreIndependent();
        }
    }
}
