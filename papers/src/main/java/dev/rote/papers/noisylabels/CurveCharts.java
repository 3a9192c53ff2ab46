package dev.rote.papers.noisylabels;

import dev.rote.claims.Axis;
import dev.rote.claims.Figure;
import dev.rote.claims.ReadingCharts;
import dev.rote.papers.images.Readings;
import dev.rote.runs.Results;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Test accuracy against epochs, method beside method. */
final class CurveCharts {

    private static final List<String> SHOWN =
            List.of(Remedies.PLAIN, "mixup", "sce", "forward-true", "elr", "co-teaching", "jocor-0.9");

    private CurveCharts() {}

    static List<Figure> figures(Results results) {
        return Stream.of(Spoiling.values())
                .map(spoiling -> figure(results, spoiling))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Figure> figure(Results results, Spoiling spoiling) {
        Map<String, String> arms = new LinkedHashMap<>();
        SHOWN.forEach(remedy ->
                arms.put(Remedy.arm(spoiling, remedy), Remedies.of(remedy).title()));
        return ReadingCharts.epochs(
                "curves-" + spoiling.id(),
                "Under " + spoiling.title() + " noise",
                results,
                arms,
                ReadingCharts.times(Readings.TEST, 100),
                Axis.linear("test accuracy, %"));
    }
}
