package dev.rote.papers.turnoverdropout;

import dev.rote.claims.Axis;
import dev.rote.claims.Figure;
import dev.rote.claims.Lines;
import dev.rote.claims.ReadingCharts;
import dev.rote.claims.Report;
import dev.rote.papers.images.Readings;
import dev.rote.runs.Results;
import dev.rote.runs.RunResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The sections of the report; one without runs is left out. */
final class Charts {

    private static final Map<String, String> LOSSES = new LinkedHashMap<>();
    private static final Map<String, String> MASKED = new LinkedHashMap<>();
    private static final Map<String, String> AGAIN = new LinkedHashMap<>();

    static {
        LOSSES.put(Look.OWN + "uncorrupted", "right labels, own mask");
        LOSSES.put(Look.FLIPPED + "uncorrupted", "right labels, flipped mask");
        LOSSES.put(Look.OWN + "clean", "held out");
        LOSSES.put(Look.OWN + "corrupted", "wrong labels, own mask");
        LOSSES.put(Look.FLIPPED + "corrupted", "wrong labels, flipped mask");
        MASKED.put(Experiments.SCORED, "few epochs");
        MASKED.put(Experiments.TRAINED, "forty epochs");
        AGAIN.put(Experiments.ALL, "on all");
        AGAIN.put(Experiments.RANDOM, "without a random fifth");
        AGAIN.put(Experiments.WORST, "without the fifth of lowest influence on clean examples");
        AGAIN.put(Experiments.MEMORISED, "without the fifth of highest influence on itself");
    }

    private Charts() {}

    static List<Report.Section> sections(Results results) {
        Axis accuracy = Axis.linear("test accuracy, %");
        Map<String, ToDoubleFunction<RunResult>> areas = new LinkedHashMap<>();
        areas.put("influence on itself", run -> Look.auc(run, Experiments.MEMORY, 1));
        areas.put("mean influence on clean examples", run -> Look.auc(run, Experiments.INFLUENCE, -1));
        areas.put("loss of the full net", run -> Look.auc(run, "example-loss", 1));
        return Stream.of(
                        ReadingCharts.section(
                                "With and without an example",
                                "Each training example is met through a mask of its own. Under the flipped mask the net"
                                        + " never learned from it, and its loss there should be that of an example that was"
                                        + " held out.",
                                List.of(losses(results))),
                        ReadingCharts.section(
                                "Which labels are wrong",
                                "How well three numbers tell wrong labels from right ones. The loss of the full net, which"
                                        + " is no half but the mean of all, is the plain rival.",
                                List.of(ReadingCharts.bars(
                                        "areas",
                                        "Wrong labels found",
                                        results,
                                        MASKED,
                                        Axis.linear("area under the ROC curve"),
                                        areas))),
                        ReadingCharts.section(
                                "Training again",
                                "Plain training on all examples and without a fifth of them, chosen in different ways from"
                                        + " the scores of the first run.",
                                List.of(
                                        ReadingCharts.epochs(
                                                "again-curves",
                                                "Test accuracy",
                                                results,
                                                AGAIN,
                                                ReadingCharts.times(Readings.TEST, 100),
                                                accuracy),
                                        ReadingCharts.bars(
                                                "again-last",
                                                "Test accuracy, last five epochs",
                                                results,
                                                AGAIN,
                                                accuracy,
                                                Map.of("test", Look::accuracy)))))
                .flatMap(List::stream)
                .toList();
    }

    /** The five losses of the long training, each a curve of its own. */
    private static Optional<Figure> losses(Results results) {
        List<Lines.Series> curves = new ArrayList<>();
        LOSSES.forEach((reading, label) -> ReadingCharts.epochs(
                        "one",
                        "One",
                        results,
                        Map.of(Experiments.TRAINED, label),
                        ReadingCharts.times(reading, 1),
                        Axis.linear("loss"))
                .ifPresent(figure -> curves.addAll(((Lines) figure).series())));
        return curves.isEmpty()
                ? Optional.empty()
                : Optional.of(Lines.of(
                        "losses",
                        "Loss with and without having learned an example",
                        "Mean over the seeds; the shaded band is their range.",
                        Axis.linear("epochs"),
                        Axis.linear("loss"),
                        curves));
    }
}
