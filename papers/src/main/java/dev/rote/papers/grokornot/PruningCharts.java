package dev.rote.papers.grokornot;

import dev.rote.claims.Figure;
import dev.rote.claims.ReadingCharts;
import dev.rote.claims.RunCharts;
import dev.rote.runs.Results;
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
            ORDERS.forEach((order, words) -> RunCharts.pruning(
                            "pruning-" + Charts.id(arm + " " + order),
                            "Weight " + arm.replace('-', ' ') + ", " + words,
                            order,
                            ReadingCharts.runs(results, arm))
                    .ifPresent(figures::add));
        }
        return figures;
    }
}
