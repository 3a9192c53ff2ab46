package dev.rote.papers.images;

import dev.rote.claims.Axis;
import dev.rote.claims.Bars;
import dev.rote.claims.Figure;
import dev.rote.claims.Lines;
import dev.rote.claims.Spread;
import dev.rote.runs.Results;
import dev.rote.runs.RunResult;
import dev.rote.runs.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Charts that put arms side by side; arms that were not run are left out, and a chart without any is absent. */
public final class ReadingCharts {

    private ReadingCharts() {}

    /** The runs of a recipe name, one per seed. */
    public static List<RunResult> runs(Results results, String arm) {
        return results.runs().stream()
                .filter(run -> run.recipe().name().equals(arm))
                .toList();
    }

    /** A reading of a run in percent, where there is one. */
    public static Optional<Series> percents(RunResult run, String reading) {
        return Optional.ofNullable(run.readings().get(reading)).map(ReadingCharts::percents);
    }

    /** Shares in percent. */
    public static Series percents(Series shares) {
        return new Series(
                shares.steps(), shares.values().stream().map(v -> 100 * v).toList());
    }

    /**
     * A reading of each arm against epochs (steps, where a recipe counts those), with its spread over seeds.
     *
     * @param arms recipe name to the name in the legend
     * @param readings of a run; an empty one leaves the arm out
     */
    public static Optional<Figure> curves(
            String id,
            String title,
            Axis y,
            Results results,
            Map<String, String> arms,
            Function<RunResult, Optional<Series>> readings) {
        List<Lines.Series> curves = new ArrayList<>();
        boolean epochs = true;
        int most = 1;
        for (Map.Entry<String, String> arm : arms.entrySet()) {
            List<RunResult> runs = runs(results, arm.getKey());
            List<Series> series =
                    runs.stream().map(readings).flatMap(Optional::stream).toList();
            if (!series.isEmpty()) {
                epochs &= runs.get(0).recipe().epochs() > 0;
                most = Math.max(most, series.size());
                Spread spread = new Spread(series.stream()
                        .map(one -> at(one, series.get(0).steps()))
                        .toArray(double[][]::new));
                curves.add(spread.series(arm.getValue(), x(runs.get(0), series.get(0))));
            }
        }
        Axis x = Axis.linear(epochs ? "epochs" : "steps");
        return curves.isEmpty()
                ? Optional.empty()
                : Optional.of(Lines.of(id, title, Spread.caption(most), x, y, curves));
    }

    private static double[] at(Series series, List<Long> steps) {
        return steps.stream().mapToDouble(series::at).toArray();
    }

    /** Steps as epochs: the last of them ends the last epoch. */
    private static double[] x(RunResult run, Series series) {
        long last = series.steps().get(series.steps().size() - 1);
        double perEpoch =
                run.recipe().epochs() > 0 ? Math.max(1.0, last) / run.recipe().epochs() : 1;
        return series.steps().stream().mapToDouble(step -> step / perEpoch).toArray();
    }

    /**
     * The end of a reading of each arm, mean over seeds, for each of several settings side by side.
     *
     * @param x what the settings are
     * @param settings name of each group of bars
     * @param ways what is trained in a setting, to the name in the legend
     * @param name recipe name from setting and way
     * @param readings of a run; an empty one leaves the run out
     * @param last how many readings at the end are averaged
     */
    public static Optional<Figure> bars(
            String id,
            String title,
            String x,
            Axis y,
            Results results,
            List<String> settings,
            Map<String, String> ways,
            Name name,
            Function<RunResult, Optional<Series>> readings,
            int last) {
        List<Bars.Values> values = new ArrayList<>();
        int most = 0;
        for (Map.Entry<String, String> way : ways.entrySet()) {
            double[] bars = new double[settings.size()];
            boolean any = false;
            for (int i = 0; i < bars.length; i++) {
                List<Series> ends = runs(results, name.of(settings.get(i), way.getKey())).stream()
                        .map(readings)
                        .flatMap(Optional::stream)
                        .toList();
                most = Math.max(most, ends.size());
                any |= !ends.isEmpty();
                bars[i] = ends.stream()
                        .mapToDouble(series -> series.lastMean(last))
                        .average()
                        .orElse(Double.NaN);
            }
            if (any) {
                values.add(Bars.Values.of(way.getValue(), bars));
            }
        }
        String caption = most == 1 ? "One seed." : "Mean of " + most + " seeds.";
        return values.isEmpty() ? Optional.empty() : Optional.of(new Bars(id, title, caption, x, y, settings, values));
    }

    /** How an arm is called. */
    @FunctionalInterface
    public interface Name {
        /** The recipe's name. */
        String of(String setting, String way);
    }
}
