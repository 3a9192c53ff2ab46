package dev.rote.papers;

import dev.rote.claims.Paper;
import dev.rote.claims.Scale;
import dev.rote.files.Table;
import dev.rote.papers.images.Readings;
import dev.rote.runs.Recipe;
import dev.rote.runs.Results;
import dev.rote.runs.RunResult;
import dev.rote.runs.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A run made by hand, whose readings a test chooses. */
public final class Made {

    private final Recipe recipe;
    private final Map<String, Series> readings = new LinkedHashMap<>();
    private final Map<String, Table> tables = new LinkedHashMap<>();

    private Made(Recipe recipe) {
        this.recipe = recipe;
    }

    public static Made of(Recipe recipe) {
        return new Made(recipe);
    }

    /** The arm of that name, of the desk if it is there, seed 0, without readings. */
    public static Made arm(Paper paper, String name) {
        return of(recipe(paper, name));
    }

    public static Recipe recipe(Paper paper, String name) {
        return Stream.of(Scale.DESK, Scale.PAPER)
                .flatMap(scale -> paper.recipes(scale, 1).stream())
                .filter(recipe -> recipe.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no arm '" + name + "'"));
    }

    public static Results results(Made... arms) {
        return results(List.of(arms));
    }

    public static Results results(List<Made> arms) {
        return new Results(arms.stream().map(Made::run).toList(), List.of());
    }

    /** The arms once for each seed 0, 1, ... */
    public static Results results(int seeds, List<Made> arms) {
        List<RunResult> runs = LongStream.range(0, seeds)
                .boxed()
                .flatMap(seed -> arms.stream()
                        .map(made -> new RunResult(made.recipe.withSeed(seed), made.readings, made.tables)))
                .toList();
        return new Results(runs, List.of());
    }

    /** Arms that have the same value of a reading, in percent, after every epoch: arm, value, arm, value, ... */
    public static Results ends(Paper paper, String reading, Object... armsAndPercents) {
        List<Made> arms = new ArrayList<>();
        for (int i = 0; i < armsAndPercents.length; i += 2) {
            double value = ((Number) armsAndPercents[i + 1]).doubleValue();
            arms.add(arm(paper, (String) armsAndPercents[i]).percents(reading, value, value));
        }
        return results(arms);
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

    /** Test accuracy in percent: one epoch at the best, then five at the last. */
    public Made test(double best, double last) {
        return percents(Readings.TEST, best, last, last, last, last, last);
    }

    /** Test accuracy in percent that stays where it is. */
    public Made test(double last) {
        return test(last, last);
    }

    /** A reading at chosen steps: step, value, step, value, ... */
    public Made at(String name, double... stepsAndValues) {
        List<Long> steps = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < stepsAndValues.length; i += 2) {
            steps.add((long) stepsAndValues[i]);
            values.add(stepsAndValues[i + 1]);
        }
        readings.put(name, new Series(steps, values));
        return this;
    }

    /** A score of examples 0, 1, ... */
    public Made score(String name, double... values) {
        List<List<String>> rows = new ArrayList<>(
                tables.containsKey("scores") ? tables.get("scores").rows() : List.of());
        for (int i = 0; i < values.length; i++) {
            rows.add(List.of("" + i, name, "" + values[i]));
        }
        return table("scores", new Table(List.of("id", "score", "value"), rows));
    }

    /** A table. */
    public Made table(String name, Table table) {
        tables.put(name, table);
        return this;
    }

    public RunResult run() {
        return new RunResult(recipe, readings, tables);
    }
}
