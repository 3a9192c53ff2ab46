package dev.rote.papers.grokornot;

import dev.rote.claims.Axis;
import dev.rote.claims.Bars;
import dev.rote.claims.Figure;
import dev.rote.claims.HeatMap;
import dev.rote.claims.Lines;
import dev.rote.claims.PhaseMap;
import dev.rote.claims.ReadingCharts;
import dev.rote.nets.AnalyticTwoLayer;
import dev.rote.runs.Results;
import dev.rote.runs.RunResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Where runs end: phase diagrams, and final accuracies side by side. */
final class PhaseCharts {

    /** By name, and by the number at its end as a number: decay-5 before decay-10. */
    private static final Comparator<RunResult> BY_NAME = Comparator.<RunResult, String>comparing(
                    run -> run.recipe().name().replaceFirst("[0-9]+$", ""))
            .thenComparing(
                    run -> run.recipe().name().replaceFirst("^.*?([0-9]{0,9})$", "0$1"),
                    Comparator.comparingInt(Integer::parseInt));

    private PhaseCharts() {}

    /** One map for each panel of cells that has runs. */
    static List<Figure> diagrams(Results results) {
        Map<String, List<RunResult>> panels = new LinkedHashMap<>();
        results.runs().stream()
                .filter(run -> run.recipe().name().matches("(grid|small-table)-.*-alpha[0-9.]+-xi[0-9.]+"))
                .sorted(Comparator.comparing(run -> run.recipe().name()))
                .forEach(run -> panels.computeIfAbsent(
                                run.recipe().name().replaceFirst("-alpha.*", ""), name -> new ArrayList<>())
                        .add(run));
        return panels.entrySet().stream()
                .<Figure>map(panel -> diagram(panel.getKey(), panel.getValue()))
                .toList();
    }

    private static HeatMap diagram(String panel, List<RunResult> runs) {
        String title = "Phases: "
                + panel.replace("small-table", "p = 53, weight decay").replace('-', ' ');
        return PhaseMap.of(
                "phases-" + Charts.id(panel),
                title,
                runs,
                run -> Look.alpha(run.recipe()),
                run -> run.recipe().corruptedShare());
    }

    /** Final accuracies and generalising neurons by dropout rate. */
    static List<Figure> dropout(Results results) {
        Map<String, List<RunResult>> arms = new LinkedHashMap<>();
        arms.put("none", ReadingCharts.runs(results, MainArms.COEXISTENCE));
        for (double rate : new double[] {0.3, 0.6, 0.7, 0.9}) {
            arms.put(Double.toString(rate), ReadingCharts.runs(results, MainArms.dropout(rate)));
        }
        arms.values().removeIf(List::isEmpty);
        if (arms.size() < 2) {
            return List.of();
        }
        List<Bars.Values> values = new ArrayList<>(accuracies(arms));
        values.add(values("neurons with IPR > 0.5", arms, Look::generalising));
        return List.of(bars("dropout", "Where dropout leads", "dropout", arms, values));
    }

    /** Error of the closed form against its width. */
    static List<Figure> analytic(Results results) {
        TreeMap<Integer, List<RunResult>> widths = new TreeMap<>();
        for (RunResult run : results.runs()) {
            if (run.recipe().net() instanceof AnalyticTwoLayer net) {
                widths.computeIfAbsent(net.width(), width -> new ArrayList<>()).add(run);
            }
        }
        if (widths.isEmpty()) {
            return List.of();
        }
        double[] x = widths.keySet().stream().mapToDouble(Integer::doubleValue).toArray();
        double[] y = widths.values().stream()
                .mapToDouble(runs -> ReadingCharts.mean(runs, run -> run.last("loss.train")))
                .toArray();
        return List.of(Lines.of(
                "closed-form-error",
                "Mean squared error of the closed form",
                "A line of slope -1 on these axes means an error proportional to 1/N.",
                Axis.log("neurons N"),
                Axis.log("mean squared error"),
                List.of(Lines.Series.of("error on all equations", x, y))));
    }

    /** Final accuracies of the side runs. */
    static List<Figure> others(Results results) {
        Map<String, String> groups = new LinkedHashMap<>();
        groups.put(SideArms.MULTIPLICATION, "Multiplication, p = 97");
        groups.put("small-decay-", "p = 53, by weight decay");
        groups.put(SideArms.RELU, "Two layers, relu, p = 53");
        groups.put(SideArms.ENTROPY, "Cross-entropy and squared error, p = 53");
        groups.put(OtherNets.TRANSFORMER, "Transformer");
        groups.put(OtherNets.DEEP, "Three layers, relu");
        groups.put(SideArms.BOTH, "The search for memory and rule at once");
        List<Figure> figures = new ArrayList<>();
        groups.forEach((prefix, title) -> {
            Map<String, List<RunResult>> arms = new LinkedHashMap<>();
            results.runs().stream()
                    .filter(run -> run.recipe().name().startsWith(prefix))
                    .sorted(BY_NAME)
                    .forEach(run -> arms.computeIfAbsent(
                                    run.recipe().name().substring(prefix.length()), name -> new ArrayList<>())
                            .add(run));
            if (!arms.isEmpty()) {
                figures.add(bars("ends-" + Charts.id(prefix) + "runs", title, "run", arms, accuracies(arms)));
            }
        });
        return figures;
    }

    private static List<Bars.Values> accuracies(Map<String, List<RunResult>> arms) {
        return List.of(
                values("train", arms, run -> Look.percent(run, Look.TRAIN)),
                values("test", arms, run -> Look.percent(run, Look.TEST)),
                values("corrupted-train", arms, run -> Look.percent(run, Look.CORRUPTED)));
    }

    private static Bars.Values values(
            String name, Map<String, List<RunResult>> arms, ToDoubleFunction<RunResult> value) {
        return Bars.Values.of(
                name,
                arms.values().stream()
                        .mapToDouble(runs -> ReadingCharts.mean(runs, value))
                        .toArray());
    }

    private static Bars bars(
            String id, String title, String x, Map<String, List<RunResult>> arms, List<Bars.Values> values) {
        return new Bars("bars-" + id, title, "", x, Axis.linear("at the end, %"), List.copyOf(arms.keySet()), values);
    }
}
