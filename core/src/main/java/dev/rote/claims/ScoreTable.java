package dev.rote.claims;

import dev.rote.files.Table;
import dev.rote.runs.RunResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the scores of a run said, from its table {@code scores}.
 *
 * @param byName score to values, in the order of the example ids of its part: scores of one part stand side by side
 */
public record ScoreTable(Map<String, double[]> byName) {

    /**
     * The scores of a run.
     *
     * @throws IllegalArgumentException when it has none
     */
    public static ScoreTable of(RunResult run) {
        Table table = run.table("scores");
        List<String> names = table.texts("score");
        double[] values = table.doubles("value");
        Map<String, List<Double>> lists = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            lists.computeIfAbsent(names.get(i), name -> new ArrayList<>()).add(values[i]);
        }
        Map<String, double[]> arrays = new LinkedHashMap<>();
        lists.forEach((name, list) ->
                arrays.put(name, list.stream().mapToDouble(Double::doubleValue).toArray()));
        return new ScoreTable(arrays);
    }

    /**
     * The values of a score, [N].
     *
     * @throws IllegalArgumentException when the run had no such score, naming those it had
     */
    public double[] of(String score) {
        double[] values = byName.get(score);
        if (values == null) {
            throw new IllegalArgumentException("the run has no score '" + score + "', only " + byName.keySet());
        }
        return values;
    }
}
