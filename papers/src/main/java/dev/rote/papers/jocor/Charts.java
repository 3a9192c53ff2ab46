package dev.rote.papers.jocor;

import dev.rote.claims.Axis;
import dev.rote.claims.Figure;
import dev.rote.claims.ReadingCharts;
import dev.rote.claims.Report;
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
    private static final Axis DIVERGENCE = Axis.log("symmetric KL divergence, nats");

    private Charts() {}

    static List<Report.Section> sections(Results results) {
        return Stream.of(
                        ReadingCharts.section(
                                "Test accuracy",
                                "Where two nets are trained, the mean of their accuracies.",
                                eachNoise(
                                        "accuracy",
                                        ACCURACY,
                                        results,
                                        run -> Look.accuracy(run).map(series -> series.times(100)))),
                        ReadingCharts.section("At the end", "The mean of the last ten epochs.", List.of(ends(results))),
                        ReadingCharts.section(
                                "What is selected",
                                "Label precision, per batch, averaged over an epoch. Selecting at random gives the share of right"
                                        + " labels.",
                                eachNoise("precision", PRECISION, results, Look::precision)),
                        ReadingCharts.section(
                                "How alike the two nets are",
                                "The mean symmetric divergence of their predictions; 0 when they say the same.",
                                List.of(curves(
                                        "divergence",
                                        "sym-50",
                                        DIVERGENCE,
                                        results,
                                        ReadingCharts.times(Look.DIVERGENCE, 1)))))
                .flatMap(List::stream)
                .toList();
    }

    private static Optional<Figure> ends(Results results) {
        Map<String, List<String>> ways = new LinkedHashMap<>();
        Look.WAYS.forEach((way, words) -> ways.put(
                words,
                Experiments.NOISES.stream()
                        .map(noise -> Experiments.arm(noise, way))
                        .toList()));
        return ReadingCharts.groups(
                "end", "MNIST", results, "noise", Experiments.NOISES, ways, ACCURACY, Look::lastAccuracy);
    }

    private static List<Optional<Figure>> eachNoise(
            String what, Axis y, Results results, Function<RunResult, Optional<Series>> reading) {
        return Experiments.NOISES.stream()
                .map(noise -> curves(what, noise, y, results, reading))
                .toList();
    }

    private static Optional<Figure> curves(
            String what, String noise, Axis y, Results results, Function<RunResult, Optional<Series>> reading) {
        Map<String, String> arms = new LinkedHashMap<>();
        Look.WAYS.forEach((way, words) -> arms.put(Experiments.arm(noise, way), words));
        return ReadingCharts.epochs(
                what + "-" + noise, "MNIST, " + TableClaims.words(noise), results, arms, reading, y);
    }
}
