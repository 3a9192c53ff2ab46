package dev.rote.papers.noisylabels;

import dev.rote.claims.Axis;
import dev.rote.claims.Bars;
import dev.rote.claims.Figure;
import dev.rote.claims.HeatMap;
import dev.rote.claims.ReadingCharts;
import dev.rote.claims.Report;
import dev.rote.measures.NoiseRate;
import dev.rote.papers.images.Readings;
import dev.rote.runs.Results;
import dev.rote.runs.RunResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The sections of the report; one without runs is left out. */
final class Charts {

    private static final String NOT_CLAIMED =
            "Focal loss, the S-model, learning to reweight, JoCoR 0.5, INCV and DivideMix stand beside the others without a claim on"
                    + " what they gain under 50 % noise. Learning to reweight is given 100 images with right labels, Forward and"
                    + " Backward with the true T are told how labels were spoiled, and those that select are told how many"
                    + " are wrong; INCV trains five nets one after another.\n\nForward with the true T corrects from the"
                    + " first step on. Where two digits are mistaken for each other, as 5 and 6 under asymmetric noise, it then"
                    + " loses one of them on some seeds: calling both by one name is a place where the corrected loss is nearly"
                    + " flat.";

    private Charts() {}

    static List<Report.Section> sections(Results results) {
        return Stream.of(
                        Report.Section.of(
                                "Methods under four kinds of noise",
                                "What decides the claims is the accuracy on clean test images, mean of the last five epochs."
                                        + " The memorised share is that of the wrongly labelled images which the net gives"
                                        + " their wrong label. Means over seeds; an empty cell was not tried.\n\n"
                                        + NOT_CLAIMED,
                                maps(results)),
                        ReadingCharts.section(
                                "Last epochs and best epoch",
                                "The best epoch is chosen on clean test data, which nobody has who needs these methods: the"
                                        + " gap between the two bars is what stopping at the right time would be worth.",
                                Stream.of(Spoiling.values())
                                        .map(spoiling -> bars(results, spoiling))
                                        .toList()),
                        Report.Section.of(
                                "Learning curves",
                                "Cross-entropy learns the digits first and the wrong labels later; what helps keeps the curve"
                                        + " from falling.",
                                CurveCharts.figures(results)),
                        ReadingCharts.section(
                                "How many labels are wrong?",
                                "Estimates that look at the noisy labels only.",
                                List.of(rates(results))))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Figure> maps(Results results) {
        List<Remedy> remedies = new ArrayList<>(Remedies.ALL);
        remedies.removeIf(remedy -> Stream.of(Spoiling.values())
                .allMatch(spoiling -> ReadingCharts.runs(results, Remedy.arm(spoiling, remedy.id()))
                        .isEmpty()));
        if (remedies.isEmpty()) {
            return List.of();
        }
        Collections.reverse(remedies); // the bottom row comes first
        return List.of(
                map(
                        "last-epochs",
                        "Test accuracy, last five epochs",
                        "test accuracy, %",
                        results,
                        remedies,
                        Readings::lastTest),
                map("memorised", "Wrong labels learned by heart", "memorised, %", results, remedies, Look::memorised));
    }

    private static Figure map(
            String id,
            String title,
            String label,
            Results results,
            List<Remedy> remedies,
            ToDoubleFunction<RunResult> figure) {
        double[][] cells = remedies.stream()
                .map(remedy -> Stream.of(Spoiling.values())
                        .mapToDouble(spoiling -> ReadingCharts.mean(
                                ReadingCharts.runs(results, Remedy.arm(spoiling, remedy.id())), figure))
                        .toArray())
                .toArray(double[][]::new);
        return HeatMap.of(
                id,
                title,
                "",
                "noise",
                "method",
                Stream.of(Spoiling.values()).map(Spoiling::title).toList(),
                remedies.stream().map(Remedy::title).toList(),
                cells,
                label);
    }

    private static Optional<Figure> bars(Results results, Spoiling spoiling) {
        Map<String, String> arms = new LinkedHashMap<>();
        Remedies.ALL.forEach(remedy -> arms.put(Remedy.arm(spoiling, remedy.id()), remedy.title()));
        Map<String, ToDoubleFunction<RunResult>> figures = new LinkedHashMap<>();
        figures.put("mean of the last five epochs", Readings::lastTest);
        figures.put("best epoch, chosen on clean test data", Readings::bestTest);
        String title = spoiling.title().substring(0, 1).toUpperCase(Locale.ROOT)
                + spoiling.title().substring(1);
        return ReadingCharts.bars(
                "bars-" + spoiling.id(), title, results, arms, Axis.linear("test accuracy, %"), figures);
    }

    private static Optional<Figure> rates(Results results) {
        List<Spoiling> estimated = Stream.of(Spoiling.values())
                .filter(spoiling -> !ReadingCharts.runs(results, Experiments.early(spoiling))
                        .isEmpty())
                .toList();
        if (estimated.isEmpty()) {
            return Optional.empty();
        }
        List<Bars.Values> series = new ArrayList<>();
        series.add(estimates(
                "wrong", results, estimated.stream().map(Experiments::early).toList(), RateClaims.WRONG));
        for (NoiseRate.Estimator estimator : NoiseRate.Estimator.values()) {
            series.add(estimates(
                    name(estimator),
                    results,
                    estimated.stream().map(Experiments::early).toList(),
                    RateClaims.reading(estimator)));
        }
        series.add(estimates(
                "INCV",
                results,
                estimated.stream().map(spoiling -> Remedy.arm(spoiling, "incv")).toList(),
                RateClaims.INCV));
        return Optional.of(new Bars(
                "rates",
                "Estimated noise rate",
                "INCV's formula is for symmetric noise; it was not tried under the last two.",
                "noise",
                Axis.linear("wrong labels, %"),
                estimated.stream().map(Spoiling::title).toList(),
                series));
    }

    private static String name(NoiseRate.Estimator estimator) {
        return estimator.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Bars.Values estimates(String name, Results results, List<String> arms, String reading) {
        return Bars.Values.of(
                name,
                arms.stream()
                        .mapToDouble(arm ->
                                ReadingCharts.mean(ReadingCharts.runs(results, arm), run -> 100 * run.last(reading)))
                        .toArray());
    }
}
