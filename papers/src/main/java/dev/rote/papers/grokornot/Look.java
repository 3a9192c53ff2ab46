package dev.rote.papers.grokornot;

import dev.rote.claims.Arms;
import dev.rote.claims.Checks;
import dev.rote.claims.Claim;
import dev.rote.claims.Observation;
import dev.rote.claims.Phase;
import dev.rote.data.ModularArithmetic;
import dev.rote.files.Table;
import dev.rote.runs.Recipe;
import dev.rote.runs.RunResult;
import dev.rote.runs.Series;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What the claims read from a run; shares of examples and of neurons in percent, as in the paper. */
final class Look {

    /** Accuracies by name in readings, in the order in which reports tell them. */
    static final String TRAIN = "accuracy.train";

    static final String TEST = "accuracy.test";
    static final String CORRUPTED = "accuracy.corrupted";
    static final String UNCORRUPTED = "accuracy.uncorrupted";

    private Look() {}

    /** A claim that looks at each seed on its own. */
    static Claim claim(
            String id, String says, String where, String expected, String paper, Function<Arms, Observation> look) {
        return new Claim(id, says, where, expected, paper, Checks.everySeed(look));
    }

    /** The last reading, in percent. */
    static double percent(RunResult run, String reading) {
        return 100 * run.last(reading);
    }

    /** The readings in percent, by step. */
    static Series percents(RunResult run, String reading) {
        return run.readings(reading).times(100);
    }

    /** Percent of the living neurons below the memorising bound at the end. */
    static double memorising(RunResult run) {
        return percent(run, "ipr.memorising");
    }

    /** Percent of the living neurons above the generalising bound at the end. */
    static double generalising(RunResult run) {
        return percent(run, "ipr.generalising");
    }

    /** The training share alpha of the recipe. */
    static double alpha(Recipe recipe) {
        return recipe.data() instanceof ModularArithmetic data ? data.fraction() : Double.NaN;
    }

    /** The phase at the end. */
    static Phase phase(RunResult run) {
        return Phase.of(run.last(TRAIN), run.last(TEST), run.recipe().corruptedShare());
    }

    /** True in partial and in full inversion. */
    static boolean inverted(Phase phase) {
        return phase == Phase.PARTIAL_INVERSION || phase == Phase.FULL_INVERSION;
    }

    /** A column of a pruning table, in percent. */
    static double[] pruned(RunResult run, String order, String part) {
        return Arrays.stream(run.table("pruning-" + order).doubles("accuracy_" + part))
                .map(v -> 100 * v)
                .toArray();
    }

    /** The positions of the cuts with a pruned fraction from low to high. */
    static int[] cuts(RunResult run, String order, double low, double high) {
        double[] fraction = run.table("pruning-" + order).doubles("fraction");
        return IntStream.range(0, fraction.length)
                .filter(i -> fraction[i] >= low - 1e-9 && fraction[i] <= high + 1e-9)
                .toArray();
    }

    /** The position of the cut nearest to a fraction. */
    static int cut(RunResult run, String order, double at) {
        double[] fraction = run.table("pruning-" + order).doubles("fraction");
        return IntStream.range(0, fraction.length)
                .reduce((a, b) -> Math.abs(fraction[b] - at) < Math.abs(fraction[a] - at) ? b : a)
                .orElseThrow(() -> new IllegalArgumentException("table pruning-" + order + " is empty"));
    }

    /** A column of the neurons table, the rows of one step. */
    static double[] neurons(RunResult run, String column, long step) {
        Table table = run.table("neurons");
        double[] steps = table.doubles("step");
        double[] values = table.doubles(column);
        return IntStream.range(0, values.length)
                .filter(i -> steps[i] == step)
                .mapToDouble(i -> values[i])
                .toArray();
    }

    /** A column of the neurons table at its last step. */
    static double[] neurons(RunResult run, String column) {
        double[] steps = run.table("neurons").doubles("step");
        return neurons(run, column, (long) Arrays.stream(steps).max().orElse(0));
    }

    /** The IPR of the living neurons at the last step of the neurons table. */
    static double[] livingIpr(RunResult run) {
        return living(run, "ipr");
    }

    /** A column of the neurons table at its last step, without the dead neurons, whose IPR is 0. */
    static double[] living(RunResult run, String column) {
        double[] ipr = neurons(run, "ipr");
        double[] values = neurons(run, column);
        return IntStream.range(0, ipr.length)
                .filter(k -> ipr[k] > 0)
                .mapToDouble(k -> values[k])
                .toArray();
    }
}
