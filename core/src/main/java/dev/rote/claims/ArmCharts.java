package dev.rote.claims;

import dev.rote.runs.RunResult;
import dev.rote.runs.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What shows several arms beside each other: a table, curves, bars. Arms are given by name, in the order in which they are to stand,
 * each with its runs over the seeds.
 */
public final class ArmCharts {

    /** More curves than these cannot be told apart on one chart. */
    private static final int MOST = 8;

    private ArmCharts() {}

    /** A row for each arm and a column for each {@link ArmMeasure} that at least one of them has. */
    public static Comparison table(String id, String title, Map<String, List<RunResult>> arms) {
        Rhythm rhythm = Rhythm.of(arms.values());
        List<Comparison.Row> rows = arms.entrySet().stream()
                .map(arm -> new Comparison.Row(arm.getKey(), arm.getValue().size()))
                .toList();
        List<Comparison.Column> columns = Arrays.stream(ArmMeasure.values())
                .map(measure -> measure.column(arms, rhythm))
                .filter(column -> column.counts().stream().anyMatch(count -> count > 0))
                .toList();
        boolean several = rows.stream().anyMatch(row -> row.seeds() > 1);
        return new Comparison(
                id,
                title,
                (several ? "Mean ± standard deviation over seeds. " : "One seed: nothing is known of chance. ")
                        + "Bold is the best mean of a column, whether or not the seeds tell it from the others.",
                "arm",
                rows,
                columns);
    }

    /** Test accuracy while training, a curve for each arm, at most eight to a chart. */
    public static List<Figure> curves(String id, Map<String, List<RunResult>> arms) {
        Rhythm rhythm = Rhythm.of(arms.values());
        List<Map.Entry<String, List<RunResult>>> measured = arms.entrySet().stream()
                .filter(arm -> arm.getValue().stream().anyMatch(ArmCharts::hasTest))
                .toList();
        List<Figure> charts = new ArrayList<>();
        for (int from = 0; from < measured.size(); from += MOST) {
            int to = Math.min(measured.size(), from + MOST);
            List<Map.Entry<String, List<RunResult>>> part = measured.subList(from, to);
            charts.add(Lines.of(
                    id + "-" + (from / MOST + 1),
                    "Test accuracy while training"
                            + (measured.size() > MOST ? ", arms " + (from + 1) + " to " + to : ""),
                    caption(part),
                    Axis.linear(rhythm.axis()),
                    Axis.linear("test accuracy, %"),
                    part.stream()
                            .map(arm -> curve(arm.getKey(), arm.getValue(), rhythm))
                            .toList()));
        }
        return charts;
    }

    private static boolean hasTest(RunResult run) {
        return run.readings().containsKey(ArmMeasure.TEST);
    }

    private static Lines.Series curve(String name, List<RunResult> runs, Rhythm rhythm) {
        List<Series> seeds = tests(runs);
        Series longest = seeds.stream()
                .max(Comparator.comparingInt(series -> series.steps().size()))
                .orElseThrow();
        Spread spread = new Spread(seeds.stream()
                .map(series -> longest.steps().stream()
                        .mapToDouble(step -> 100 * series.at(step))
                        .toArray())
                .toArray(double[][]::new));
        return spread.series(name, rhythm.places(longest));
    }

    private static List<Series> tests(List<RunResult> runs) {
        return runs.stream()
                .filter(ArmCharts::hasTest)
                .map(run -> run.readings(ArmMeasure.TEST))
                .toList();
    }

    private static String caption(List<Map.Entry<String, List<RunResult>>> arms) {
        int fewest = arms.stream().mapToInt(arm -> arm.getValue().size()).min().orElse(1);
        int most = arms.stream().mapToInt(arm -> arm.getValue().size()).max().orElse(1);
        boolean ended = arms.stream()
                .anyMatch(arm -> tests(arm.getValue()).stream()
                                .map(Series::steps)
                                .distinct()
                                .count()
                        > 1);
        return (fewest == most ? Spread.caption(most) : "Mean and range of " + fewest + " to " + most + " seeds.")
                + (ended ? " A seed that ended early keeps its last value." : "");
    }

    /** The mean test accuracy of the last ten readings, a bar for each arm with the range of its seeds. */
    public static Optional<Figure> bars(String id, Map<String, List<RunResult>> arms) {
        Rhythm rhythm = Rhythm.of(arms.values());
        List<Map.Entry<String, List<RunResult>>> measured = arms.entrySet().stream()
                .filter(arm -> ArmMeasure.LAST.over(arm.getValue()).known())
                .toList();
        if (measured.isEmpty()) {
            return Optional.empty();
        }
        Spread[] spreads = measured.stream()
                .map(arm -> new Spread(tests(arm.getValue()).stream()
                        .map(series -> new double[] {100 * series.from(1).lastMean(10)})
                        .toArray(double[][]::new)))
                .toArray(Spread[]::new);
        Bars.Values values = Bars.Values.of("last 10 " + rhythm.unit() + "s", first(spreads, Spread::mean));
        boolean several = Arrays.stream(spreads).anyMatch(spread -> spread.seeds().length > 1);
        return Optional.of(new Bars(
                id,
                "Mean of the last 10 " + rhythm.unit() + "s",
                caption(measured),
                "arm",
                Axis.linear("test accuracy, %"),
                measured.stream().map(Map.Entry::getKey).toList(),
                List.of(several ? values.spread(first(spreads, Spread::low), first(spreads, Spread::high)) : values)));
    }

    private static double[] first(Spread[] spreads, Function<Spread, double[]> summary) {
        return Arrays.stream(spreads)
                .mapToDouble(spread -> summary.apply(spread)[0])
                .toArray();
    }
}
