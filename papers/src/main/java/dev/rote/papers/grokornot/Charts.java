package dev.rote.papers.grokornot;

import dev.rote.claims.Report;
import dev.rote.runs.Results;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The sections of the report, in the order of the paper; one without runs is left out. */
final class Charts {

    private Charts() {}

    static List<Report.Section> sections(Results results) {
        return Stream.of(
                        Report.Section.of(
                                "Learning curves and phases",
                                "Each curve is the mean over seeds, its band runs from the smallest to the largest. The"
                                        + " shaded stretches name the phase that the mean accuracies are in at that moment;"
                                        + " corrupted-train accuracy counts agreement with the wrong labels.",
                                CurveCharts.figures(results)),
                        Report.Section.of(
                                "What the neurons became",
                                "The inverse participation ratio (IPR) of a neuron is near 1 when its weights are one wave"
                                        + " over the residues, as in the closed-form solution, and near 0.04 when they are"
                                        + " noise. Waves compute the sum; noise can only store examples.",
                                NeuronCharts.decay(results)),
                        Report.Section.of(
                                "Pruning",
                                "Neurons are cut out of the trained net in three orders, without retraining. Cutting low IPR"
                                        + " first removes memories, cutting high IPR first removes the rule, cutting at"
                                        + " random is the control.",
                                PruningCharts.figures(results)),
                        Report.Section.of(
                                "Batch norm",
                                "Batch norm leaves memorising neurons in place and gives them small weights.",
                                NeuronCharts.batchNorm(results)),
                        Report.Section.of(
                                "Dropout", "Dropout without weight decay, rate by rate.", PhaseCharts.dropout(results)),
                        Report.Section.of(
                                "Phase diagrams",
                                "The phase at the end of each run, by share of the equations in the train part (alpha) and"
                                        + " corrupted share of them (xi); one seed.",
                                PhaseCharts.diagrams(results)),
                        Report.Section.of(
                                "The closed form",
                                "A net of N neurons whose weights are written down, not trained.",
                                PhaseCharts.analytic(results)),
                        Report.Section.of(
                                "Other nets, losses and operations",
                                "Final accuracies, mean over seeds.",
                                PhaseCharts.others(results)))
                .flatMap(List::stream)
                .toList();
    }

    /** A name as part of a figure's id. */
    static String id(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
}
