package dev.rote.papers.sam;

import static dev.rote.papers.sam.Experiments.ADAM;
import static dev.rote.papers.sam.Experiments.SGD;
import static dev.rote.papers.sam.Experiments.sam;

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

    private static final Axis ACCURACY = Axis.linear("test accuracy, %");

    private Charts() {}

    static List<Report.Section> sections(Results results) {
        return Stream.of(
                        ReadingCharts.section(
                                "Wrong labels",
                                "Half of the labels of 4000 digits are wrong. The plain optimizers learn more and more of them"
                                        + " by rote; the larger the radius, the less SAM does. The radius of the claims, 0.2,"
                                        + " was fixed before the runs.",
                                List.of(
                                        curve(results, "sgd", "SGD and SAM on it", radii(SGD, "SGD")),
                                        curve(results, "adam", "Adam and SAM on it", radii(ADAM, "Adam")),
                                        bars(results, "noise", all()))),
                        ReadingCharts.section(
                                "Groups of rows",
                                "Each group climbs by a gradient of its own; radius 0.1.",
                                List.of(bars(results, "groups", groups()))),
                        ReadingCharts.section(
                                "Flatness",
                                "Clean digits. Both arms end at the same training accuracy; the loss rises less around the"
                                        + " weights that SAM found if the claim is right. Sharpness is the largest rise within"
                                        + " radius 0.05, curvature the top eigenvalue of the Hessian.",
                                List.of(
                                        flat(results, "sharpness", FlatnessClaims.SHARPNESS),
                                        flat(results, "curvature", FlatnessClaims.HESSIAN))),
                        ReadingCharts.section(
                                "Equal cost",
                                "2000 pictures of clothes, clean labels, a small CNN. A step of SAM costs two of SGD, so it"
                                        + " makes half as many.",
                                List.of(curve(results, "fashion", "Test accuracy", fashion()))))
                .flatMap(List::stream)
                .toList();
    }

    private static Optional<Figure> curve(Results results, String id, String title, Map<String, String> arms) {
        return ReadingCharts.curves("curves-" + id, title, results, arms, Readings.TEST, 100, ACCURACY);
    }

    private static Optional<Figure> bars(Results results, String id, Map<String, String> arms) {
        Map<String, ToDoubleFunction<RunResult>> figures = new LinkedHashMap<>();
        figures.put("last 5 epochs", Readings::lastTest);
        figures.put("best epoch", Readings::bestTest);
        figures.put("memorised wrong labels", Readings::memorised);
        return ReadingCharts.bars(
                "bars-" + id, "Test accuracy and memory", results, arms, Axis.linear("share, %"), figures);
    }

    private static Optional<Figure> flat(Results results, String name, String reading) {
        return ReadingCharts.bars(
                "bars-" + name, name, results, clean(), Axis.linear(name), Map.of(name, run -> run.last(reading)));
    }

    private static Map<String, String> radii(String base, String name) {
        Map<String, String> arms = new LinkedHashMap<>();
        arms.put(base, name);
        Experiments.RADII.forEach(radius -> arms.put(sam(base, radius), "SAM " + radius + " on " + name));
        return arms;
    }

    private static Map<String, String> all() {
        Map<String, String> arms = new LinkedHashMap<>(radii(SGD, "SGD"));
        arms.put(Experiments.BOOTSTRAP, "bootstrapping");
        arms.put(Experiments.bootstrapped(), "bootstrapping and SAM 0.2");
        arms.putAll(radii(ADAM, "Adam"));
        return arms;
    }

    private static Map<String, String> groups() {
        Map<String, String> arms = new LinkedHashMap<>();
        Experiments.GROUPS.forEach(rows -> arms.put(Experiments.grouped(rows), rows + " rows"));
        return arms;
    }

    private static Map<String, String> clean() {
        Map<String, String> arms = new LinkedHashMap<>();
        arms.put(Experiments.CLEAN_SGD, "SGD");
        arms.put(Experiments.CLEAN_SAM, "SAM");
        return arms;
    }

    private static Map<String, String> fashion() {
        Map<String, String> arms = new LinkedHashMap<>();
        arms.put(Experiments.FASHION_SGD, "SGD, 100 epochs");
        arms.put(Experiments.FASHION_SAM, "SAM, 50 epochs");
        return arms;
    }
}
