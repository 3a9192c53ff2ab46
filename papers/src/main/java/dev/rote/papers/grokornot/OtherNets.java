package dev.rote.papers.grokornot;

import dev.rote.data.Operation;
import dev.rote.measures.Ipr;
import dev.rote.measures.NeuronTable;
import dev.rote.nets.Activation;
import dev.rote.nets.Mlp;
import dev.rote.nets.Net;
import dev.rote.nets.Transformer;
import dev.rote.runs.Probe;
import dev.rote.runs.Recipe;
import java.util.ArrayList;
import java.util.List;

/**
 * The paper's appendix on deeper nets: a Transformer with one layer and a relu MLP with three.
 *
 * <p>The paper runs them at p = 97 for 3000 and 5000 steps, tens of TFLOP a run. Small runs stand in for them on a desk: p = 53,
 * alpha = 0.8, xi = 0.2, the three-layer net at half its width, the Transformer at three times the paper's learning rate. There
 * the decays at which phases change are others, so the arms are named by their role. The Transformer's decays 2 and 4 bracket
 * the change from memorising to inversion; in between, and with more data, runs differ more by seed than by decay.
 */
final class OtherNets {

    static final String TRANSFORMER = "transformer-";
    static final String DEEP = "three-layer-";

    /** Weak decay, where the paper sees Coexistence. */
    static final String WEAK = "weak-decay";

    /** Strong decay, where the paper sees Full Inversion. */
    static final String STRONG = "strong-decay";

    static final String DROPOUT = "dropout";
    static final String BATCH_NORM = "batch-norm";

    private OtherNets() {}

    /** At p = 53. */
    static List<Recipe> small() {
        Setup setup = new Setup(53, 250, 0.8, 0.2, Operation.ADD);
        List<Recipe> recipes = new ArrayList<>();
        recipes.add(arm(setup, TRANSFORMER + WEAK, new Transformer(), 0.003, 2, 1800));
        recipes.add(arm(setup, TRANSFORMER + STRONG, new Transformer(), 0.003, 4, 1800));
        recipes.addAll(deep(setup, 250, 7, 10, 1500, 2500));
        return recipes;
    }

    /** As published; decays of the Transformer from its appendix, the others follow the two-layer net's. */
    static List<Recipe> published() {
        Setup setup = Setup.MAIN.on(0.8, 0.2);
        List<Recipe> recipes = new ArrayList<>();
        recipes.add(arm(setup, TRANSFORMER + WEAK, new Transformer(), 0.001, 10, 3000));
        recipes.add(arm(setup, TRANSFORMER + STRONG, new Transformer(), 0.001, 50, 3000));
        recipes.addAll(deep(setup, 500, 5, 15, 5000, 5000));
        return recipes;
    }

    private static List<Recipe> deep(Setup setup, int width, double weak, double strong, long steps, long undecayed) {
        return List.of(
                arm(setup, DEEP + WEAK, mlp(width, 0, false), 0.001, weak, steps),
                arm(setup, DEEP + STRONG, mlp(width, 0, false), 0.001, strong, steps),
                arm(setup, DEEP + DROPOUT, mlp(width, 0.05, false), 0.001, 0, undecayed),
                arm(setup, DEEP + BATCH_NORM, mlp(width, 0, true), 0.001, 0, undecayed));
    }

    private static Mlp mlp(int width, double dropout, boolean batchNorm) {
        return new Mlp(List.of(width, width), Activation.RELU, false, dropout, batchNorm);
    }

    private static Recipe arm(Setup setup, String name, Net net, double learningRate, double decay, long steps) {
        List<Probe> probes = new ArrayList<>(Recipe.STANDARD_PROBES);
        probes.add(new Probe(new Ipr()));
        probes.add(Probe.at(new NeuronTable(), "start", "end"));
        return setup.recipe(name, decay, steps, 50)
                .withNet(net)
                .withOptimizer(Setup.adam(learningRate, decay))
                .withProbes(50, probes);
    }
}
