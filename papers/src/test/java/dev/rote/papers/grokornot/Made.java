package dev.rote.papers.grokornot;

import dev.rote.claims.Scale;
import dev.rote.files.Table;
import dev.rote.runs.Recipe;
import dev.rote.runs.Results;
import dev.rote.runs.RunResult;
import dev.rote.runs.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Results made by hand: arms of the desk scale whose readings and tables a test chooses, in percent like the claims. */
final class Made {

    private static final Map<String, Recipe> RECIPES = new LinkedHashMap<>();

    static {
        Stream.concat(
                        Experiments.recipes(Scale.DESK, 1).stream(),
                        Grids.published().stream()
                                .filter(recipe -> recipe.name().matches("grid-(wide|decay-0)-.*")))
                .forEach(recipe -> RECIPES.put(recipe.name(), recipe));
    }

    private final Recipe recipe;
    private final Map<String, Series> readings = new LinkedHashMap<>();
    private final Map<String, Table> tables = new LinkedHashMap<>();

    private Made(Recipe recipe) {
        this.recipe = recipe;
    }

    /** The arm of that name, seed 0, without readings. */
    static Made arm(String name) {
        Recipe recipe = RECIPES.get(name);
        if (recipe == null) {
            throw new IllegalArgumentException("there is no arm '" + name + "', only " + RECIPES.keySet());
        }
        return new Made(recipe);
    }

    static Results results(Made... arms) {
        return new Results(Arrays.stream(arms).map(Made::run).toList(), List.of());
    }

    static Results results(List<Made> arms) {
        return results(arms.toArray(Made[]::new));
    }

    /** Final train and test accuracy, percent. */
    Made end(double train, double test) {
        return percents(Look.TRAIN, 0, 1, 1000, train).percents(Look.TEST, 0, 1, 1000, test);
    }

    /** All four final accuracies, percent. */
    Made end(double train, double test, double corrupted, double uncorrupted) {
        return end(train, test)
                .percents(Look.CORRUPTED, 0, 1, 1000, corrupted)
                .percents(Look.UNCORRUPTED, 0, 1, 1000, uncorrupted);
    }

    /** Final shares of neurons below 0.2 and above 0.5, percent. */
    Made neurons(double memorising, double generalising) {
        return percents("ipr.memorising", 0, 100, 1000, memorising)
                .percents("ipr.generalising", 0, 0, 1000, generalising);
    }

    /** A reading in percent: step, value, step, value, ... */
    Made percents(String name, double... stepsAndValues) {
        double[] shares = stepsAndValues.clone();
        for (int i = 1; i < shares.length; i += 2) {
            shares[i] /= 100;
        }
        return reading(name, shares);
    }

    /** A reading: step, value, step, value, ... */
    Made reading(String name, double... stepsAndValues) {
        List<Long> steps = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < stepsAndValues.length; i += 2) {
            steps.add((long) stepsAndValues[i]);
            values.add(stepsAndValues[i + 1]);
        }
        readings.put(name, new Series(steps, values));
        return this;
    }

    /** A pruning curve: rows of fraction, then train, test, corrupted, uncorrupted in percent. */
    Made pruning(String order, double[]... rows) {
        List<List<String>> cells = Arrays.stream(rows)
                .map(row -> List.of(
                        "1000",
                        Double.toString(row[0]),
                        Double.toString(row[1] / 100),
                        Double.toString(row[2] / 100),
                        Double.toString(row[3] / 100),
                        Double.toString(row[4] / 100)))
                .toList();
        tables.put(
                "pruning-" + order,
                new Table(
                        List.of(
                                "step",
                                "fraction",
                                "accuracy_train",
                                "accuracy_test",
                                "accuracy_corrupted",
                                "accuracy_uncorrupted"),
                        cells));
        return this;
    }

    /** A neurons table of one step: rows of ipr, readout, gain. */
    Made neuronTable(double[]... rows) {
        List<List<String>> cells = Arrays.stream(rows)
                .map(row -> List.of("1000", Double.toString(row[0]), Double.toString(row[1]), Double.toString(row[2])))
                .toList();
        tables.put("neurons", new Table(List.of("step", "ipr", "readout", "gain"), cells));
        return this;
    }

    RunResult run() {
        return new RunResult(recipe, readings, tables);
    }

    /** One row of a table. */
    static double[] row(double... values) {
        return values;
    }
}
