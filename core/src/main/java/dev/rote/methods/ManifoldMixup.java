package dev.rote.methods;

import dev.rote.data.Batch;
import dev.rote.tensor.DType;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.train.Loss;
import dev.rote.train.Method;
import dev.rote.train.Pass;
import dev.rote.train.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Manifold mixup (Verma et al. 2019, equation 1): in each step one layer k is drawn from a set, and the net goes on from {@code l h_i +
 * (1 - l) h_j} with target {@code l q_i + (1 - l) q_j}.
 *
 * <p>h: the output of layer k, or the input; j: a random partner in the batch; l: drawn from Beta(alpha, alpha) once per step, of l
 * and 1 - l the larger; q: one-hot or soft targets [N, K]. Gradients flow through the layers below k too. With the input alone it
 * is mixup, draw for draw; with no layers, or alpha = 0, it is plain training. Nothing is mixed at evaluation.
 *
 * <p>Deviation: the paper's code trains on binary cross-entropy of softmax outputs; here it is whatever loss is inside.
 *
 * @param alpha shape of the Beta distribution, at least 0
 * @param layers the set: names of the net's hidden layers, {@code input}, or {@code first} for its first hidden layer
 */
public record ManifoldMixup(double alpha, List<String> layers) implements Method {

    /** The paper's alpha, at the input and the first hidden layer. */
    public ManifoldMixup() {
        this(2, List.of("input", "first"));
    }

    public ManifoldMixup {
        Mixing.check(alpha);
        layers = List.copyOf(layers);
    }

    @Override
    public Loss loss(Loss inner, Training training) {
        var inputs = training.data("train").inputs();
        int classes = training.data("train").target().outputs();
        List<String> set = resolved(training.model().layers());
        long depth = Mixing.depth(training);
        return pass -> {
            Batch batch = pass.batch();
            DType type = pass.model().place().dtype();
            Seeds seeds = pass.random("mixup").of(depth);
            Mixing mixing = Mixing.draw(alpha, batch.size(), batch.inputs().place(), seeds);
            String chosen = set.get(seeds.of("layer").below(set.size(), 0));
            Tensor q = OneHot.targets(batch.targets(), classes, type);
            Pass mixed = switch (chosen) {
                case "" -> pass.targets(q);
                case "input" ->
                    pass.inputs(mixing.of(OneHot.inputs(batch.inputs(), inputs, type)))
                            .targets(mixing.of(q));
                default ->
                    pass.hook((layer, hidden) -> layer.equals(chosen) ? mixing.of(hidden) : hidden)
                            .targets(mixing.of(q));
            };
            return inner.perExample(mixed);
        };
    }

    /** The names as the net has them; a set without layers as one that has only no layer. */
    private List<String> resolved(List<String> own) {
        List<String> known = Stream.concat(Stream.of("input"), own.stream()).toList();
        List<String> names = new ArrayList<>();
        for (String layer : layers) {
            String name = layer.equals("first") && !own.isEmpty() ? own.get(0) : layer;
            if (!known.contains(name)) {
                throw new IllegalArgumentException("layers must be among " + known + " or first, was " + layer);
            }
            names.add(name);
        }
        return names.isEmpty() ? List.of("") : names;
    }
}
