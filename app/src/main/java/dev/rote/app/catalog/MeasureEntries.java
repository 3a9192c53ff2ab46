package dev.rote.app.catalog;

import dev.rote.measures.Accuracy;
import dev.rote.measures.ExampleArrays;
import dev.rote.measures.Ipr;
import dev.rote.measures.MeanLoss;
import dev.rote.measures.Measure;
import dev.rote.measures.NeuronTable;
import dev.rote.measures.NoiseRate;
import dev.rote.measures.Pruning;
import dev.rote.measures.SpectrumTable;
import dev.rote.measures.WeightNorm;
import java.util.List;

/** What is measured about a model. */
final class MeasureEntries {

    private MeasureEntries() {}

    static final List<Entry<?>> ALL = List.of(
            new Entry<>(Measure.class, "accuracy", new Accuracy(), "share right, on a part of the data", ""),
            new Entry<>(Measure.class, "mean-loss", new MeanLoss(), "mean loss on a part of the data", ""),
            new Entry<>(Measure.class, "weight-norm", new WeightNorm(), "Frobenius norm of the weights", ""),
            new Entry<>(
                    Measure.class,
                    "ipr",
                    new Ipr(),
                    "inverse participation ratio of neurons in Fourier space",
                    "Doshi et al. 2024, eq. 4"),
            new Entry<>(
                    Measure.class, "neuron-table", new NeuronTable(), "a table: IPR and frequency of each neuron", ""),
            new Entry<>(
                    Measure.class,
                    "example-arrays",
                    new ExampleArrays(),
                    "arrays: label, truth, loss of each training example",
                    ""),
            new Entry<>(
                    Measure.class,
                    "spectrum-table",
                    new SpectrumTable(),
                    "a table: power of each neuron by frequency",
                    ""),
            new Entry<>(
                    Measure.class,
                    "pruning",
                    new Pruning(),
                    "cuts neurons by rank and watches what is forgotten",
                    "Doshi et al. 2024, fig. 4"),
            new Entry<>(
                    Measure.class,
                    "noise-rate",
                    new NoiseRate(),
                    "estimated share of wrong training labels, with an interval",
                    "Patrini et al. 2017, Arazo et al. 2019"));
}
