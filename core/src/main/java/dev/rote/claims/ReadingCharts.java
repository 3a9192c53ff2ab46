package dev.rote.claims;

import dev.rote.runs.Results;
import dev.rote.runs.RunResult;
import dev.rote.runs.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        List<Lines.Series> curves = new ArrayList<>();
        int most = 0;
        for (Map.Entry<String, String> arm : arms.entrySet()) {
            List<Series> seeds = runs(results, arm.getKey()).stream()
                    .filter(run -> run.readings().containsKey(reading))
                    .map(run -> run.readings(reading))
                    .toList();
            if (!seeds.isEmpty()) {
                most = Math.max(most, seeds.size());
                double[] steps = seeds.get(0).steps().stream()
                        .mapToDouble(Long::doubleValue)
                        .toArray();
                Spread spread = new Spread(
                        seeds.stream().map(series -> at(series, steps, times)).toArray(double[][]::new));
                curves.add(spread.series(arm.getValue(), steps));
            }
        }
        return curves.isEmpty()
                ? Optional.empty()
                : Optional.of(Lines.of(id, title, Spread.caption(most), Axis.linear("steps"), y, curves));
    }

    private static double[] at(Series series, double[] steps, double times) {
        double[] values = new double[steps.length];
        for (int i = 0; i < steps.length; i++) {
            values[i] = times * series.at((long) steps[i]);
        }
        return values;
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
        if (found.isEmpty()) {
            return Optional.empty();
        }
        int most = found.values().stream().mapToInt(List::size).max().orElse(1);
        List<Bars.Values> values = new ArrayList<>();
        figures.forEach((name, figure) -> {
            List<Spread> spreads = found.values().stream()
                    .map(seeds -> new Spread(seeds.stream()
                            .map(run -> new double[] {or(run, figure)})
                            .toArray(double[][]::new)))
                    .toList();
            Bars.Values means = Bars.Values.of(name, first(spreads, Spread::mean));
            values.add(most == 1 ? means : means.spread(first(spreads, Spread::low), first(spreads, Spread::high)));
        });
        return Optional.of(new Bars(id, title, Spread.caption(most), "arm", y, List.copyOf(found.keySet()), values));
    }

    private static double[] first(List<Spread> spreads, Function<Spread, double[]> summary) {
        return spreads.stream().mapToDouble(spread -> summary.apply(spread)[0]).toArray();
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
        List<Figure> there = figures.stream().flatMap(Optional::stream).toList();
        return there.isEmpty() ? List.of() : List.of(new Report.Section(title, prose, there));
    }
}
