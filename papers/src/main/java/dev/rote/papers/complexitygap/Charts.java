package dev.rote.papers.complexitygap;

import static dev.rote.papers.complexitygap.Experiments.pruned;

import dev.rote.claims.Axis;
import dev.rote.claims.Figure;
import dev.rote.claims.ReadingCharts;
import dev.rote.claims.Report;
import dev.rote.claims.Scatter;
import dev.rote.claims.ScoreTable;
import dev.rote.papers.images.Readings;
import dev.rote.runs.Results;
import dev.rote.runs.RunResult;
import dev.rote.scores.ComplexityPrune.First;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The sections of the report; one without runs is left out. */
final class Charts {

    private Charts() {}

    static List<Report.Section> sections(Results results) {
        return Stream.of(
                        ReadingCharts.section(
                                "Wrong labels",
                                "A fifth of 2000 labels are wrong; nothing is trained. The area under the ROC curve is 0.5 by"
                                        + " chance. One draw and five set each class against as many others; all others at once is"
                                        + " ours.",
                                List.of(detection(results))),
                        ReadingCharts.section(
                                "Leaving examples out",
                                "5000 pictures of clothes, and what is left of them, for 20 epochs: runs on fewer examples make fewer"
                                        + " steps, where the paper gives all the same number.",
                                List.of(
                                        ReadingCharts.bars(
                                                "bars-pruning",
                                                "Test accuracy",
                                                results,
                                                pruning(),
                                                Axis.linear("test accuracy, %"),
                                                Map.of("last 5 epochs", Readings::lastTest)),
                                        ReadingCharts.curves(
                                                "curves-pruning",
                                                "Test accuracy while training",
                                                results,
                                                pruning(),
                                                Readings.TEST,
                                                100,
                                                Axis.linear("test accuracy, %")))),
                        ReadingCharts.section(
                                "Movement",
                                "Twenty-four digits, threes and eights. Up: how much farther a wide net travels because of a digit."
                                        + " Along: how much its score says.",
                                List.of(movement(results))))
                .flatMap(List::stream)
                .toList();
    }

    private static Optional<Figure> detection(Results results) {
        Map<String, ToDoubleFunction<RunResult>> figures = new LinkedHashMap<>();
        for (String label : List.of("one draw", "five draws", "all others")) {
            figures.put(
                    label, run -> NoiseClaims.auc(run, Experiments.score(label).name()));
        }
        Map<String, String> arms = new LinkedHashMap<>();
        arms.put(Experiments.NOISY_FASHION, "clothes");
        arms.put(Experiments.NOISY_CIFAR, "photographs");
        return ReadingCharts.bars(
                "bars-detection", "Wrong labels found", results, arms, Axis.linear("area under the curve"), figures);
    }

    private static Map<String, String> pruning() {
        Map<String, String> arms = new LinkedHashMap<>();
        arms.put(Experiments.FULL, "all");
        for (int percent : Experiments.SHARES) {
            arms.put(pruned(percent, First.LOW), "lowest " + percent + " % gone");
            arms.put(pruned(percent, First.RANDOM), "any " + percent + " % gone");
            arms.put(pruned(percent, First.HIGH), "highest " + percent + " % gone");
        }
        return arms;
    }

    private static Optional<Figure> movement(Results results) {
        List<Scatter.Group> groups = ReadingCharts.runs(results, Experiments.MOVEMENT).stream()
                .map(run -> {
                    ScoreTable scores = ScoreTable.of(run);
                    return Scatter.Group.of(
                            "seed " + run.recipe().seed(),
                            scores.of(NoiseClaims.EXACT),
                            scores.of(LearningClaims.MOVED));
                })
                .toList();
        return groups.isEmpty()
                ? Optional.empty()
                : Optional.of(new Scatter(
                        "movement",
                        "Predicted and measured",
                        "Each point is a digit.",
                        Axis.linear("complexity gap"),
                        Axis.linear("squared movement because of it"),
                        groups));
    }
}
