package dev.rote.app;

import dev.rote.claims.Paper;
import dev.rote.data.ModularArithmetic;
import dev.rote.data.Source;
import dev.rote.losses.CrossEntropy;
import dev.rote.losses.Mse;
import dev.rote.measures.Accuracy;
import dev.rote.measures.ExampleArrays;
import dev.rote.measures.Ipr;
import dev.rote.measures.MeanLoss;
import dev.rote.measures.Measure;
import dev.rote.measures.NeuronTable;
import dev.rote.measures.Pruning;
import dev.rote.measures.SpectrumTable;
import dev.rote.measures.WeightNorm;
import dev.rote.methods.Mixup;
import dev.rote.methods.Sam;
import dev.rote.nets.AnalyticTwoLayer;
import dev.rote.nets.Mlp;
import dev.rote.nets.Net;
import dev.rote.nets.Transformer;
import dev.rote.nets.TwoLayer;
import dev.rote.noise.Noise;
import dev.rote.noise.SymmetricNoise;
import dev.rote.papers.grokornot.GrokOrNot;
import dev.rote.runs.Extension;
import dev.rote.train.Adagrad;
import dev.rote.train.Adam;
import dev.rote.train.AdamW;
import dev.rote.train.Constant;
import dev.rote.train.Cosine;
import dev.rote.train.Loss;
import dev.rote.train.Method;
import dev.rote.train.Optimizer;
import dev.rote.train.RmsProp;
import dev.rote.train.Schedule;
import dev.rote.train.Sgd;
import dev.rote.train.Warmup;
import dev.rote.yaml.Kinds;
import dev.rote.yaml.Problem;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Everything that can be named in a recipe or on the command line, written out; nothing is found by looking around. */
public final class Catalog {

    /**
     * One thing that a recipe can name.
     *
     * @param family its interface
     * @param name as written in a recipe
     * @param prototype its default values
     * @param line what it is, in one line
     * @param source where it was published; empty for common knowledge
     */
    public record Entry<F>(Class<F> family, String name, F prototype, String line, String source) {}

    private static final List<Entry<?>> ENTRIES = List.of(
            new Entry<>(
                    Source.class,
                    "modular-arithmetic",
                    new ModularArithmetic(),
                    "all equations m o n = c (mod p) for one of six operations",
                    "Power et al. 2022"),
            new Entry<>(
                    Noise.class,
                    "symmetric",
                    new SymmetricNoise(),
                    "replaces a share of the labels by uniformly drawn ones",
                    "Doshi et al. 2024 (inclusive); Patrini et al. 2017 (exclusive)"),
            new Entry<>(
                    Net.class,
                    "two-layer",
                    new TwoLayer(),
                    "W phi(U e_m + V e_n): the net whose memorising neurons can be seen",
                    "Gromov 2023"),
            new Entry<>(
                    Net.class,
                    "analytic-two-layer",
                    new AnalyticTwoLayer(),
                    "the closed-form solution of modular addition; train it for 0 steps",
                    "Gromov 2023"),
            new Entry<>(Net.class, "mlp", new Mlp(), "fully connected layers on tokens or features", ""),
            new Entry<>(
                    Net.class,
                    "transformer",
                    new Transformer(),
                    "an encoder without layer norm, read at the last position",
                    "Doshi et al. 2024, appendix"),
            new Entry<>(Loss.class, "mse", new Mse(), "squared error to one-hot targets, mean over outputs", ""),
            new Entry<>(Loss.class, "cross-entropy", new CrossEntropy(), "minus log softmax at the label", ""),
            new Entry<>(
                    Method.class,
                    "sam",
                    new Sam(),
                    "moves by the gradient at the worst nearby weights",
                    "Foret et al. 2021"),
            new Entry<>(
                    Method.class, "mixup", new Mixup(), "trains on mixtures of pairs of examples", "Zhang et al. 2018"),
            new Entry<>(
                    Optimizer.class,
                    "adamw",
                    new AdamW(),
                    "Adam with decoupled weight decay",
                    "Loshchilov and Hutter 2019"),
            new Entry<>(
                    Optimizer.class,
                    "adam",
                    new Adam(),
                    "adaptive moments, decay in the gradient",
                    "Kingma and Ba 2015"),
            new Entry<>(Optimizer.class, "sgd", new Sgd(), "gradient descent with momentum, Nesterov's or none", ""),
            new Entry<>(
                    Optimizer.class, "rmsprop", new RmsProp(), "scaled by a running mean of squares", "Hinton 2012"),
            new Entry<>(
                    Optimizer.class,
                    "adagrad",
                    new Adagrad(),
                    "scaled by the sum of squares so far",
                    "Duchi et al. 2011"),
            new Entry<>(Schedule.class, "constant", new Constant(), "the learning rate stays", ""),
            new Entry<>(
                    Schedule.class, "cosine", new Cosine(), "falls along half a cosine", "Loshchilov and Hutter 2017"),
            new Entry<>(Schedule.class, "warmup", new Warmup(), "rises linearly, then goes on as another schedule", ""),
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
                    "Doshi et al. 2024, fig. 4"));

    private static final List<Paper> PAPERS = List.of(new GrokOrNot());

    private final Kinds kinds;

    private Catalog(Kinds kinds) {
        this.kinds = kinds;
    }

    /** What Rote brings along. */
    public static Catalog own() {
        Kinds kinds = Kinds.none();
        for (Entry<?> entry : ENTRIES) {
            kinds = add(kinds, entry);
        }
        return new Catalog(kinds);
    }

    private static <F> Kinds add(Kinds kinds, Entry<F> entry) {
        return kinds.with(entry.family(), entry.name(), entry.prototype());
    }

    /**
     * What Rote brings along and what users' jars add to it.
     *
     * @throws Problem when a jar is missing or declares no extension
     */
    public static Catalog with(List<Path> jars) {
        Kinds kinds = own().kinds;
        for (Path jar : jars) {
            if (!Files.isReadable(jar)) {
                throw Problem.wrongUse("must be a jar that can be read", "check the path after --with")
                        .in(jar.toString());
            }
            List<Extension> extensions = new ArrayList<>();
            // The loader stays open: the run needs the jar's classes for as long as the process lives.
            try {
                ServiceLoader.load(Extension.class, loader(jar)).forEach(extensions::add);
            } catch (ServiceConfigurationError | LinkageError e) {
                throw Problem.wrongUse("its extension cannot be loaded", "rebuild it against this version of Rote")
                        .in(jar.toString())
                        .because(e);
            }
            if (extensions.isEmpty()) {
                throw Problem.wrongUse(
                                "must declare an extension",
                                "name its class in META-INF/services/" + Extension.class.getName())
                        .in(jar.toString());
            }
            for (Extension extension : extensions) {
                kinds = add(kinds, extension, jar);
            }
        }
        return new Catalog(kinds);
    }

    private static Kinds add(Kinds kinds, Extension extension, Path jar) {
        try {
            return extension.add(kinds);
        } catch (IllegalArgumentException | LinkageError e) {
            throw Problem.wrongUse("its extension is refused: " + e.getMessage(), "")
                    .in(jar.toString())
                    .because(e);
        }
    }

    private static URLClassLoader loader(Path jar) {
        try {
            return new URLClassLoader(new URL[] {jar.toUri().toURL()}, Catalog.class.getClassLoader());
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("cannot open " + jar, e);
        }
    }

    /** The names a recipe may use. */
    public Kinds kinds() {
        return kinds;
    }

    /** All of Rote's own entries. */
    public static List<Entry<?>> entries() {
        return ENTRIES;
    }

    /** Rote's own entries of a family, in the order to be shown. */
    public static List<Entry<?>> entries(Class<?> family) {
        return ENTRIES.stream().filter(entry -> entry.family() == family).toList();
    }

    /** All papers. */
    public static List<Paper> papers() {
        return PAPERS;
    }

    /**
     * The paper of that id.
     *
     * @throws Problem when there is none, naming those that there are
     */
    public static Paper paper(String id) {
        return PAPERS.stream()
                .filter(paper -> paper.citation().id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.wrongUse(
                                "is not the id of a paper",
                                "choose one of "
                                        + PAPERS.stream()
                                                .map(paper -> paper.citation().id())
                                                .collect(Collectors.joining(", ")))
                        .was("'" + id + "'"));
    }
}
