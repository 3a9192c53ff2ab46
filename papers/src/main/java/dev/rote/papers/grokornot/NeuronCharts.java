package dev.rote.papers.grokornot;

import dev.rote.claims.Axis;
import dev.rote.claims.Figure;
import dev.rote.claims.ReadingCharts;
import dev.rote.claims.RunCharts;
import dev.rote.claims.Scatter;
import dev.rote.runs.Results;
import dev.rote.runs.RunResult;
import java.util.ArrayList;
import java.util.List;

/** Neurons: how many have which IPR, at which frequencies they are loud, and how batch norm weighs them. */
final class NeuronCharts {

    private NeuronCharts() {}

    /** Histograms and spectra under weight decay. */
    static List<Figure> decay(Results results) {
        List<Figure> figures = new ArrayList<>();
        for (String arm : List.of(MainArms.COEXISTENCE, MainArms.PARTIAL, MainArms.FULL)) {
            RunCharts.ipr(
                            "ipr-" + Charts.id(arm),
                            "IPR of the neurons, weight " + arm.replace('-', ' '),
                            ReadingCharts.runs(results, arm))
                    .ifPresent(figures::add);
        }
        for (String arm : List.of(MainArms.COEXISTENCE, MainArms.FULL)) {
            ReadingCharts.runs(results, arm).stream()
                    .findFirst()
                    .flatMap(run -> RunCharts.spectrum(
                            "spectrum-" + Charts.id(arm),
                            "Power of each neuron by frequency, weight " + arm.replace('-', ' '),
                            run))
                    .ifPresent(figures::add);
        }
        return figures;
    }

    /** Batch-norm weight against IPR. */
    static List<Figure> batchNorm(Results results) {
        List<RunResult> seeds = ReadingCharts.runs(results, MainArms.BATCH_NORM).stream()
                .filter(run -> run.tables().containsKey("neurons"))
                .toList();
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
