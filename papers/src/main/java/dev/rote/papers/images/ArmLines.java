package dev.rote.papers.images;

import dev.rote.claims.Axis;
import dev.rote.claims.Bars;
import dev.rote.claims.Figure;
import dev.rote.claims.Lines;
import dev.rote.runs.Results;
import dev.rote.runs.RunResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Charts that set arms beside each other: one reading of several arms over steps, or one figure of each. Arms without runs are left out. */
public final class ArmLines {

    private ArmLines() {}

    /** The runs of an arm that have a reading, one per seed. */
    private static List<RunResult> runs(Results results, String arm, String reading) {
        return results.runs().stream()
                .filter(run -> run.recipe().name().equals(arm) && run.readings().containsKey(reading))
                .toList();
    }

    /**
     * A reading over steps: mean and range of the seeds.
     *
     * @param arms recipe name to what the legend calls it
     * @param factor what readings are multiplied by, 100 for percent
     */
    public static Optional<Figure> lines(
            String id, String title, Results results, Map<String, String> arms, String reading, double factor, Axis y) {
        List<Lines.Series> series = new ArrayList<>();
        arms.forEach((arm, label) -> {
            List<RunResult> runs = runs(results, arm, reading);
            if (!runs.isEmpty()) {
                series.add(line(label, runs, reading, factor));
            }
        });
        String caption = "Mean over the seeds; the band runs from the smallest to the largest.";
        return series.isEmpty()
                ? Optional.empty()
                : Optional.of(Lines.of(id, title, caption, Axis.linear("gradient steps"), y, series));
    }

    private static Lines.Series line(String label, List<RunResult> runs, String reading, double factor) {
        double[] steps = runs.get(0).readings(reading).steps().stream()
                .mapToDouble(Long::doubleValue)
                .toArray();
        double[][] values = Arrays.stream(steps)
                .mapToObj(step -> runs.stream()
                        .mapToDouble(run -> factor * run.readings(reading).at((long) step))
                        .toArray())
                .toArray(double[][]::new);
        Lines.Series mean = Lines.Series.of(label, steps, over(values, ArmLines::mean));
        return mean.spread(
                over(values, row -> Arrays.stream(row).min().orElse(Double.NaN)),
                over(values, row -> Arrays.stream(row).max().orElse(Double.NaN)));
    }

    private static double[] over(double[][] rows, ToDoubleFunction<double[]> summary) {
        return Arrays.stream(rows).mapToDouble(summary).toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    /**
     * A figure of each arm, mean over the seeds, in groups.
     *
     * @param categories what stands below the bars
     * @param arms legend to the recipe names, one for each category; a name without runs leaves its place empty
     * @param reading what a run must have measured
     * @param figure of a run
     */
    public static Optional<Figure> bars(
            String id,
            String title,
            Results results,
            String x,
            Axis y,
            List<String> categories,
            Map<String, List<String>> arms,
            String reading,
            ToDoubleFunction<RunResult> figure) {
        List<Bars.Values> series = new ArrayList<>();
        arms.forEach((label, names) -> {
            double[] values = IntStream.range(0, categories.size())
                    .mapToDouble(i -> runs(results, names.get(i), reading).stream()
                            .mapToDouble(figure)
                            .average()
                            .orElse(Double.NaN))
                    .toArray();
            if (Arrays.stream(values).anyMatch(Double::isFinite)) {
                series.add(Bars.Values.of(label, values));
            }
        });
        return series.isEmpty()
                ? Optional.empty()
                : Optional.of(new Bars(id, title, "Means over the seeds.", x, y, categories, series));
    }
}
