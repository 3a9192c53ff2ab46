package dev.rote.papers.grokornot;

import dev.rote.measures.Pruning;
import dev.rote.measures.SpectrumTable;
import dev.rote.nets.Activation;
import dev.rote.nets.TwoLayer;
import dev.rote.runs.Probe;
import dev.rote.runs.Recipe;
import java.util.List;

/**
 * The two-layer net at full size: p = 97, N = 500, half of the equations, 35 % corrupted, as in the paper's sections 2 to 4.
 *
 * <p>No scaling down is needed: one run takes seconds to minutes. Steps and learning rates are those of the authors'
 * notebooks.
 */
final class MainArms {

    static final String GROKKING = "grokking";
    static final String COEXISTENCE = "decay-0";
    static final String PARTIAL = "decay-5";
    static final String FULL = "decay-15";
    static final String FORGETTING = "decay-20";
    /** Weight decay 15 for as long as the phase diagrams train. */
    static final String LONG = "decay-15-long";

    static final String BATCH_NORM = "batch-norm";
    static final String MINIBATCH = "minibatch";

    private static final Setup CLEAN = Setup.MAIN.on(0.5, 0);
    private static final Setup BATCHES = Setup.MAIN.on(0.65, 0.2);

    private MainArms() {}

    /** The arm with that dropout and no decay: {@code dropout-0.3}. */
    static String dropout(double rate) {
        return "dropout-" + rate;
    }

    /** Runs that claims D1 to D13 and D17 to D19 look at. */
    static List<Recipe> decayAndDropout() {
        return List.of(
                CLEAN.recipe(GROKKING, 5, 100, 1),
                pruned(spectrum(Setup.MAIN.recipe(COEXISTENCE, 0, 1000, 10))),
                Setup.also(
                        Setup.MAIN.recipe(PARTIAL, 5, 500, 10),
                        pruning(Pruning.Order.HIGHEST_IPR),
                        pruning(Pruning.Order.LOWEST_IPR)),
                spectrum(Setup.MAIN.recipe(FULL, 15, 500, 5)),
                Setup.MAIN.recipe(FORGETTING, 20, 5000, 25),
                dropping(0.3, 1000),
                dropping(0.6, 1000),
                dropping(0.7, 1000));
    }

    /** Weight decay 15 for 2000 steps. */
    static Recipe fourTimesAsLong() {
        return Setup.MAIN.recipe(LONG, 15, 2000, 25);
    }

    /** Dropout so strong that nothing is learned. */
    static Recipe confusion() {
        return dropping(0.9, 500);
    }

    /**
     * Batch norm and its control, batches of 64 at learning rate 0.01 sqrt(64/256).
     *
     * @param steps 2000 in the notebook, about 8000 in the paper's figures
     */
    static List<Recipe> batches(long steps) {
        return List.of(batch(BATCH_NORM, true, steps), batch(MINIBATCH, false, steps));
    }

    private static Recipe dropping(double rate, long steps) {
        return Setup.MAIN.recipe(dropout(rate), 0, steps, 10).withNet(Setup.MAIN.net(Activation.SQUARE, rate));
    }

    private static Recipe batch(String name, boolean normalised, long steps) {
        return BATCHES.recipe(name, 0, steps, 50)
                .withNet(new TwoLayer(BATCHES.width(), Activation.SQUARE, 0, normalised))
                .withOptimizer(Setup.adam(0.005, 0))
                .withSteps(steps, 64);
    }

    private static Recipe spectrum(Recipe recipe) {
        return Setup.also(recipe, Probe.at(new SpectrumTable(), "start", "middle", "end"));
    }

    /** The recipe with its end pruned in all three orders. */
    static Recipe pruned(Recipe recipe) {
        return Setup.also(
                recipe,
                pruning(Pruning.Order.LOWEST_IPR),
                pruning(Pruning.Order.HIGHEST_IPR),
                pruning(Pruning.Order.RANDOM));
    }

    private static Probe pruning(Pruning.Order order) {
        return Probe.at(new Pruning(order, 50), "end");
    }
}
