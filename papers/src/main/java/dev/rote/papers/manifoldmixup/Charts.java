package dev.rote.papers.manifoldmixup;

import static dev.rote.papers.manifoldmixup.Experiments.ARMS;

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

    private Charts() {}

    static List<Report.Section> sections(Results results) {
        Map<String, ToDoubleFunction<RunResult>> tests = new LinkedHashMap<>();
        tests.put("last 5 epochs", Readings::lastTest);
        tests.put("best epoch", Readings::bestTest);
        Map<String, ToDoubleFunction<RunResult>> values = new LinkedHashMap<>();
        values.put("largest", run -> run.last(FlatteningClaims.LARGEST));
        values.put("all others together", run -> run.last(FlatteningClaims.REST));
        return Stream.of(
                        ReadingCharts.section(
                                "Flattening",
                                "Singular values of the states of a class at the first hidden layer, test part, rows not"
                                        + " centred, mean over classes. The paper says that only manifold mixup makes the sum of"
                                        + " the smaller ones much smaller. In an earlier measurement of a net of this size a strong"
                                        + " weight decay did so, too; then claim C6.3b fails. A net can also shrink all its"
                                        + " states alike: the second chart divides the sum by the largest value, which tells"
                                        + " flattening from shrinking.",
                                List.of(
                                        ReadingCharts.bars(
                                                "bars-values",
                                                "Singular values",
                                                results,
                                                ARMS,
                                                Axis.linear("singular value"),
                                                values),
                                        relative(results))),
                        ReadingCharts.section(
                                "Accuracy and likelihood",
                                "Digits, 4000 to train on.",
                                List.of(
                                        ReadingCharts.curves(
                                                "curves-test",
                                                "Test accuracy",
                                                results,
                                                ARMS,
                                                Readings.TEST,
                                                100,
                                                Axis.linear("test accuracy, %")),
                                        ReadingCharts.bars(
                                                "bars-test",
                                                "Test accuracy",
                                                results,
                                                ARMS,
                                                Axis.linear("test accuracy, %"),
                                                tests),
                                        ReadingCharts.curves(
                                                "curves-likelihood",
                                                "Negative log likelihood, test part",
                                                results,
                                                ARMS,
                                                AccuracyClaims.NLL,
                                                1,
                                                Axis.log("negative log likelihood")))),
                        ReadingCharts.section(
                                "One step against the net",
                                "Accuracy when each pixel moves by 0.1 in the direction that raises the loss. On CIFAR-10 the"
                                        + " paper finds both mixups far above plain training. On small digits no such gain was"
                                        + " seen in earlier measurements; then claim C6.4 fails.",
                                List.of(attacked(results))))
                .flatMap(List::stream)
                .toList();
    }

    private static Optional<Figure> relative(Results results) {
        return ReadingCharts.bars(
                "bars-relative",
                "All others together, in units of the largest",
                results,
                ARMS,
                Axis.linear("ratio"),
                Map.of("ratio", run -> run.last(FlatteningClaims.REST) / run.last(FlatteningClaims.LARGEST)));
    }

    private static Optional<Figure> attacked(Results results) {
        return ReadingCharts.bars(
                "bars-fgsm",
                "Accuracy under the fast gradient sign method",
                results,
                ARMS,
                Axis.linear("accuracy, %"),
                Map.of("epsilon 0.1", run -> Readings.percent(run, AccuracyClaims.FGSM)));
    }
}
