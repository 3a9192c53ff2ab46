package dev.rote.claims;

import dev.rote.runs.RunResult;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** A phase diagram: the phase each run ended in, by two shares. */
public final class PhaseMap {

    private PhaseMap() {}

    /**
     * The diagram. Runs whose corrupted share is not a number are left out, because their phase cannot be told.
     *
     * @param alpha share of the data in the train part, along the columns
     * @param xi corrupted share, along the rows
     */
    public static HeatMap of(
            String id,
            String title,
            List<RunResult> all,
            ToDoubleFunction<RunResult> alpha,
            ToDoubleFunction<RunResult> xi) {
        List<RunResult> runs =
                all.stream().filter(run -> !Double.isNaN(xi.applyAsDouble(run))).toList();
        List<Double> alphas = sides(runs, alpha);
        List<Double> xis = sides(runs, xi);
        double[][] cells = new double[xis.size()][alphas.size()];
        for (double[] row : cells) {
            Arrays.fill(row, Double.NaN);
        }
        for (RunResult run : runs) {
            double corrupted = xi.applyAsDouble(run);
            Phase phase = Phase.of(run.last("accuracy.train"), run.last("accuracy.test"), corrupted);
            cells[xis.indexOf(corrupted)][alphas.indexOf(alpha.applyAsDouble(run))] = phase.ordinal();
        }
        return new HeatMap(
                id,
                title,
                "",
                "alpha, share of the data to train on",
                "xi, corrupted share",
                alphas.stream().map(Object::toString).toList(),
                xis.stream().map(Object::toString).toList(),
                HeatMap.rows(cells),
                "phase",
                Arrays.stream(Phase.values()).map(Phase::title).toList());
    }

    private static List<Double> sides(List<RunResult> runs, ToDoubleFunction<RunResult> side) {
        TreeSet<Double> values = new TreeSet<>();
        runs.forEach(run -> values.add(side.applyAsDouble(run)));
        return List.copyOf(values);
    }
}
