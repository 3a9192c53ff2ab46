package dev.rote.papers.grokornot;

import dev.rote.data.ModularArithmetic;
import dev.rote.data.Operation;
import dev.rote.measures.Ipr;
import dev.rote.measures.NeuronTable;
import dev.rote.nets.Activation;
import dev.rote.nets.TwoLayer;
import dev.rote.noise.Noise;
import dev.rote.noise.SymmetricNoise;
import dev.rote.runs.Probe;
import dev.rote.runs.Recipe;
import dev.rote.train.AdamW;
import java.util.ArrayList;
import java.util.List;

/**
 * The data and the size of the two-layer net that an experiment shares among its arms.
 *
 * @param p modulus
 * @param width N, hidden neurons
 * @param alpha share of the equations in the train part, in (0, 1]
 * @param xi corrupted share of the train part, in [0, 1]; labels are drawn from all p residues
 * @param operation what stands between the residues
 */
record Setup(int p, int width, double alpha, double xi, Operation operation) {

    /** The main setting of the paper (section 2). */
    static final Setup MAIN = new Setup(97, 500, 0.5, 0.35, Operation.ADD);

    /** The same phenomena in seconds a run. */
    static final Setup SMALL = new Setup(53, 250, 0.6, 0.25, Operation.ADD);

    /** What every arm measures, in its own rhythm: accuracies, losses, norm, IPR; the neurons at start, middle and end. */
    static List<Probe> probes() {
        List<Probe> probes = new ArrayList<>(Recipe.STANDARD_PROBES);
        for (Ipr.Statistic statistic : Ipr.Statistic.values()) {
            probes.add(new Probe(new Ipr(statistic, 2)));
        }
        probes.add(Probe.at(new NeuronTable(), "start", "middle", "end"));
        return probes;
    }

    /** The same on other shares of equations and corruption. */
    Setup on(double otherAlpha, double otherXi) {
        return new Setup(p, width, otherAlpha, otherXi, operation);
    }

    /** The same for another operation. */
    Setup of(Operation other) {
        return new Setup(p, width, alpha, xi, other);
    }

    /** The same with another number of neurons. */
    Setup wide(int neurons) {
        return new Setup(p, neurons, alpha, xi, operation);
    }

    /**
     * A full-batch run at learning rate 0.01.
     *
     * @param decay weight decay
     * @param every steps between measurements
     */
    Recipe recipe(String name, double decay, long steps, long every) {
        SymmetricNoise noise = new SymmetricNoise(xi, true);
        return new Recipe()
                .withName(name)
                .withData(new ModularArithmetic(p, operation, alpha), xi > 0 ? new Noise[] {noise} : new Noise[0])
                .withNet(net(Activation.SQUARE, 0))
                .withOptimizer(adam(0.01, decay))
                .withSteps(steps, 0)
                .withProbes(every, probes());
    }

    /** The two-layer net of this size. */
    TwoLayer net(Activation activation, double dropout) {
        return new TwoLayer(width, activation, dropout, false);
    }

    /** AdamW with the paper's betas. */
    static AdamW adam(double learningRate, double decay) {
        return new AdamW(learningRate, 0.9, 0.98, 1e-8, decay);
    }

    /** The recipe with more probes. */
    static Recipe also(Recipe recipe, Probe... more) {
        List<Probe> probes = new ArrayList<>(recipe.probes());
        probes.addAll(List.of(more));
        return recipe.withProbes(recipe.logEvery(), probes);
    }
}
