package dev.rote.papers.jocor;

import dev.rote.claims.Axis;
import dev.rote.claims.Figure;
import dev.rote.claims.Report;
import dev.rote.papers.images.ReadingCharts;
import dev.rote.runs.Results;
import dev.rote.runs.RunResult;
import dev.rote.runs.Series;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The sections of the report; a chart without runs is left out. */
final class Charts {

    private static final Axis ACCURACY = Axis.linear("test accuracy, %");
    private static final Axis PRECISION = Axis.linear("right among the selected labels, %");

    private Charts() {}

    static List<Report.Section> sections(Results results) {
        return Stream.of(
                        section(
                                "Test accuracy",
                                "Where two nets are trained, the mean of their accuracies.",
                                Experiments.NOISES.stream()
                                        .map(noise -> curves(
                                                "accuracy",
                                                noise,
                                                ACCURACY,
                                                results,
                                                run -> Look.accuracy(run).map(ReadingCharts::percents)))),
                        section(
                                "At the end",
                                "The mean of the last ten epochs.",
                                Stream.of(ReadingCharts.bars(
                                        "end",
                                        "MNIST",
                                        "noise",
                                        ACCURACY,
                                        results,
                                        Experiments.NOISES,
                                        Look.WAYS,
                                        Experiments::arm,
                                        run -> Look.accuracy(run).map(ReadingCharts::percents),
                                        Look.LAST))),
                        section(
                                "What is selected",
                                "Label precision, per batch, averaged over an epoch. Selecting at random gives the share of right"
                                        + " labels.",
                                Experiments.NOISES.stream()
                                        .map(noise -> curves("precision", noise, PRECISION, results, Look::precision))),
                        section(
                                "How alike the two nets are",
                                "The mean symmetric divergence of their predictions; 0 when they say the same.",
                                Stream.of(curves(
                                        "divergence",
                                        "sym-50",
                                        Axis.log("symmetric KL divergence, nats"),
                                        results,
                                        run -> Optional.ofNullable(
                                                run.readings().get(Look.DIVERGENCE))))))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Report.Section> section(String title, String prose, Stream<Optional<Figure>> figures) {
        List<Figure> drawn = figures.flatMap(Optional::stream).toList();
        return drawn.isEmpty() ? Optional.empty() : Optional.of(new Report.Section(title, prose, drawn));
    }

    private static Optional<Figure> curves(
            String what, String noise, Axis y, Results results, Function<RunResult, Optional<Series>> readings) {
        Map<String, String> arms = new LinkedHashMap<>();
        Look.WAYS.forEach((way, words) -> arms.put(Experiments.arm(noise, way), words));
        return ReadingCharts.curves(
                what + "-" + noise, "MNIST, " + TableClaims.words(noise), y, results, arms, readings);
    }
}
