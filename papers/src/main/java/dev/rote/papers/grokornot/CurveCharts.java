package dev.rote.papers.grokornot;

import dev.rote.claims.Figure;
import dev.rote.claims.ReadingCharts;
import dev.rote.claims.RunCharts;
import dev.rote.runs.Results;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The four accuracies against steps, with the phases behind them. */
final class CurveCharts {

    private static final Map<String, String> ARMS = new LinkedHashMap<>();

    static {
        ARMS.put(MainArms.GROKKING, "Grokking: clean labels, weight decay 5");
        ARMS.put(MainArms.COEXISTENCE, "Without regularisation");
        ARMS.put(MainArms.PARTIAL, "Weight decay 5");
        ARMS.put(MainArms.FULL, "Weight decay 15");
        ARMS.put(MainArms.FORGETTING, "Weight decay 20");
        ARMS.put(MainArms.dropout(0.6), "Dropout 0.6");
        ARMS.put(MainArms.BATCH_NORM, "Batch norm, batches of 64");
        ARMS.put(MainArms.MINIBATCH, "Batches of 64");
    }

    private CurveCharts() {}

    static List<Figure> figures(Results results) {
        List<Figure> figures = new ArrayList<>();
        ARMS.forEach((arm, title) -> RunCharts.accuracies(
                        "curves-" + Charts.id(arm), title, ReadingCharts.runs(results, arm))
                .ifPresent(figures::add));
        return figures;
    }
}
