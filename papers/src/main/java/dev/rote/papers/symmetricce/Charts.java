package dev.rote.papers.symmetricce;

import dev.rote.claims.Axis;
import dev.rote.claims.Figure;
import dev.rote.claims.Report;
import dev.rote.papers.images.ReadingCharts;
import dev.rote.runs.Results;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The sections of the report; a chart without runs is left out. */
final class Charts {

    private static final Axis ACCURACY = Axis.linear("test accuracy, %");

    private Charts() {}

    static List<Report.Section> sections(Results results) {
        return Stream.of(
                        section(
                                "Learning by heart and back",
                                "Test accuracy with CE rises and falls again while the net learns the wrong labels by"
                                        + " heart. Losses that hardly push where a label is confidently contradicted keep"
                                        + " what was understood.",
                                Stream.of(
                                        curves(results, "sym-50", SmallClaims.TEST, ACCURACY),
                                        methods(results),
                                        curves(
                                                results,
                                                "sym-50",
                                                SmallClaims.MEMORISED,
                                                Axis.linear("wrong labels predicted, %")),
                                        curves(results, "sym-80", SmallClaims.TEST, ACCURACY),
                                        curves(results, "asym-40", SmallClaims.TEST, ACCURACY))),
                        section(
                                "At the end",
                                "The mean of the last five epochs.",
                                Stream.of(
                                        bars(
                                                "mnist",
                                                results,
                                                List.of(Ways.CLEAN, "sym-40", "sym-50", "sym-80", "asym-40"),
                                                Experiments::small),
                                        bars("cifar10", results, Published.NOISES, Published::arm))),
                        section(
                                "Easy and hard classes",
                                "The best class less the worst.",
                                Stream.of(curves(
                                        results,
                                        "sym-40",
                                        SmallClaims.SPREAD,
                                        Axis.linear("best less worst class, points")))))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Report.Section> section(String title, String prose, Stream<Optional<Figure>> figures) {
        List<Figure> drawn = figures.flatMap(Optional::stream).toList();
        return drawn.isEmpty() ? Optional.empty() : Optional.of(new Report.Section(title, prose, drawn));
    }

    private static Optional<Figure> curves(Results results, String noise, String reading, Axis y) {
        return curves(noise + "-" + reading.replace('.', '-'), "", results, noise, reading, y, Ways.LOSSES);
    }

    /** Apart from the losses: more than eight curves cannot be told from each other. */
    private static Optional<Figure> methods(Results results) {
        return curves(
                "sym-50-methods",
                ", SL in the place of CE",
                results,
                "sym-50",
                SmallClaims.TEST,
                ACCURACY,
                Ways.METHODS.stream()
                        .flatMap(method -> Stream.of(method, Ways.with(method)))
                        .toList());
    }

    private static Optional<Figure> curves(
            String id, String title, Results results, String noise, String reading, Axis y, List<String> ways) {
        Map<String, String> arms = new LinkedHashMap<>();
        ways.forEach(way -> arms.put(Experiments.small(noise, way), Words.of(way)));
        return ReadingCharts.curves(
                id,
                "Small digits, " + words(noise) + title,
                y,
                results,
                arms,
                run -> ReadingCharts.percents(run, reading));
    }

    private static Optional<Figure> bars(String data, Results results, List<String> noises, ReadingCharts.Name name) {
        return ReadingCharts.bars(
                "end-" + data,
                data.equals("mnist") ? "Small digits" : "CIFAR-10",
                "noise",
                ACCURACY,
                results,
                noises,
                Words.WAYS,
                name,
                run -> ReadingCharts.percents(run, SmallClaims.TEST),
                SmallClaims.LAST);
    }

    private static String words(String noise) {
        return noise.replace("asym-", "asymmetric ").replace("sym-", "symmetric ") + " %";
    }
}
