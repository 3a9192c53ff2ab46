package dev.rote.papers.vog;

import dev.rote.claims.Axis;
import dev.rote.claims.Figure;
import dev.rote.claims.Lines;
import dev.rote.claims.ReadingCharts;
import dev.rote.claims.Report;
import dev.rote.claims.ScoreTable;
import dev.rote.claims.Spread;
import dev.rote.papers.images.Readings;
import dev.rote.runs.Results;
import dev.rote.runs.RunResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The sections of the report; one without runs is left out. */
final class Charts {

    private Charts() {}

    static List<Report.Section> sections(Results results) {
        Map<String, String> arms = new LinkedHashMap<>();
        arms.put(Experiments.CNN, "CNN");
        arms.put(Experiments.MLP, "MLP");
        arms.put(Experiments.NOISY, "CNN, a fifth of the labels wrong");
        Map<String, String> strangers = new LinkedHashMap<>();
        strangers.put(Experiments.TO_FASHION, "digits shown clothes");
        strangers.put(Experiments.TO_MNIST, "clothes shown digits");
        Map<String, ToDoubleFunction<RunResult>> finders = new LinkedHashMap<>();
        finders.put("VoG, late", run -> Seen.aucOfNoise(run, "vog"));
        finders.put("VoG, early", run -> Seen.aucOfNoise(run, "vog.early"));
        finders.put("loss", run -> Seen.aucOfNoise(run, "example-loss"));
        return Stream.of(
                        ReadingCharts.section(
                                "Errors by VoG",
                                "Test examples in tenths, from the lowest VoG of their class to the highest. Over the first three"
                                        + " epochs, and over the last three.",
                                List.of(
                                        deciles(results, Experiments.CNN, "CNN"),
                                        deciles(results, Experiments.MLP, "MLP"),
                                        deciles(results, Experiments.CIFAR, "ResNet-18 on CIFAR-10"))),
                        ReadingCharts.section(
                                "Wrong labels and strangers",
                                "0.5 is chance. The plain loss of the given label at the end stands beside VoG.",
                                List.of(
                                        ReadingCharts.bars(
                                                "bars-noise",
                                                "Wrong labels found",
                                                results,
                                                Map.of(Experiments.NOISY, "CNN"),
                                                Axis.linear("area under the curve"),
                                                finders),
                                        ReadingCharts.bars(
                                                "bars-strangers",
                                                "Inputs of the other set found",
                                                results,
                                                strangers,
                                                Axis.linear("area under the curve"),
                                                Map.of("VoG", Seen::aucOfStrangers)))),
                        ReadingCharts.section(
                                "Training",
                                "Whether a net fits its training labels decides whether its VoG means anything.",
                                List.of(
                                        curve(results, "train", arms, Readings.TRAIN),
                                        curve(results, "test", arms, Readings.TEST))))
                .flatMap(List::stream)
                .toList();
    }

    private static Optional<Figure> curve(Results results, String id, Map<String, String> arms, String reading) {
        String label = id + " accuracy, %";
        return ReadingCharts.curves("curves-" + id, "Accuracy, " + id, results, arms, reading, 100, Axis.linear(label));
    }

    private static Optional<Figure> deciles(Results results, String arm, String label) {
        List<RunResult> runs = ReadingCharts.runs(results, arm).stream()
                .filter(run -> run.tables().containsKey("scores"))
                .filter(run -> ScoreTable.of(run).byName().keySet().containsAll(List.of(Seen.EARLY, Seen.LATE)))
                .toList();
        if (runs.isEmpty()) {
            return Optional.empty();
        }
        double[] tenths = IntStream.rangeClosed(1, 10).asDoubleStream().toArray();
        List<Lines.Series> curves = new ArrayList<>();
        for (String score : List.of(Seen.EARLY, Seen.LATE)) {
            Spread spread = new Spread(
                    runs.stream().map(run -> Seen.deciles(run, score)).toArray(double[][]::new));
            curves.add(spread.series(score.equals(Seen.LATE) ? "late" : "early", tenths));
        }
        return Optional.of(Lines.of(
                "deciles-" + arm,
                "Test error, " + label,
                Spread.caption(runs.size()),
                Axis.linear("tenth, by VoG"),
                Axis.linear("test error"),
                curves));
    }
}
