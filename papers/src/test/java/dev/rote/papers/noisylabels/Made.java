package dev.rote.papers.noisylabels;

import dev.rote.claims.Scale;
import dev.rote.runs.Recipe;
import dev.rote.runs.Results;
import dev.rote.runs.RunResult;
import dev.rote.runs.Series;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Results made by hand: arms of the desk scale whose readings a test chooses, in percent like the claims. */
final class Made {

    private static final Map<String, Recipe> RECIPES =
            Experiments.recipes(Scale.DESK, 1).stream().collect(Collectors.toMap(Recipe::name, recipe -> recipe));

    private final Recipe recipe;
    private final Map<String, Series> readings = new LinkedHashMap<>();

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
        return results(List.of(arms));
    }

    static Results results(List<Made> arms) {
        return new Results(arms.stream().map(Made::run).toList(), List.of());
    }

    /** Test accuracy: one epoch at the best, then five at the last. */
    Made test(double best, double last) {
        return percents(Look.TEST, best, last, last, last, last, last);
    }

    /** Test accuracy that stays where it is. */
    Made test(double last) {
        return test(last, last);
    }

    /** A reading in percent, epoch after epoch. */
    Made percents(String name, double... values) {
        return values(name, Arrays.stream(values).map(value -> value / 100).toArray());
    }

    /** A reading, epoch after epoch. */
    Made values(String name, double... values) {
        List<Long> steps =
                LongStream.range(0, values.length).map(i -> 62 * i).boxed().toList();
        readings.put(
                name,
                new Series(
                        steps,
                        IntStream.range(0, values.length)
                                .mapToObj(i -> values[i])
                                .toList()));
        return this;
    }

    RunResult run() {
        return new RunResult(recipe, readings, Map.of());
    }
}
