package dev.rote.papers.noisylabels;

import dev.rote.claims.Axis;
import dev.rote.claims.Figure;
import dev.rote.claims.Lines;
import dev.rote.runs.Results;
import dev.rote.runs.RunResult;
import dev.rote.runs.Series;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/** Test accuracy against steps, method beside method. */
final class CurveCharts {

    private static final List<String> SHOWN =
            List.of(Remedies.PLAIN, "mixup", "sce", "forward-true", "elr", "co-teaching", "jocor-0.9");

    private CurveCharts() {}

    static List<Figure> figures(Results results) {
        List<Figure> figures = new ArrayList<>();
        for (Spoiling spoiling : Spoiling.values()) {
            List<Lines.Series> curves = SHOWN.stream()
                    .filter(remedy ->
                            !Charts.runs(results, Remedy.arm(spoiling, remedy)).isEmpty())
                    .map(remedy ->
                            curve(Remedies.of(remedy).title(), Charts.runs(results, Remedy.arm(spoiling, remedy))))
                    .toList();
            if (!curves.isEmpty()) {
                figures.add(Lines.of(
                        "curves-" + spoiling.id(),
                        "Under " + spoiling.title() + " noise",
                        "Means over seeds; bands from the smallest to the largest.",
                        Axis.linear("steps"),
                        Axis.linear("test accuracy, %"),
                        curves));
            }
        }
        return figures;
    }

    /** The seeds of an arm measure at the same steps. */
    private static Lines.Series curve(String name, List<RunResult> seeds) {
        List<Series> readings =
                seeds.stream().map(run -> run.readings(Look.TEST)).toList();
        double[] steps = readings.get(0).steps().stream().mapToDouble(s -> s).toArray();
        DoubleSummaryStatistics[] over = new DoubleSummaryStatistics[steps.length];
        for (int i = 0; i < steps.length; i++) {
            long step = (long) steps[i];
            over[i] = readings.stream()
                    .mapToDouble(series -> 100 * series.at(step))
                    .summaryStatistics();
        }
        Lines.Series mean = Lines.Series.of(name, steps, each(over, DoubleSummaryStatistics::getAverage));
        return seeds.size() == 1
                ? mean
                : mean.spread(each(over, DoubleSummaryStatistics::getMin), each(over, DoubleSummaryStatistics::getMax));
    }

    private static double[] each(
            DoubleSummaryStatistics[] over, java.util.function.ToDoubleFunction<DoubleSummaryStatistics> what) {
        return java.util.Arrays.stream(over).mapToDouble(what).toArray();
    }
}
