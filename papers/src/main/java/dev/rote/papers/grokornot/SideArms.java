package dev.rote.papers.grokornot;

import dev.rote.data.Operation;
import dev.rote.losses.CrossEntropy;
import dev.rote.nets.Activation;
import dev.rote.runs.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The two-layer net elsewhere: another modulus, another operation, another loss, another activation, another width. */
final class SideArms {

    /** Prefix of the runs among which claim D20 searches. */
    static final String BOTH = "both-";

    static final String MULTIPLICATION = "multiplication-";
    static final String RELU = "relu-";
    static final String ENTROPY = "entropy-";

    /** Decays of the relu net at p = 53. */
    static final int[] RELU_DECAYS = {0, 10, 20, 40};

    /** Decays of the net with cross-entropy, and of its control with squared error, at p = 53. */
    static final int[] ENTROPY_DECAYS = {0, 2, 5, 15};

    private SideArms() {}

    /** Claims D3 to D8, D10, D11 at p = 53. */
    static String small(int decay) {
        return "small-decay-" + decay;
    }

    static List<Recipe> small() {
        return List.of(
                MainArms.pruned(Setup.SMALL.recipe(small(0), 0, 1000, 10)),
                Setup.SMALL.recipe(small(5), 5, 1000, 10),
                Setup.SMALL.recipe(small(10), 10, 1000, 10));
    }

    /** Multiplication: clean, and corrupted as in the main runs. */
    static List<Recipe> multiplication() {
        Setup setup = Setup.MAIN.of(Operation.MULTIPLY);
        return List.of(
                setup.on(0.5, 0).recipe(MULTIPLICATION + "clean", 5, 200, 5),
                setup.recipe(MULTIPLICATION + "decay-0", 0, 1000, 25),
                setup.recipe(MULTIPLICATION + "decay-5", 5, 500, 25),
                setup.recipe(MULTIPLICATION + "decay-15", 15, 500, 25));
    }

    /** Where memorising and generalising at once is most likely: many equations, few corrupted, more neurons. */
    static List<Recipe> search() {
        return List.of(both(500, 0.5, 0.1), both(500, 0.7, 0.1), both(1000, 0.7, 0.1));
    }

    private static Recipe both(int width, double alpha, double xi) {
        String name = String.format(Locale.ROOT, "%swidth%d-alpha%.1f-xi%.2f", BOTH, width, alpha, xi);
        return Setup.MAIN.wide(width).on(alpha, xi).recipe(name, 0, 1000, 50);
    }

    /** The relu net under decay and dropout. */
    static List<Recipe> relu() {
        List<Recipe> recipes = new ArrayList<>();
        for (int decay : RELU_DECAYS) {
            recipes.add(Setup.SMALL
                    .recipe(RELU + "decay-" + decay, decay, 800, 20)
                    .withNet(Setup.SMALL.net(Activation.RELU, 0)));
        }
        recipes.add(
                Setup.SMALL.recipe(RELU + "dropout-0.6", 0, 800, 20).withNet(Setup.SMALL.net(Activation.RELU, 0.6)));
        return recipes;
    }

    /** Cross-entropy, and the squared error on the same data. */
    static List<Recipe> entropy() {
        Setup setup = Setup.SMALL.on(0.8, 0.2);
        List<Recipe> recipes = new ArrayList<>();
        for (int decay : ENTROPY_DECAYS) {
            recipes.add(setup.recipe(ENTROPY + "decay-" + decay, decay, 800, 20).withLoss(new CrossEntropy()));
            recipes.add(setup.recipe(ENTROPY + "control-" + decay, decay, 800, 20));
        }
        return recipes;
    }
}
