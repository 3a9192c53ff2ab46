package dev.rote.papers.rholoss;

import dev.rote.claims.Axis;
import dev.rote.claims.Figure;
import dev.rote.claims.ReadingCharts;
import dev.rote.claims.Report;
import dev.rote.papers.images.Readings;
import dev.rote.runs.Results;
import dev.rote.runs.RunResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The sections of the report; one without runs is left out. */
final class Charts {

    private static final Map<String, String> WAYS = new LinkedHashMap<>();
    private static final Map<String, String> VARIANTS = new LinkedHashMap<>();

    static {
        WAYS.put(Experiments.RHO, "RHO-LOSS");
        WAYS.put(Experiments.UNIFORM, "uniform");
        WAYS.put(Experiments.LOSS, "training loss");
        WAYS.put(Experiments.GRADIENT, "gradient norm");
        WAYS.put(Experiments.IRREDUCIBLE, "irreducible loss only");
        VARIANTS.put(Experiments.arm(Experiments.RHO, 0), "RHO-LOSS, small net");
        VARIANTS.put(Experiments.arm(Experiments.LARGE, 0), "net as large as the target");
        VARIANTS.put(Experiments.arm(Experiments.HALF, 0), "half of the held-out examples");
        VARIANTS.put(Experiments.arm(Experiments.QUARTER, 0), "a quarter of them");
        VARIANTS.put(Experiments.arm(Experiments.NONE_HELD, 0), "none held out, two halves");
        VARIANTS.put(Experiments.arm(Experiments.UNIFORM_ALL, 0), "uniform, none held out");
        VARIANTS.put(Experiments.arm(Experiments.UNIFORM, 0), "uniform");
    }

    private Charts() {}

    static List<Report.Section> sections(Results results) {
        List<Optional<Figure>> curves = Stream.concat(
                        Experiments.NOISE.stream().map(noise -> curves(results, noise)),
                        Stream.of(ReadingCharts.curves(
                                "accuracy-variants",
                                "Variants of RHO-LOSS on clean labels",
                                results,
                                VARIANTS,
                                Readings.TEST,
                                100,
                                accuracy())))
                .toList();
        List<Optional<Figure>> chosen = Stream.of(
                        ways(results, "last-accuracy", "Accuracy at the end", accuracy(), Look::end),
                        ways(
                                results,
                                "wrong-labels",
                                "Wrong labels among the chosen",
                                Axis.linear("share of the chosen, %"),
                                Look::wrong),
                        ways(
                                results,
                                "redundant",
                                "Examples among the chosen that the net had right",
                                Axis.linear("share of the chosen, %"),
                                Look::correct))
                .toList();
        return Stream.of(
                        ReadingCharts.section(
                                "Accuracy by gradient steps",
                                "All arms train on 32 examples in each step. RHO-LOSS and the others that choose by a loss"
                                        + " look at ten times as many first, a forward pass of 320 examples that these"
                                        + " charts do not count: the comparison is by gradient steps, as in the paper, and"
                                        + " not by arithmetic.",
                                curves),
                        ReadingCharts.section(
                                "Which examples are chosen",
                                "Training loss and gradient norm are highest where labels are wrong, so choosing by them is"
                                        + " learning noise by heart. The irreducible loss of such examples is as high, and"
                                        + " the difference is not. On clean and easy data plain training loss is as good a"
                                        + " guide as any.",
                                chosen))
                .flatMap(List::stream)
                .toList();
    }

    private static Axis accuracy() {
        return Axis.linear("test accuracy, %");
    }

    private static Optional<Figure> curves(Results results, int noise) {
        Map<String, String> arms = new LinkedHashMap<>();
        WAYS.forEach((way, label) -> arms.put(Experiments.arm(way, noise), label));
        String title = noise == 0 ? "Clean labels" : noise + " % wrong labels";
        return ReadingCharts.curves("accuracy-" + noise, title, results, arms, Readings.TEST, 100, accuracy());
    }

    private static Optional<Figure> ways(
            Results results, String id, String title, Axis y, ToDoubleFunction<RunResult> figure) {
        Map<String, List<String>> arms = new LinkedHashMap<>();
        WAYS.forEach((way, label) -> arms.put(
                label,
                Experiments.NOISE.stream()
                        .map(noise -> Experiments.arm(way, noise))
                        .toList()));
        List<String> noises =
                Experiments.NOISE.stream().map(noise -> noise + " %").toList();
        return ReadingCharts.groups(id, title, results, "wrong labels", noises, arms, y, figure);
    }
}
