package dev.rote.papers.layerwisereinit;

import static dev.rote.papers.layerwisereinit.Experiments.LAYERWISE;
import static dev.rote.papers.layerwisereinit.Experiments.PLAIN;

import dev.rote.claims.Axis;
import dev.rote.claims.Figure;
import dev.rote.claims.Lines;
import dev.rote.claims.ReadingCharts;
import dev.rote.claims.Report;
import dev.rote.papers.images.Readings;
import dev.rote.runs.Results;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The sections of the report; one without runs is left out. */
final class Charts {

    private static final Map<String, String> WAYS = new LinkedHashMap<>();

    static {
        WAYS.put(PLAIN, "plain");
        WAYS.put(LAYERWISE, "layerwise");
        WAYS.put(Experiments.BARE, "without rescaling and normalising");
        WAYS.put(Experiments.HEAD, "head only");
        WAYS.put(Experiments.FIXED, "random half, always the same");
        WAYS.put(Experiments.ANEW, "random half, another each time");
        WAYS.put(Experiments.SPARSE, "dense-sparse-dense");
    }

    private Charts() {}

    static List<Report.Section> sections(Results results) {
        List<Optional<Figure>> curves =
                Experiments.SETS.stream().map(set -> curves(results, set)).toList();
        Optional<Figure> ends = ReadingCharts.groups(
                "accuracy",
                "Test accuracy at the end",
                results,
                "data set",
                Experiments.SETS,
                ways(),
                accuracy(),
                Look::test);
        List<Optional<Figure>> minima = Stream.concat(
                        Experiments.SETS.stream().map(set -> flatness(results, set)),
                        Stream.of(margins(results), memorised(results)))
                .toList();
        return Stream.of(
                        ReadingCharts.section(
                                "Accuracy over rounds",
                                "Five rounds of one length, each with the whole course of the learning rate; a fall at the"
                                        + " beginning of a round is what was drawn anew. All arms make the same number of"
                                        + " steps, and plain training has the same restarts of the learning rate.",
                                curves),
                        ReadingCharts.section(
                                "Accuracy at the end", "One budget, seven ways to spend it.", List.of(ends)),
                        ReadingCharts.section(
                                "What kind of minimum",
                                "How much noise on the weights raises the training loss, how far the label's output is"
                                        + " above the others, and how many random labels were learned by heart.",
                                minima))
                .flatMap(List::stream)
                .toList();
    }

    private static Axis accuracy() {
        return Axis.linear("test accuracy, %");
    }

    private static Map<String, List<String>> ways() {
        Map<String, List<String>> arms = new LinkedHashMap<>();
        WAYS.forEach((way, label) -> arms.put(
                label,
                Experiments.SETS.stream().map(set -> Experiments.arm(way, set)).toList()));
        return arms;
    }

    private static Optional<Figure> curves(Results results, String set) {
        Map<String, String> arms = new LinkedHashMap<>();
        WAYS.forEach((way, label) -> arms.put(Experiments.arm(way, set), label));
        return ReadingCharts.curves("accuracy-" + set, set, results, arms, Readings.TEST, 100, accuracy());
    }

    private static Optional<Figure> flatness(Results results, String set) {
        List<Lines.Series> series = Stream.of(PLAIN, LAYERWISE)
                .map(way -> rises(results, WAYS.getOrDefault(way, way), Experiments.arm(way, set)))
                .flatMap(Optional::stream)
                .toList();
        return series.isEmpty()
                ? Optional.empty()
                : Optional.of(Lines.of(
                        "flatness-" + set,
                        "Rise of the training loss on " + set,
                        "Means over the seeds.",
                        Axis.linear("standard deviation of the noise on each weight"),
                        Axis.log("rise of the loss"),
                        series));
    }

    private static Optional<Lines.Series> rises(Results results, String label, String arm) {
        double[] rises = Setting.SIGMAS.stream()
                .mapToDouble(sigma ->
                        ReadingCharts.mean(ReadingCharts.runs(results, arm), run -> run.last(Look.flatness(sigma))))
                .toArray();
        double[] sigmas =
                Setting.SIGMAS.stream().mapToDouble(Double::doubleValue).toArray();
        return Arrays.stream(rises).anyMatch(Double::isFinite)
                ? Optional.of(Lines.Series.of(label, sigmas, rises))
                : Optional.empty();
    }

    private static Optional<Figure> margins(Results results) {
        return ReadingCharts.groups(
                "margins",
                "Mean margin over the weight norm",
                results,
                "data set",
                Experiments.SETS,
                ways(),
                Axis.linear("margin on the train part"),
                run -> run.last(Look.MARGIN));
    }

    private static Optional<Figure> memorised(Results results) {
        Map<String, List<String>> arms = new LinkedHashMap<>();
        for (String way : List.of(PLAIN, LAYERWISE)) {
            arms.put(
                    WAYS.getOrDefault(way, way),
                    Experiments.NOISE.stream()
                            .map(percent -> Experiments.random(way, percent))
                            .toList());
        }
        return ReadingCharts.groups(
                "memorised",
                "Wrong labels fitted, " + Experiments.RANDOM,
                results,
                "random labels",
                Experiments.NOISE.stream().map(percent -> percent + " %").toList(),
                arms,
                Axis.linear("share of the wrong labels, %"),
                Readings::memorised);
    }
}
