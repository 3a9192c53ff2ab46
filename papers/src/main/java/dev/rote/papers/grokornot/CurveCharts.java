package dev.rote.papers.grokornot;

import dev.rote.claims.Axis;
import dev.rote.claims.Figure;
import dev.rote.claims.Lines;
import dev.rote.claims.Phase;
import dev.rote.runs.Results;
import dev.rote.runs.RunResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The four accuracies against steps, with the phases behind them. */
final class CurveCharts {

    private static final Map<String, String> PARTS = new LinkedHashMap<>();
    private static final Map<String, String> ARMS = new LinkedHashMap<>();

    static {
        PARTS.put(Look.TRAIN, "train");
        PARTS.put(Look.TEST, "test");
        PARTS.put(Look.CORRUPTED, "corrupted-train");
        PARTS.put(Look.UNCORRUPTED, "uncorrupted-train");
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
        ARMS.forEach((arm, title) -> {
            List<RunResult> seeds = Charts.runs(results, arm);
            if (!seeds.isEmpty()) {
                figures.add(curves(arm, title, seeds));
            }
        });
        return figures;
    }

    private static Lines curves(String arm, String title, List<RunResult> seeds) {
        List<Lines.Series> series = new ArrayList<>();
        PARTS.forEach((reading, name) -> {
            double[][] values = values(seeds, reading);
            if (Arrays.stream(values).flatMapToDouble(Arrays::stream).anyMatch(Double::isFinite)) {
                series.add(Lines.Series.of(name, steps(seeds), mean(values)).spread(low(values), high(values)));
            }
        });
        return new Lines(
                "curves-" + Charts.id(arm),
                title,
                seeds.size() == 1 ? "One seed." : "Mean and range of " + seeds.size() + " seeds.",
                Axis.linear("steps"),
                Axis.linear("accuracy, %"),
                series,
                spans(seeds));
    }

    private static List<Lines.Span> spans(List<RunResult> seeds) {
        double[] steps = steps(seeds);
        double[] train = mean(values(seeds, Look.TRAIN));
        double[] test = mean(values(seeds, Look.TEST));
        double xi = Look.xi(seeds.get(0).recipe());
        List<Lines.Span> spans = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= steps.length; i++) {
            Phase phase = Phase.of(train[start] / 100, test[start] / 100, xi);
            boolean over = i == steps.length || Phase.of(train[i] / 100, test[i] / 100, xi) != phase;
            if (over) {
                double end = i == steps.length ? steps[i - 1] : steps[i];
                spans.add(new Lines.Span(steps[start], end, title(phase, test, start)));
                start = i;
            }
        }
        return spans;
    }

    /** Forgetting comes after generalising; before it the net is only not there yet. */
    private static String title(Phase phase, double[] test, int start) {
        if (phase != Phase.FORGETTING_OR_CONFUSION) {
            return phase.title();
        }
        return Arrays.stream(test, 0, start).anyMatch(value -> value >= 90) ? "Forgetting" : "Neither";
    }

    /** The steps at which every seed has readings; all seeds of a recipe measure at the same ones. */
    static double[] steps(List<RunResult> seeds) {
        return seeds.get(0).readings(Look.TRAIN).steps().stream()
                .mapToDouble(Long::doubleValue)
                .toArray();
    }

    private static double[][] values(List<RunResult> seeds, String reading) {
        double[] steps = steps(seeds);
        return seeds.stream()
                .map(run -> Look.percents(run, reading))
                .map(series ->
                        Arrays.stream(steps).map(step -> series.at((long) step)).toArray())
                .toArray(double[][]::new);
    }

    /** The mean of each column over the rows. */
    static double[] mean(double[][] rows) {
        return columns(rows, column -> Arrays.stream(column).average().orElse(Double.NaN));
    }

    static double[] low(double[][] rows) {
        return columns(rows, column -> Arrays.stream(column).min().orElse(Double.NaN));
    }

    static double[] high(double[][] rows) {
        return columns(rows, column -> Arrays.stream(column).max().orElse(Double.NaN));
    }

    private static double[] columns(double[][] rows, java.util.function.ToDoubleFunction<double[]> summary) {
        double[] result = new double[rows[0].length];
        for (int i = 0; i < result.length; i++) {
            int at = i;
            result[i] = summary.applyAsDouble(
                    Arrays.stream(rows).mapToDouble(row -> row[at]).toArray());
        }
        return result;
    }
}
