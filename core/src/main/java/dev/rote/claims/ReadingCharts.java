package dev.rote.claims;

import dev.rote.runs.Results;
import dev.rote.runs.RunResult;
import dev.rote.runs.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Any reading of the arms of an experiment, beside each other. Arms are given by the name of their recipe and the label to be drawn;
 * one without runs, or without the reading, is left out, and a chart without arms is absent.
 */
public final class ReadingCharts {

    private ReadingCharts() {}

    /** One curve per arm: a reading, times a factor, over steps; mean and range of the seeds. */
    public static Optional<Figure> curves(
            String id, String title, Results results, Map<String, String> arms, String reading, double times, Axis y) {
        return curves(id, title, results, arms, times(reading, times), "steps", ReadingCharts::steps, y);
    }

    /** One curve per arm over epochs, or over steps where a recipe counts those; runs whose reading is empty are left out. */
    public static Optional<Figure> epochs(
            String id,
            String title,
            Results results,
            Map<String, String> arms,
            Function<RunResult, Optional<Series>> reading,
            Axis y) {
        boolean epochs = arms.keySet().stream()
                .flatMap(arm -> runs(results, arm).stream())
                .filter(run -> reading.apply(run).isPresent())
                .allMatch(run -> run.recipe().epochs() > 0);
        return epochs
                ? curves(id, title, results, arms, reading, "epochs", ReadingCharts::epochs, y)
                : curves(id, title, results, arms, reading, "steps", ReadingCharts::steps, y);
    }

    private static Optional<Figure> curves(
            String id,
            String title,
            Results results,
            Map<String, String> arms,
            Function<RunResult, Optional<Series>> reading,
            String x,
            BiFunction<RunResult, Series, double[]> places,
            Axis y) {
        List<Lines.Series> curves = new ArrayList<>();
        int most = 0;
        for (Map.Entry<String, String> arm : arms.entrySet()) {
            List<RunResult> runs = runs(results, arm.getKey());
            List<Series> seeds =
                    runs.stream().map(reading).flatMap(Optional::stream).toList();
            if (!seeds.isEmpty()) {
                most = Math.max(most, seeds.size());
                Series first = seeds.get(0);
                Spread spread = new Spread(seeds.stream()
                        .map(series ->
                                first.steps().stream().mapToDouble(series::at).toArray())
                        .toArray(double[][]::new));
                curves.add(spread.series(arm.getValue(), places.apply(runs.get(0), first)));
            }
        }
        return curves.isEmpty()
                ? Optional.empty()
                : Optional.of(Lines.of(id, title, Spread.caption(most), Axis.linear(x), y, curves));
    }

    private static double[] steps(RunResult run, Series series) {
        return series.steps().stream().mapToDouble(Long::doubleValue).toArray();
    }

    /** Steps as epochs: the last of them ends the last epoch. */
    private static double[] epochs(RunResult run, Series series) {
        double[] steps = steps(run, series);
        double epoch = Math.max(1, steps[steps.length - 1]) / run.recipe().epochs();
        return Arrays.stream(steps).map(step -> step / epoch).toArray();
    }

    /** A reading of a run times a factor, 100 for percent; empty where it was not measured. */
    public static Function<RunResult, Optional<Series>> times(String reading, double factor) {
        return run -> Optional.ofNullable(run.readings().get(reading)).map(series -> series.times(factor));
    }

    /** Bars of each arm, one colour for each figure read from a run; mean and range of the seeds. */
    public static Optional<Figure> bars(
            String id,
            String title,
            Results results,
            Map<String, String> arms,
            Axis y,
            Map<String, ToDoubleFunction<RunResult>> figures) {
        Map<String, List<RunResult>> found = new LinkedHashMap<>();
        arms.forEach((arm, label) -> {
            List<RunResult> seeds = runs(results, arm);
            if (!seeds.isEmpty()) {
                found.put(label, seeds);
            }
        });
        List<Bars.Values> series = new ArrayList<>();
        figures.forEach((name, figure) -> series.add(values(name, found.values(), figure)));
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Bars(
                        id,
                        title,
                        Spread.caption(most(found.values())),
                        "arm",
                        y,
                        List.copyOf(found.keySet()),
                        series));
    }

    /**
     * Groups of bars, such as data sets, in which each way of training has its colour; mean and range of the seeds.
     *
     * @param x what the groups are
     * @param groups their names
     * @param ways label to the recipe names, one for each group; a name without runs leaves its place empty
     * @param figure read from a run
     */
    public static Optional<Figure> groups(
            String id,
            String title,
            Results results,
            String x,
            List<String> groups,
            Map<String, List<String>> ways,
            Axis y,
            ToDoubleFunction<RunResult> figure) {
        List<List<RunResult>> drawn = new ArrayList<>();
        List<Bars.Values> series = new ArrayList<>();
        ways.forEach((label, names) -> {
            List<List<RunResult>> bars =
                    names.stream().map(name -> runs(results, name)).toList();
            Bars.Values values = values(label, bars, figure);
            if (values.values().stream().anyMatch(Double::isFinite)) {
                series.add(values);
                drawn.addAll(bars);
            }
        });
        return series.isEmpty()
                ? Optional.empty()
                : Optional.of(new Bars(id, title, Spread.caption(most(drawn)), x, y, groups, series));
    }

    private static int most(Collection<List<RunResult>> bars) {
        return bars.stream().mapToInt(List::size).max().orElse(0);
    }

    private static Bars.Values values(
            String name, Collection<List<RunResult>> bars, ToDoubleFunction<RunResult> figure) {
        Bars.Values means = Bars.Values.of(name, each(bars, figure, DoubleSummaryStatistics::getAverage));
        return most(bars) < 2
                ? means
                : means.spread(
                        each(bars, figure, DoubleSummaryStatistics::getMin),
                        each(bars, figure, DoubleSummaryStatistics::getMax));
    }

    /** A summary of the seeds that measured it; not a number where none did. */
    private static double[] each(
            Collection<List<RunResult>> bars,
            ToDoubleFunction<RunResult> figure,
            ToDoubleFunction<DoubleSummaryStatistics> summary) {
        return bars.stream()
                .map(seeds -> seeds.stream()
                        .mapToDouble(run -> or(run, figure))
                        .filter(Double::isFinite)
                        .summaryStatistics())
                .mapToDouble(seeds -> seeds.getCount() == 0 ? Double.NaN : summary.applyAsDouble(seeds))
                .toArray();
    }

    /** The mean of a figure over runs; not a number where none measured it. */
    public static double mean(List<RunResult> runs, ToDoubleFunction<RunResult> figure) {
        return each(List.of(runs), figure, DoubleSummaryStatistics::getAverage)[0];
    }

    /** Not a number where the run did not measure it. */
    private static double or(RunResult run, ToDoubleFunction<RunResult> figure) {
        try {
            return figure.applyAsDouble(run);
        } catch (IllegalArgumentException e) {
            return Double.NaN;
        }
    }

    /** The runs of an arm, one per seed. */
    public static List<RunResult> runs(Results results, String arm) {
        return results.runs().stream()
                .filter(run -> run.recipe().name().equals(arm))
                .toList();
    }

    /** A section of those figures that are there; none without any. */
    public static List<Report.Section> section(String title, String prose, List<Optional<Figure>> figures) {
        return Report.Section.of(
                title, prose, figures.stream().flatMap(Optional::stream).toList());
    }
}
