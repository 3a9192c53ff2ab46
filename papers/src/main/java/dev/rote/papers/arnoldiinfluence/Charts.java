package dev.rote.papers.arnoldiinfluence;

import dev.rote.claims.Axis;
import dev.rote.claims.Figure;
import dev.rote.claims.ReadingCharts;
import dev.rote.claims.Report;
import dev.rote.claims.Scatter;
import dev.rote.files.Table;
import dev.rote.runs.Results;
import dev.rote.runs.RunResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the report shows. */
final class Charts {

    /** Points of a scatter, at most: more hide each other. */
    private static final int POINTS = 2000;

    private Charts() {}

    static List<Report.Section> sections(Results results) {
        return Stream.of(
                        ReadingCharts.section(
                                "Finding wrong labels",
                                "How well each number puts wrong labels first. AUC is 0.5 by chance, AP the share of wrong labels,"
                                        + " about 0.21. The plain loss is the rival to beat.",
                                List.of(
                                        bars(results, "auc", "Area under the ROC curve", Look::auc),
                                        bars(results, "ap", "Average precision", Look::precision))),
                        ReadingCharts.section(
                                "Self-influence and loss",
                                "Each point is an example of the first seed. Self-influence along 20 directions against the loss of"
                                        + " the given label: where both agree, one of them is enough.",
                                arms().keySet().stream()
                                        .map(arm -> scatter(results, arm))
                                        .toList()),
                        ReadingCharts.section(
                                "Training",
                                "The nets that are looked at.",
                                List.of(ReadingCharts.epochs(
                                        "curves-test",
                                        "Test accuracy",
                                        results,
                                        arms(),
                                        ReadingCharts.times("accuracy.test", 100),
                                        Axis.linear("test accuracy, %")))))
                .flatMap(List::stream)
                .toList();
    }

    private static Map<String, String> arms() {
        Map<String, String> arms = new LinkedHashMap<>();
        arms.put(Experiments.CLOTHES, "clothes");
        arms.put(Experiments.DIGITS, "digits, CNN");
        arms.put(Experiments.TRAINED, "clothes, trained on");
        arms.put(Experiments.TUTORIAL, "notebook");
        return arms;
    }

    private static Optional<Figure> bars(
            Results results, String id, String title, ToDoubleBiFunction<RunResult, String> of) {
        Map<String, ToDoubleFunction<RunResult>> figures = new LinkedHashMap<>();
        figures.put("loss", run -> of.applyAsDouble(run, Look.LOSS));
        figures.put("gradient", run -> of.applyAsDouble(run, Look.GRADIENT));
        for (int p : List.of(20, 5)) {
            figures.put(p + " eigenvectors", run -> of.applyAsDouble(run, Look.arnoldi(p)));
            figures.put(p + " unweighted", run -> of.applyAsDouble(run, Look.unweighted(p)));
            figures.put(p + " random", run -> of.applyAsDouble(run, Look.random(p)));
        }
        return ReadingCharts.bars("bars-" + id, title, results, arms(), Axis.linear(title), figures);
    }

    private static Optional<Figure> scatter(Results results, String arm) {
        return ReadingCharts.runs(results, arm).stream()
                .filter(run -> run.tables().containsKey("influence"))
                .findFirst()
                .map(run -> {
                    Table table = run.table("influence");
                    List<Scatter.Group> groups = new ArrayList<>();
                    groups.add(group(table, "right label", 0));
                    groups.add(group(table, "wrong label", 1));
                    return new Scatter(
                            "scatter-" + arm,
                            arms().get(arm),
                            "",
                            Axis.log("loss of the given label"),
                            Axis.log("self-influence"),
                            groups);
                });
    }

    private static Scatter.Group group(Table table, String name, double wrong) {
        double[] truth = table.doubles("wrong");
        double[] losses = table.doubles(Look.LOSS);
        double[] influences = table.doubles(Look.arnoldi(20));
        int[] chosen = IntStream.range(0, Math.min(POINTS, truth.length))
                .filter(i -> truth[i] == wrong && losses[i] > 0 && influences[i] > 0)
                .toArray();
        return Scatter.Group.of(
                name,
                IntStream.of(chosen).mapToDouble(i -> losses[i]).toArray(),
                IntStream.of(chosen).mapToDouble(i -> influences[i]).toArray());
    }
}
