package dev.rote.app.catalog;

import dev.rote.influence.InfluenceTable;
import dev.rote.measures.Accuracy;
import dev.rote.measures.Calibration;
import dev.rote.measures.ClassShare;
import dev.rote.measures.ClassSpread;
import dev.rote.measures.ExampleArrays;
import dev.rote.measures.FgsmAccuracy;
import dev.rote.measures.Flatness;
import dev.rote.measures.Flattening;
import dev.rote.measures.Hessian;
import dev.rote.measures.Ipr;
import dev.rote.measures.Margin;
import dev.rote.measures.MeanLoss;
import dev.rote.measures.Measure;
import dev.rote.measures.NegativeLogLikelihood;
import dev.rote.measures.NeuronTable;
import dev.rote.measures.NoiseRate;
import dev.rote.measures.NoisyPart;
import dev.rote.measures.Pruning;
import dev.rote.measures.Sharpness;
import dev.rote.measures.SpectrumTable;
import dev.rote.measures.TurnoverLoss;
import dev.rote.measures.TurnoverTable;
import dev.rote.measures.TwinPredictions;
import dev.rote.measures.Weight;
import dev.rote.measures.WeightNorm;
import java.util.List;

/** What is measured about a model. */
final class MeasureEntries {

    private MeasureEntries() {}

    static final List<Entry<?>> ALL = List.of(
            new Entry<>(Measure.class, "accuracy", new Accuracy(), "share right, on a part of the data", ""),
            new Entry<>(Measure.class, "mean-loss", new MeanLoss(), "mean loss on a part of the data", ""),
            new Entry<>(Measure.class, "weight-norm", new WeightNorm(), "Frobenius norm of the weights", ""),
            new Entry<>(Measure.class, "weight", new Weight(), "one number of the weights", ""),
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
                    "influence-table",
                    new InfluenceTable(),
                    "a table: self-influence of examples, beside what it is compared with",
                    "Schioppa et al. 2022"),
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
                    "noisy-part",
                    new NoisyPart(),
                    "what is said of wrongly labelled examples: the label, the truth, another class",
                    "Liu et al. 2020, fig. 1"),
            new Entry<>(
                    Measure.class,
                    "class-share",
                    new ClassShare(),
                    "share of a part predicted as one class",
                    "Byrd and Lipton 2019"),
            new Entry<>(
                    Measure.class,
                    "class-spread",
                    new ClassSpread(),
                    "largest less smallest accuracy of a class",
                    "Wang et al. 2019"),
            new Entry<>(
                    Measure.class,
                    "negative-log-likelihood",
                    new NegativeLogLikelihood(),
                    "mean cross-entropy with the labels, whatever the loss",
                    ""),
            new Entry<>(
                    Measure.class,
                    "calibration",
                    new Calibration(),
                    "expected calibration error",
                    "Guo et al. 2017, eq. 3"),
            new Entry<>(
                    Measure.class,
                    "margin",
                    new Margin(),
                    "lead of the label's output over the next class",
                    "Alabdulmohsin et al. 2021"),
            new Entry<>(
                    Measure.class,
                    "flattening",
                    new Flattening(),
                    "singular values of each class in a hidden layer",
                    "Verma et al. 2019"),
            new Entry<>(
                    Measure.class,
                    "fgsm-accuracy",
                    new FgsmAccuracy(),
                    "accuracy on inputs moved one step against the net",
                    "Goodfellow et al. 2015"),
            new Entry<>(
                    Measure.class,
                    "sharpness",
                    new Sharpness(),
                    "rise of the loss at the worst weights nearby",
                    "Foret et al. 2021, eq. 1"),
            new Entry<>(
                    Measure.class,
                    "flatness",
                    new Flatness(),
                    "mean rise of the loss under noise on the weights",
                    "Neyshabur et al. 2017"),
            new Entry<>(Measure.class, "hessian", new Hessian(), "top eigenvalue of the Hessian of the loss", ""),
            new Entry<>(
                    Measure.class,
                    "twin-predictions",
                    new TwinPredictions(),
                    "accuracy of two nets, each by itself, or how they differ",
                    "Wei et al. 2020"),
            new Entry<>(
                    Measure.class,
                    "turnover-loss",
                    new TurnoverLoss(),
                    "mean loss through the masks of turn-over dropout, or the flipped ones",
                    "Kobayashi et al. 2020"),
            new Entry<>(
                    Measure.class,
                    "turnover-table",
                    new TurnoverTable(),
                    "a table: loss of each training example with and without having learned it",
                    "Kobayashi et al. 2020"),
            new Entry<>(
                    Measure.class,
                    "noise-rate",
                    new NoiseRate(),
                    "estimated share of wrong training labels, with an interval",
                    "Patrini et al. 2017, Arazo et al. 2019"));
}
