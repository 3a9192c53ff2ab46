package dev.rote.papers.grokornot;

import dev.rote.claims.Axis;
import dev.rote.claims.Figure;
import dev.rote.claims.Lines;
import dev.rote.runs.Results;
import dev.rote.runs.RunResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Accuracies against the share of neurons that were cut out. */
final class PruningCharts {

    private static final Map<String, String> ORDERS = new LinkedHashMap<>();

    static {
        ORDERS.put("lowest-ipr", "lowest IPR first");
        ORDERS.put("highest-ipr", "highest IPR first");
        ORDERS.put("random", "at random");
    }

    private PruningCharts() {}

    static List<Figure> figures(Results results) {
        List<Figure> figures = new ArrayList<>();
        for (String arm : List.of(MainArms.COEXISTENCE, MainArms.PARTIAL)) {
            ORDERS.forEach((order, title) -> {
                List<RunResult> seeds = Charts.runs(results, arm).stream()
                        .filter(run -> run.tables().containsKey("pruning-" + order))
                        .toList();
                if (!seeds.isEmpty()) {
                    figures.add(curves(arm, order, title, seeds));
                }
            });
        }
        return figures;
    }

    private static Lines curves(String arm, String order, String title, List<RunResult> seeds) {
        double[] fractions = seeds.get(0).table("pruning-" + order).doubles("fraction");
        List<Lines.Series> series = new ArrayList<>();
        for (String part : List.of("train", "test", "corrupted", "uncorrupted")) {
            double[][] values =
                    seeds.stream().map(run -> Look.pruned(run, order, part)).toArray(double[][]::new);
            String name = part.endsWith("corrupted") ? part + "-train" : part;
            series.add(Lines.Series.of(name, fractions, CurveCharts.mean(values))
                    .spread(CurveCharts.low(values), CurveCharts.high(values)));
        }
        return Lines.of(
                "pruning-" + Charts.id(arm + " " + order),
                "Weight " + arm.replace('-', ' ') + ", " + title,
                seeds.size() == 1 ? "One seed." : "Mean and range of " + seeds.size() + " seeds.",
                Axis.linear("share of neurons cut"),
                Axis.linear("accuracy, %"),
                series);
    }
}
