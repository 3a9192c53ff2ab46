package dev.rote.papers.layerwisereinit;

import static dev.rote.papers.layerwisereinit.Experiments.LAYERWISE;
import static dev.rote.papers.layerwisereinit.Experiments.PLAIN;

import dev.rote.claims.Axis;
import dev.rote.claims.Figure;
import dev.rote.claims.Lines;
import dev.rote.claims.Report;
import dev.rote.papers.images.ArmLines;
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
        List<Figure> curves = Experiments.SETS.stream()
                .map(set -> curves(results, set))
                .flatMap(Optional::stream)
                .toList();
        List<Figure> ends = ArmLines.bars(
                        "accuracy",
                        "Test accuracy at the end",
                        results,
                        "data set",
                        accuracy(),
                        Experiments.SETS,
                        ways(List.copyOf(WAYS.keySet())),
                        Look.TEST,
                        Look::test)
                .stream()
                .toList();
        List<Figure> minima = Stream.concat(
                        Experiments.SETS.stream().map(set -> flatness(results, set)),
                        Stream.of(margins(results), memorised(results)))
                .flatMap(Optional::stream)
                .toList();
        return Stream.of(
                        section(
                                "Accuracy over rounds",
                                "Five rounds of one length, each with the whole course of the learning rate; a fall at the"
                                        + " beginning of a round is what was drawn anew. All arms make the same number of"
                                        + " steps, and plain training has the same restarts of the learning rate.",
                                curves),
                        section("Accuracy at the end", "One budget, seven ways to spend it.", ends),
                        section(
                                "What kind of minimum",
                                "How much noise on the weights raises the training loss, how far the label's output is"
                                        + " above the others, and how many random labels were learned by heart.",
                                minima))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Axis accuracy() {
        return Axis.linear("test accuracy, %");
    }

    private static Map<String, List<String>> ways(List<String> ways) {
        Map<String, List<String>> arms = new LinkedHashMap<>();
        ways.forEach(way -> arms.put(
                WAYS.getOrDefault(way, way),
                Experiments.SETS.stream().map(set -> Experiments.arm(way, set)).toList()));
        return arms;
    }

    private static Optional<Figure> curves(Results results, String set) {
        Map<String, String> arms = new LinkedHashMap<>();
        WAYS.forEach((way, label) -> arms.put(Experiments.arm(way, set), label));
        return ArmLines.lines("accuracy-" + set, set, results, arms, Look.TEST, 100, accuracy());
    }

    private static Optional<Figure> flatness(Results results, String set) {
        Map<String, List<String>> arms = new LinkedHashMap<>();
        for (String way : List.of(PLAIN, LAYERWISE)) {
            arms.put(WAYS.getOrDefault(way, way), List.of(Experiments.arm(way, set)));
        }
        List<Lines.Series> series = arms.entrySet().stream()
                .map(arm -> rises(results, arm.getKey(), arm.getValue().get(0)))
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
                .mapToDouble(sigma -> results.runs().stream()
                        .filter(run -> run.recipe().name().equals(arm)
                                && run.readings().containsKey(Look.flatness(sigma)))
                        .mapToDouble(run -> run.last(Look.flatness(sigma)))
                        .average()
                        .orElse(Double.NaN))
                .toArray();
        double[] sigmas =
                Setting.SIGMAS.stream().mapToDouble(Double::doubleValue).toArray();
        return Arrays.stream(rises).anyMatch(Double::isFinite)
                ? Optional.of(Lines.Series.of(label, sigmas, rises))
                : Optional.empty();
    }

    private static Optional<Figure> margins(Results results) {
        return ArmLines.bars(
                "margins",
                "Mean margin over the weight norm",
                results,
                "data set",
                Axis.linear("margin on the train part"),
                Experiments.SETS,
                ways(List.copyOf(WAYS.keySet())),
                Look.MARGIN,
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
        return ArmLines.bars(
                "memorised",
                "Wrong labels fitted, " + Experiments.RANDOM,
                results,
                "random labels",
                Axis.linear("share of the wrong labels, %"),
                Experiments.NOISE.stream().map(percent -> percent + " %").toList(),
                arms,
                Look.MEMORISED,
                Look::memorised);
    }

    private static Optional<Report.Section> section(String title, String prose, List<Figure> figures) {
        return figures.isEmpty() ? Optional.empty() : Optional.of(new Report.Section(title, prose, figures));
    }
}
