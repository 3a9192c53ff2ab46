package dev.rote.papers.images;

import dev.rote.claims.Paper;
import dev.rote.claims.Scale;
import dev.rote.runs.Recipe;
import dev.rote.runs.Results;
import dev.rote.runs.RunResult;
import dev.rote.runs.Series;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** A run made by hand, whose readings a test chooses. */
public final class Made {

    private final Recipe recipe;
    private final Map<String, Series> readings = new LinkedHashMap<>();

    private Made(Recipe recipe) {
        this.recipe = recipe;
    }

    /** The arm of that name, without readings. */
    public static Made arm(Paper paper, String name) {
        return paper.recipes(Scale.PAPER, 1).stream()
                .filter(recipe -> recipe.name().equals(name))
                .findFirst()
                .map(Made::new)
                .orElseThrow(() -> new IllegalArgumentException("there is no arm '" + name + "'"));
    }

    public static Made of(Recipe recipe) {
        return new Made(recipe);
    }

    public static Results results(Made... arms) {
        return new Results(Arrays.stream(arms).map(Made::run).toList(), List.of());
    }

    /** A reading at steps 0, 1, ... */
    public Made reading(String name, double... values) {
        readings.put(
                name,
                new Series(
                        LongStream.range(0, values.length).boxed().toList(),
                        Arrays.stream(values).boxed().toList()));
        return this;
    }

    /** The same in percent. */
    public Made percents(String name, double... values) {
        return reading(name, Arrays.stream(values).map(v -> v / 100).toArray());
    }

    public RunResult run() {
        return new RunResult(recipe, readings, Map.of());
    }
}
