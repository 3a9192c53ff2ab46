package dev.rote.claims;

import dev.rote.files.Table;
import dev.rote.runs.RunResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The charts that show one run, or the runs of one recipe over several seeds: what it learned when, what its neurons became, what it
 * forgets when they are cut. Each is absent when the runs did not measure what it shows.
 */
public final class RunCharts {

    private static final int BINS = 20;

    private static final Map<String, String> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("train", "train");
        PARTS.put("test", "test");
        PARTS.put("corrupted", "corrupted-train");
        PARTS.put("uncorrupted", "uncorrupted-train");
    }

    private RunCharts() {}

    /** The accuracies against steps in percent, the phases of their means shaded behind them. */
    public static Optional<Figure> accuracies(String id, String title, List<RunResult> seeds) {
        if (!measured(seeds, "accuracy.train") || !measured(seeds, "accuracy.test")) {
            return Optional.empty();
        }
        double[] steps = steps(seeds);
        List<Lines.Series> series = new ArrayList<>();
        PARTS.forEach((part, name) -> {
            if (measured(seeds, "accuracy." + part)) {
                Spread spread = percents(seeds, "accuracy." + part, steps);
                if (spread.isFinite()) {
                    series.add(spread.series(name, steps));
                }
            }
        });
        return Optional.of(new Lines(
                id,
                title,
                Spread.caption(seeds.size()),
                Axis.linear("steps"),
                Axis.linear("accuracy, %"),
                series,
                phases(seeds, steps)));
    }

    private static boolean measured(List<RunResult> seeds, String reading) {
        return !seeds.isEmpty() && seeds.stream().allMatch(run -> run.readings().containsKey(reading));
    }

    /** The steps of the first seed; all seeds of a recipe measure at the same ones. */
    private static double[] steps(List<RunResult> seeds) {
        return seeds.get(0).readings("accuracy.train").steps().stream()
                .mapToDouble(Long::doubleValue)
                .toArray();
    }

    private static Spread percents(List<RunResult> seeds, String reading, double[] steps) {
        return new Spread(seeds.stream()
                .map(run -> run.readings(reading))
                .map(series -> Arrays.stream(steps)
                        .map(step -> 100 * series.at((long) step))
                        .toArray())
                .toArray(double[][]::new));
    }

    /** None where the recipe does not say how many labels are wrong: a phase cannot be told then. */
    private static List<Lines.Span> phases(List<RunResult> seeds, double[] steps) {
        double[] train = percents(seeds, "accuracy.train", steps).mean();
        double[] test = percents(seeds, "accuracy.test", steps).mean();
        double corrupted = seeds.get(0).recipe().corruptedShare();
        if (Double.isNaN(corrupted)) {
            return List.of();
        }
        List<Lines.Span> spans = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= steps.length; i++) {
            Phase phase = Phase.of(train[start] / 100, test[start] / 100, corrupted);
            boolean over = i == steps.length || Phase.of(train[i] / 100, test[i] / 100, corrupted) != phase;
            if (over) {
                spans.add(new Lines.Span(steps[start], steps[Math.min(i, steps.length - 1)], name(phase, test, start)));
                start = i;
            }
        }
        return spans;
    }

    /** Forgetting comes after generalising; before it the net is only not there yet. */
    private static String name(Phase phase, double[] test, int start) {
        if (phase != Phase.FORGETTING_OR_CONFUSION) {
            return phase.title();
        }
        return Arrays.stream(test, 0, start).anyMatch(value -> value >= 90) ? "Forgetting" : "Neither";
    }

    /** How many neurons have which IPR, at each step that the table neurons holds; means over seeds. */
    public static Optional<Figure> ipr(String id, String title, List<RunResult> seeds) {
        if (seeds.isEmpty() || !seeds.stream().allMatch(run -> run.tables().containsKey("neurons"))) {
            return Optional.empty();
        }
        List<Histogram.Counts> counts = Arrays.stream(
                        seeds.get(0).table("neurons").doubles("step"))
                .distinct()
                .mapToObj(step -> Histogram.Counts.of("step " + (long) step, counts(seeds, step)))
                .toList();
        return Optional.of(new Histogram(
                id,
                title,
                "Neurons per net. " + Spread.caption(seeds.size()),
                Axis.linear("IPR"),
                "neurons",
                IntStream.rangeClosed(0, BINS).mapToObj(i -> (double) i / BINS).toList(),
                counts));
    }

    private static double[] counts(List<RunResult> seeds, double step) {
        double[] counts = new double[BINS];
        for (RunResult run : seeds) {
            for (double ipr : column(run.table("neurons"), "ipr", step)) {
                counts[Math.min(BINS - 1, (int) (ipr * BINS))] += 1.0 / seeds.size();
            }
        }
        return counts;
    }

    private static double[] column(Table table, String name, double step) {
        double[] steps = table.doubles("step");
        double[] values = table.doubles(name);
        return IntStream.range(0, steps.length)
                .filter(i -> steps[i] == step)
                .mapToDouble(i -> values[i])
                .toArray();
    }

    /** The power of each neuron by Fourier frequency at the last step of the table spectrum, neurons ranked by how peaked it is. */
    public static Optional<Figure> spectrum(String id, String title, RunResult run) {
        if (!run.tables().containsKey("spectrum")) {
            return Optional.empty();
        }
        Table table = run.table("spectrum");
        double end = Arrays.stream(table.doubles("step")).max().orElse(0);
        List<String> frequencies =
                table.columns().stream().filter(name -> name.matches("f[0-9]+")).toList();
        double[][] columns =
                frequencies.stream().map(name -> column(table, name, end)).toArray(double[][]::new);
        double[][] neurons = IntStream.range(0, columns[0].length)
                .mapToObj(k ->
                        Arrays.stream(columns).mapToDouble(column -> column[k]).toArray())
                .sorted(Comparator.comparingDouble(RunCharts::concentration))
                .toArray(double[][]::new);
        return Optional.of(HeatMap.of(
                id,
                title,
                "One row for each neuron of seed " + run.recipe().seed() + " at step " + (long) end
                        + ", lowest IPR at the bottom. A neuron that computes is a single strong cell, one that memorises is"
                        + " spread out.",
                "Fourier frequency",
                "neurons by IPR",
                frequencies.stream().map(name -> name.substring(1)).toList(),
                IntStream.rangeClosed(1, neurons.length)
                        .mapToObj(Integer::toString)
                        .toList(),
                neurons,
                "share of the neuron's power"));
    }

    /** The IPR of power shares: the sum of their squares. */
    private static double concentration(double[] shares) {
        return Arrays.stream(shares).map(share -> share * share).sum();
    }

    /** Accuracies against the share of neurons that were cut, for an order of {@code lowest-ipr}, {@code highest-ipr}, {@code random}. */
    public static Optional<Figure> pruning(String id, String title, String order, List<RunResult> seeds) {
        String name = "pruning-" + order;
        if (seeds.isEmpty() || !seeds.stream().allMatch(run -> run.tables().containsKey(name))) {
            return Optional.empty();
        }
        double[] fractions = seeds.get(0).table(name).doubles("fraction");
        List<Lines.Series> series = new ArrayList<>();
        PARTS.forEach((part, label) -> {
            Spread spread = new Spread(seeds.stream()
                    .map(run -> Arrays.stream(run.table(name).doubles("accuracy_" + part))
                            .map(v -> 100 * v)
                            .toArray())
                    .toArray(double[][]::new));
            if (spread.isFinite()) {
                series.add(spread.series(label, fractions));
            }
        });
        return Optional.of(Lines.of(
                id,
                title,
                Spread.caption(seeds.size()),
                Axis.linear("share of neurons cut"),
                Axis.linear("accuracy, %"),
                series));
    }

    /**
     * All other readings, those that share the first word of their name on one chart; single points, and what not every seed has,
     * are left out.
     */
    public static List<Figure> readings(String id, List<RunResult> seeds) {
        Map<String, List<Lines.Series>> groups = new LinkedHashMap<>();
        seeds.get(0).readings().entrySet().stream()
                .filter(reading -> !reading.getKey().startsWith("accuracy."))
                .filter(reading -> reading.getValue().steps().size() > 1)
                .filter(reading -> measured(seeds, reading.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(reading -> groups.computeIfAbsent(
                                reading.getKey().replaceFirst("\\..*", ""), group -> new ArrayList<>())
                        .add(curve(reading.getKey(), reading.getValue().steps(), seeds)));
        List<Figure> figures = new ArrayList<>();
        groups.forEach((group, series) -> figures.add(Lines.of(
                id + "-" + group.replaceAll("[^a-z0-9]+", "-"),
                group,
                seeds.size() == 1 ? "" : Spread.caption(seeds.size()),
                Axis.linear("steps"),
                group.equals("loss") ? Axis.log(group) : Axis.linear(group),
                series)));
        return figures;
    }

    private static Lines.Series curve(String name, List<Long> steps, List<RunResult> seeds) {
        Spread spread = new Spread(seeds.stream()
                .map(run -> steps.stream()
                        .mapToDouble(step -> run.readings(name).at(step))
                        .map(value -> Double.isFinite(value) ? value : Double.NaN)
                        .toArray())
                .toArray(double[][]::new));
        return spread.series(name, steps.stream().mapToDouble(Long::doubleValue).toArray());
    }
}
