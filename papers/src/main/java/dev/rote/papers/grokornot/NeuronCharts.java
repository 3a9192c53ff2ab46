package dev.rote.papers.grokornot;

import dev.rote.claims.Axis;
import dev.rote.claims.Figure;
import dev.rote.claims.HeatMap;
import dev.rote.claims.Histogram;
import dev.rote.claims.Scatter;
import dev.rote.files.Table;
import dev.rote.runs.Results;
import dev.rote.runs.RunResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Neurons: how many have which IPR, at which frequencies they are loud, and how batch norm weighs them. */
final class NeuronCharts {

    private static final int BINS = 20;

    private NeuronCharts() {}

    /** Histograms and spectra under weight decay. */
    static List<Figure> decay(Results results) {
        List<Figure> figures = new ArrayList<>();
        for (String arm : List.of(MainArms.COEXISTENCE, MainArms.PARTIAL, MainArms.FULL)) {
            List<RunResult> seeds = Charts.runs(results, arm);
            if (!seeds.isEmpty()) {
                figures.add(histogram(arm, seeds));
            }
        }
        for (String arm : List.of(MainArms.COEXISTENCE, MainArms.FULL)) {
            Charts.runs(results, arm).stream()
                    .filter(run -> run.tables().containsKey("spectrum"))
                    .findFirst()
                    .ifPresent(run -> figures.add(spectrum(arm, run)));
        }
        return figures;
    }

    private static Histogram histogram(String arm, List<RunResult> seeds) {
        double[] steps = seeds.get(0).table("neurons").doubles("step");
        List<Histogram.Counts> series = Arrays.stream(steps)
                .distinct()
                .mapToObj(step -> Histogram.Counts.of("step " + (long) step, counts(seeds, (long) step)))
                .toList();
        return new Histogram(
                "ipr-" + Charts.id(arm),
                "IPR of the neurons, weight " + arm.replace('-', ' '),
                "Neurons per net, mean over " + seeds.size() + " seeds, at the start, in the middle and at the end.",
                Axis.linear("IPR"),
                "neurons",
                IntStream.rangeClosed(0, BINS).mapToObj(i -> (double) i / BINS).toList(),
                series);
    }

    private static double[] counts(List<RunResult> seeds, long step) {
        double[] counts = new double[BINS];
        for (RunResult run : seeds) {
            for (double ipr : Look.neurons(run, "ipr", step)) {
                counts[Math.min(BINS - 1, (int) (ipr * BINS))] += 1.0 / seeds.size();
            }
        }
        return counts;
    }

    /** Neurons of one run at its end, lowest IPR at the bottom. */
    private static HeatMap spectrum(String arm, RunResult run) {
        Table table = run.table("spectrum");
        double[] steps = table.doubles("step");
        double end = Arrays.stream(steps).max().orElse(0);
        int[] rows =
                IntStream.range(0, steps.length).filter(i -> steps[i] == end).toArray();
        double[] ipr = Look.neurons(run, "ipr", (long) end);
        List<String> frequencies = table.columns().stream()
                .filter(column -> column.matches("f[0-9]+"))
                .toList();
        double[][] columns = frequencies.stream().map(table::doubles).toArray(double[][]::new);
        int[] ranked = IntStream.range(0, rows.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> ipr[k]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[][] cells = Arrays.stream(ranked)
                .mapToObj(k -> Arrays.stream(columns)
                        .mapToDouble(column -> column[rows[k]])
                        .toArray())
                .toArray(double[][]::new);
        return HeatMap.of(
                "spectrum-" + Charts.id(arm),
                "Power of each neuron by frequency, weight " + arm.replace('-', ' '),
                "One row for each neuron of seed " + run.recipe().seed()
                        + " at the end, lowest IPR at the bottom. A wave is a single bright cell, a memorising neuron is spread"
                        + " out.",
                "Fourier frequency",
                "neurons by IPR",
                frequencies.stream().map(name -> name.substring(1)).toList(),
                IntStream.rangeClosed(1, ranked.length)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.toList()),
                cells,
                "share of the neuron's power");
    }

    /** Batch-norm weight against IPR. */
    static List<Figure> batchNorm(Results results) {
        List<RunResult> seeds = Charts.runs(results, MainArms.BATCH_NORM);
        if (seeds.isEmpty()) {
            return List.of();
        }
        return List.of(
                scatter("gain", "Batch-norm weight against IPR", "|gamma|", seeds, false),
                scatter(
                        "loudness",
                        "Batch-norm weight times readout against IPR",
                        "|gamma| times norm of W's column",
                        seeds,
                        true));
    }

    private static Scatter scatter(String id, String title, String y, List<RunResult> seeds, boolean readout) {
        return new Scatter(
                "batch-norm-" + id,
                title,
                "One point for each neuron.",
                Axis.linear("IPR"),
                Axis.linear(y),
                seeds.stream()
                        .map(run -> Scatter.Group.of(
                                "seed " + run.recipe().seed(),
                                Look.livingIpr(run),
                                readout ? RegularizerClaims.loudness(run) : Look.living(run, "gain")))
                        .toList());
    }
}
