package dev.rote.papers.images;

import dev.rote.claims.Paper;
import dev.rote.claims.Scale;
import dev.rote.runs.Recipe;
import dev.rote.runs.Results;
import dev.rote.runs.RunResult;
import dev.rote.runs.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Results made by hand: arms of a paper's desk scale whose readings a test chooses. */
public final class Handmade {

    private final Map<String, Recipe> recipes = new LinkedHashMap<>();
    private final Map<String, Map<String, Series>> arms = new LinkedHashMap<>();

    private final int seeds;

    /** No arms yet, of one seed. */
    public Handmade(Paper paper) {
        this(paper, 1);
    }

    /** No arms yet; each will be there once for each seed. */
    public Handmade(Paper paper, int seeds) {
        this.seeds = seeds;
        paper.recipes(Scale.DESK, 1).forEach(recipe -> recipes.put(recipe.name(), recipe));
    }

    /** With readings of an arm: step, value, step, value, ... */
    public Handmade arm(String name, String reading, double... stepsAndValues) {
        if (!recipes.containsKey(name)) {
            throw new IllegalArgumentException("there is no arm '" + name + "', only " + recipes.keySet());
        }
        List<Long> steps = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < stepsAndValues.length; i += 2) {
            steps.add((long) stepsAndValues[i]);
            values.add(stepsAndValues[i + 1]);
        }
        arms.computeIfAbsent(name, key -> new LinkedHashMap<>()).put(reading, new Series(steps, values));
        return this;
    }

    /** The results. */
    public Results results() {
        List<RunResult> runs = new ArrayList<>();
        for (long seed = 0; seed < seeds; seed++) {
            long number = seed;
            arms.forEach((name, readings) ->
                    runs.add(new RunResult(recipes.get(name).withSeed(number), readings, Map.of())));
        }
        return new Results(runs, List.of());
    }
}
