package dev.rote.papers.turnovermemorization;

import dev.rote.claims.Axis;
import dev.rote.claims.Bars;
import dev.rote.claims.Figure;
import dev.rote.claims.Lines;
import dev.rote.claims.ReadingCharts;
import dev.rote.claims.Report;
import dev.rote.runs.Results;
import dev.rote.runs.RunResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The sections of the report; one without runs is left out. */
final class Charts {

    private static final List<String> QUARTERS = List.of("easiest", "second", "third", "hardest");
    private static final Map<String, String> ARMS = new LinkedHashMap<>();

    static {
        ARMS.put(Experiments.TRUE, "true labels");
        ARMS.put(Experiments.RANDOM, "random labels");
        ARMS.put(Experiments.MIXED, "half of the labels random");
    }

    private Charts() {}

    static List<Report.Section> sections(Results results) {
        Axis loss = Axis.linear("loss");
        return Stream.of(
                        ReadingCharts.section(
                                "Fitting true and random labels",
                                "The own loss is that of the part of the net that learns from an example, the flipped loss"
                                        + " that of the part that never does.",
                                List.of(
                                        ReadingCharts.epochs(
                                                "own",
                                                "Own loss",
                                                results,
                                                ARMS,
                                                ReadingCharts.times(Look.OWN + "train", 1),
                                                loss),
                                        ReadingCharts.epochs(
                                                "flipped",
                                                "Flipped loss",
                                                results,
                                                ARMS,
                                                ReadingCharts.times(Look.FLIPPED + "train", 1),
                                                loss),
                                        ReadingCharts.bars(
                                                "memorised",
                                                "Flipped less own loss at the end",
                                                results,
                                                ARMS,
                                                loss,
                                                Map.of("memorised", Look::memorised)))),
                        ReadingCharts.section(
                                "Easy and hard examples",
                                "How hard an example is says a net that was trained on others, with right labels.",
                                Stream.of(Experiments.TRUE, Experiments.RANDOM)
                                        .map(arm -> quarters(results, arm))
                                        .toList()),
                        ReadingCharts.section(
                                "Which examples inform",
                                "Mean influence on held-out examples of rightly labelled examples, by how hard they are.",
                                List.of(influence(results))))
                .flatMap(List::stream)
                .toList();
    }

    /** What the seeds that have both an arm and its judge say, on the mean; empty when there are none. */
    private static Optional<double[][]> mean(
            Results results, String arm, BiFunction<RunResult, RunResult, double[][]> figure) {
        List<double[][]> seeds = new ArrayList<>();
        for (RunResult run : ReadingCharts.runs(results, arm)) {
            for (RunResult judge : ReadingCharts.runs(results, Experiments.judge(arm))) {
                if (judge.recipe().seed() == run.recipe().seed()) {
                    try {
                        seeds.add(figure.apply(run, judge));
                    } catch (IllegalArgumentException e) {
                        // Not measured in this run: the others are drawn.
                    }
                }
            }
        }
        if (seeds.isEmpty()) {
            return Optional.empty();
        }
        double[][] mean = new double[seeds.get(0).length][QUARTERS.size()];
        for (double[][] seed : seeds) {
            for (int i = 0; i < mean.length; i++) {
                for (int q = 0; q < QUARTERS.size(); q++) {
                    mean[i][q] += seed[i][q] / seeds.size();
                }
            }
        }
        return Optional.of(mean);
    }

    private static Optional<Figure> quarters(Results results, String arm) {
        return mean(results, arm, Look::quarters)
                .map(epochs -> Lines.of(
                        "quarters-" + arm,
                        "Own loss, " + ARMS.get(arm),
                        "Means over the seeds.",
                        Axis.linear("epochs"),
                        Axis.linear("loss"),
                        IntStream.range(0, QUARTERS.size())
                                .mapToObj(q -> Lines.Series.of(
                                        QUARTERS.get(q) + " quarter",
                                        IntStream.range(0, epochs.length)
                                                .mapToDouble(i -> i)
                                                .toArray(),
                                        Arrays.stream(epochs)
                                                .mapToDouble(each -> each[q])
                                                .toArray()))
                                .toList()));
    }

    private static Optional<Figure> influence(Results results) {
        List<Bars.Values> series = new ArrayList<>();
        for (String arm : List.of(Experiments.TRUE, Experiments.MIXED)) {
            mean(results, arm, (run, judge) -> new double[][] {Look.influence(run, judge)})
                    .ifPresent(each -> series.add(Bars.Values.of(ARMS.get(arm), each[0])));
        }
        return series.isEmpty()
                ? Optional.empty()
                : Optional.of(new Bars(
                        "influence",
                        "Mean influence on held-out examples",
                        "Means over the seeds.",
                        "quarter",
                        Axis.linear("fall of the held-out loss"),
                        QUARTERS,
                        series));
    }
}
