package dev.rote.papers.importanceweighting;

import static dev.rote.papers.importanceweighting.Experiments.arm;
import static dev.rote.papers.importanceweighting.Experiments.kept;

import dev.rote.claims.Axis;
import dev.rote.claims.Figure;
import dev.rote.claims.Lines;
import dev.rote.claims.ReadingCharts;
import dev.rote.claims.Report;
import dev.rote.papers.images.Readings;
import dev.rote.runs.Results;
import dev.rote.runs.RunResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** The sections of the report; one without runs is left out. */
final class Charts {

    private static final Map<String, String> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put(Experiments.NONE, "no regularisation");
        NAMES.put(Experiments.DECAY, "L2 penalty 0.005");
        NAMES.put(Experiments.DROPOUT, "dropout 0.5");
        NAMES.put(Experiments.NORM, "batch norm");
    }

    private Charts() {}

    static List<Report.Section> sections(Results results) {
        List<Optional<Figure>> test = new ArrayList<>();
        List<Optional<Figure>> others = new ArrayList<>();
        NAMES.forEach((name, title) -> {
            test.add(shares(results, name, "test", title, Spreads.TEST));
            others.add(shares(results, name, "others", title, Spreads.OTHERS));
        });
        return Stream.of(
                        ReadingCharts.section(
                                "Test images",
                                "The share of test images, half of which are nines, that is taken for a nine. At first the heavy"
                                        + " class takes all. Where the curves meet, weights have lost their effect.",
                                test),
                        ReadingCharts.section(
                                "Images of the other eight digits",
                                "The same on digits that are neither: here the net may say what it likes, and the effect lasts"
                                        + " longer.",
                                others),
                        ReadingCharts.section(
                                "At the end",
                                "Shares taken for a nine after the last epoch.",
                                List.of(weights(results), subsampling(results))),
                        ReadingCharts.section(
                                "A line",
                                "Logistic regression on two clouds, with weights 1 : 8 and with equal ones: the angle between the"
                                        + " two lines. Both start at the same weights, so the angle has to rise before it can fall, and how"
                                        + " long it rises differs from seed to seed; the theory is about what comes after. Seed 0.",
                                List.of(angles(results))))
                .flatMap(List::stream)
                .toList();
    }

    private static Map<String, String> three(String name) {
        Map<String, String> arms = new LinkedHashMap<>();
        arms.put(arm(name, Experiments.RATIO, 1), "32 : 1");
        arms.put(arm(name, 1, 1), "1 : 1");
        arms.put(arm(name, 1, Experiments.RATIO), "1 : 32");
        return arms;
    }

    private static Optional<Figure> shares(Results results, String name, String part, String title, String reading) {
        String id = "curves-" + part + "-" + name.replace('.', '-');
        Axis y = Axis.linear("taken for a nine, %");
        return ReadingCharts.curves(id, "Weights 4 : 9, " + title, results, three(name), reading, 100, y);
    }

    private static Optional<Figure> weights(Results results) {
        Map<String, String> arms = new LinkedHashMap<>();
        NAMES.forEach((name, title) -> three(name).forEach((each, weights) -> arms.put(each, title + ", " + weights)));
        return bars("bars-weights", "Weights", results, arms);
    }

    private static Optional<Figure> subsampling(Results results) {
        Map<String, String> arms = new LinkedHashMap<>();
        arms.put(kept(1, 0.0625), "1/16 of the nines");
        arms.put(kept(1, 0.25), "1/4 of the nines");
        arms.put(arm(Experiments.NONE, 1, 1), "all");
        arms.put(kept(0, 0.25), "1/4 of the fours");
        arms.put(kept(0, 0.0625), "1/16 of the fours");
        return bars("bars-subsampling", "Sub-sampling", results, arms);
    }

    private static Optional<Figure> bars(String id, String title, Results results, Map<String, String> arms) {
        Map<String, ToDoubleFunction<RunResult>> figures = new LinkedHashMap<>();
        figures.put("test images", run -> Readings.percent(run, Spreads.TEST));
        figures.put("other digits", run -> Readings.percent(run, Spreads.OTHERS));
        return ReadingCharts.bars(id, title, results, arms, Axis.linear("taken for a nine, %"), figures);
    }

    private static Optional<Figure> angles(Results results) {
        List<Lines.Series> curves = new ArrayList<>();
        for (String clouds : List.of(LinearArms.SEPARABLE, LinearArms.OVERLAPPING)) {
            List<RunResult> plain = ReadingCharts.runs(results, LinearArms.named(clouds, 1));
            List<RunResult> weighted = ReadingCharts.runs(results, LinearArms.named(clouds, 8));
            if (!plain.isEmpty() && !weighted.isEmpty()) {
                double[] steps = plain.get(0).readings("weight.output.bias.0").from(1).steps().stream()
                        .mapToDouble(Long::doubleValue)
                        .toArray();
                double[] angles = Arrays.stream(steps)
                        .map(step -> LinearArms.angle(plain.get(0), weighted.get(0), (long) step))
                        .toArray();
                curves.add(Lines.Series.of(clouds.replace("line-", ""), steps, angles));
            }
        }
        return curves.isEmpty()
                ? Optional.empty()
                : Optional.of(Lines.of("curves-angle", "Angle", "", Axis.log("steps"), Axis.linear("degrees"), curves));
    }
}
