package dev.rote.papers.grokornot;

import dev.rote.data.ModularArithmetic;
import dev.rote.measures.Pruning;
import dev.rote.nets.AnalyticTwoLayer;
import dev.rote.nets.Mlp;
import dev.rote.nets.Net;
import dev.rote.nets.Transformer;
import dev.rote.nets.TwoLayer;
import dev.rote.noise.Noise;
import dev.rote.runs.Probe;
import dev.rote.runs.Recipe;
import java.util.List;

/** A recipe at a size at which it proves nothing but that it can be carried out: p = 11, a few neurons, a few steps. */
final class Shrunk {

    private static final int P = 11;
    private static final int WIDTH = 16;
    private static final int STEPS = 6;

    private Shrunk() {}

    static Recipe recipe(Recipe recipe) {
        ModularArithmetic data = (ModularArithmetic) recipe.data();
        long steps = Math.min(STEPS, recipe.steps());
        return recipe.withData(
                        new ModularArithmetic(P, data.operation(), data.fraction()),
                        recipe.noise().toArray(Noise[]::new))
                .withNet(net(recipe.net()))
                .withSteps(steps, Math.min(8, recipe.batchSize()))
                .withProbes(3, recipe.probes().stream().map(Shrunk::probe).toList());
    }

    private static Net net(Net net) {
        if (net instanceof TwoLayer layers) {
            return new TwoLayer(WIDTH, layers.activation(), layers.dropout(), layers.batchNorm());
        }
        if (net instanceof AnalyticTwoLayer layers) {
            return new AnalyticTwoLayer(Math.min(layers.width(), 200));
        }
        if (net instanceof Mlp mlp) {
            return new Mlp(List.of(WIDTH, WIDTH), mlp.activation(), mlp.bias(), mlp.dropout(), mlp.batchNorm());
        }
        Transformer transformer = (Transformer) net;
        return new Transformer(WIDTH, 2, 1, 2, transformer.dropout());
    }

    private static Probe probe(Probe probe) {
        return probe.measure() instanceof Pruning pruning
                ? new Probe(new Pruning(pruning.order(), 10), probe.every(), probe.at())
                : probe;
    }
}
