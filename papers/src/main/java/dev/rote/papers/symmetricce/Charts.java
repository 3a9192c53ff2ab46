package dev.rote.papers.symmetricce;

import dev.rote.claims.Axis;
import dev.rote.claims.Figure;
import dev.rote.claims.ReadingCharts;
import dev.rote.claims.Report;
import dev.rote.papers.images.Readings;
import dev.rote.runs.Results;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/** The sections of the report; a chart without runs is left out. */
final class Charts {

    private static final Axis ACCURACY = Axis.linear("test accuracy, %");

    private Charts() {}

    static List<Report.Section> sections(Results results) {
        return Stream.of(
                        ReadingCharts.section(
                                "Learning by heart and back",
                                "Test accuracy with CE rises and falls again while the net learns the wrong labels by"
                                        + " heart. Losses that hardly push where a label is confidently contradicted keep"
                                        + " what was understood.",
                                List.of(
                                        curves(results, "sym-50", Readings.TEST, ACCURACY),
                                        methods(results),
                                        curves(
                                                results,
                                                "sym-50",
                                                Readings.MEMORISED,
                                                Axis.linear("wrong labels predicted, %")),
                                        curves(results, "sym-80", Readings.TEST, ACCURACY),
                                        curves(results, "asym-40", Readings.TEST, ACCURACY))),
                        ReadingCharts.section(
                                "At the end",
                                "The mean of the last five epochs.",
                                List.of(
                                        bars(
                                                "mnist",
                                                results,
                                                List.of(Ways.CLEAN, "sym-40", "sym-50", "sym-80", "asym-40"),
                                                Experiments::small),
                                        bars("cifar10", results, Published.NOISES, Published::arm))),
                        ReadingCharts.section(
                                "Easy and hard classes",
                                "The best class less the worst.",
                                List.of(curves(
                                        results,
                                        "sym-40",
                                        SmallClaims.SPREAD,
                                        Axis.linear("best less worst class, points")))))
                .flatMap(List::stream)
                .toList();
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
                Readings.TEST,
                ACCURACY,
                Ways.METHODS.stream()
                        .flatMap(method -> Stream.of(method, Ways.with(method)))
                        .toList());
    }

    private static Optional<Figure> curves(
            String id, String title, Results results, String noise, String reading, Axis y, List<String> ways) {
        Map<String, String> arms = new LinkedHashMap<>();
        ways.forEach(way -> arms.put(Experiments.small(noise, way), Words.of(way)));
        return ReadingCharts.epochs(
                id, "Small digits, " + words(noise) + title, results, arms, ReadingCharts.times(reading, 100), y);
    }

    private static Optional<Figure> bars(
            String data, Results results, List<String> noises, BinaryOperator<String> name) {
        Map<String, List<String>> ways = new LinkedHashMap<>();
        Words.WAYS.forEach((way, label) -> ways.put(
                label, noises.stream().map(noise -> name.apply(noise, way)).toList()));
        String title = data.equals("mnist") ? "Small digits" : "CIFAR-10";
        return ReadingCharts.groups("end-" + data, title, results, "noise", noises, ways, ACCURACY, Readings::lastTest);
    }

    private static String words(String noise) {
        return noise.replace("asym-", "asymmetric ").replace("sym-", "symmetric ") + " %";
    }
}
