package dev.rote.papers.grokornot;

import dev.rote.data.Operation;
import dev.rote.losses.CrossEntropy;
import dev.rote.nets.Activation;
import dev.rote.nets.TwoLayer;
import dev.rote.runs.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Phase diagrams: the same run at many training shares alpha and corrupted shares xi.
 *
 * <p>A cell's recipe is named {@code PANEL-alphaA-xiX}. The paper's panels are 17 by 17 (its scripts; the text says 17 by 19
 * with xi from 0) and take days on a desk: they belong to the paper scale. The small table takes two minutes.
 */
final class Grids {

    /** Panels of the small table: p = 53, N = 250, 800 steps. */
    static final String SMALL = "small-table-";

    /** Panels of weight decay at full size; the decay follows. */
    static final String DECAY = "grid-decay-";

    /** The panel without decay of a net with 5000 neurons. */
    static final String WIDE = "grid-wide-";

    private static final double[] SMALL_ALPHAS = {0.3, 0.5, 0.7, 0.9};
    private static final double[] SMALL_XIS = {0.1, 0.25, 0.4, 0.6};

    private Grids() {}

    /** The name of a cell. */
    static String cell(String panel, double alpha, double xi) {
        return String.format(Locale.ROOT, "%salpha%.2f-xi%.2f", panel, alpha, xi);
    }

    /** A panel of the small table. */
    static String small(int decay) {
        return SMALL + decay + "-";
    }

    /** 16 cells each at weight decay 0 and 10. */
    static List<Recipe> smallTable() {
        List<Recipe> recipes = new ArrayList<>();
        for (int decay : new int[] {0, 10}) {
            for (double alpha : SMALL_ALPHAS) {
                for (double xi : SMALL_XIS) {
                    recipes.add(plain(Setup.SMALL.on(alpha, xi).recipe(cell(small(decay), alpha, xi), decay, 800, 50)));
                }
            }
        }
        return recipes;
    }

    /** Every panel of the paper: weight decay, dropout, batch norm, batch size; relu, cross-entropy, multiplication, width. */
    static List<Recipe> published() {
        List<Recipe> recipes = new ArrayList<>();
        for (int decay : new int[] {0, 5, 15, 20}) {
            recipes.addAll(panel(DECAY + decay + "-", Setup.MAIN, decay, recipe -> recipe));
            recipes.addAll(panel(
                    "grid-multiplication-" + decay + "-", Setup.MAIN.of(Operation.MULTIPLY), decay, recipe -> recipe));
            recipes.addAll(panel(
                    "grid-relu-decay-" + decay + "-",
                    Setup.MAIN,
                    decay,
                    recipe -> recipe.withNet(Setup.MAIN.net(Activation.RELU, 0))));
            recipes.addAll(panel(
                    "grid-entropy-decay-" + decay + "-",
                    Setup.MAIN,
                    decay,
                    recipe -> recipe.withLoss(new CrossEntropy())));
        }
        for (double rate : new double[] {0, 0.3, 0.6, 0.9}) {
            for (Activation activation : new Activation[] {Activation.SQUARE, Activation.RELU}) {
                String name = activation == Activation.RELU ? "grid-relu-dropout-" : "grid-dropout-";
                recipes.addAll(panel(
                        name + rate + "-", Setup.MAIN, 0, recipe -> recipe.withNet(Setup.MAIN.net(activation, rate))));
            }
        }
        for (int rows : new int[] {8, 32, 64, 256}) {
            recipes.addAll(panel(
                    "grid-batch-norm-" + rows + "-",
                    Setup.MAIN,
                    0,
                    recipe -> batches(recipe, rows)
                            .withNet(new TwoLayer(Setup.MAIN.width(), Activation.SQUARE, 0, true))));
        }
        for (int rows : new int[] {8, 256}) {
            recipes.addAll(panel("grid-minibatch-" + rows + "-", Setup.MAIN, 0, recipe -> batches(recipe, rows)));
        }
        recipes.addAll(panel(WIDE, Setup.MAIN.wide(5000), 0, recipe -> recipe));
        return recipes;
    }

    /** The paper's rule: 2000 256/b steps of b examples at learning rate 0.01 sqrt(b/256). */
    private static Recipe batches(Recipe recipe, int rows) {
        return recipe.withSteps(2000L * 256 / rows, rows).withOptimizer(Setup.adam(0.01 * Math.sqrt(rows / 256.0), 0));
    }

    private static List<Recipe> panel(String name, Setup setup, double decay, UnaryOperator<Recipe> change) {
        List<Recipe> recipes = new ArrayList<>();
        for (int a = 2; a <= 18; a++) {
            for (int x = 2; x <= 18; x++) {
                double alpha = a / 20.0;
                double xi = x / 20.0;
                recipes.add(plain(change.apply(setup.on(alpha, xi).recipe(cell(name, alpha, xi), decay, 2000, 50))));
            }
        }
        return recipes;
    }

    /** Only what a phase needs: hundreds of cells would fill the disk with tables of neurons. */
    private static Recipe plain(Recipe recipe) {
        return recipe.withProbes(recipe.logEvery(), Recipe.STANDARD_PROBES);
    }
}
