package dev.rote.runs;

import dev.rote.data.Augmentation;
import dev.rote.data.ModularArithmetic;
import dev.rote.data.Preparation;
import dev.rote.data.Source;
import dev.rote.losses.Mse;
import dev.rote.measures.Accuracy;
import dev.rote.measures.MeanLoss;
import dev.rote.measures.WeightNorm;
import dev.rote.nets.Net;
import dev.rote.nets.TwoLayer;
import dev.rote.noise.Noise;
import dev.rote.scores.ExampleScore;
import dev.rote.tensor.DType;
import dev.rote.tensor.Device;
import dev.rote.tensor.Place;
import dev.rote.tensor.Seeds;
import dev.rote.train.AdamW;
import dev.rote.train.Constant;
import dev.rote.train.Loss;
import dev.rote.train.Method;
import dev.rote.train.Optimizer;
import dev.rote.train.Schedule;
import dev.rote.train.Settings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Everything there is to say about one training; the same recipe on the same machine and software gives the same bytes.
 *
 * <p>Written as YAML with the component names in snake case; a key that is left out keeps the value of {@link #Recipe()}.
 *
 * @param name names the run folder; letters, digits, dots, hyphens and underscores
 * @param seed keys all randomness of the run
 * @param dataSeed keys data, split and noise instead, when runs should differ in all else
 * @param data where the examples come from
 * @param prepare what is done to the data before they are spoiled, one after another
 * @param noise how labels are spoiled, one after another: in the train part and, drawn apart, in validation and holdout, which come
 *     from where the train part comes from; test and clean stay as they are
 * @param roles which part plays which role, after preparation and noise, such as train: holdout; the others stay what they are
 * @param augment how training inputs are varied from step to step, one after another
 * @param net the architecture
 * @param loss what is minimised
 * @param methods what changes training; each wraps those before it
 * @param needs recipes by name that are carried out first, on data drawn by this recipe's seed; methods ask for their models
 * @param optimizer the rule of the moves
 * @param schedule the factor on its learning rate
 * @param steps how many moves, at least 0; not looked at when there are epochs
 * @param epochs how many passes over the train part, at least 0; 0 leaves the length to {@code steps}
 * @param batchSize examples per step; 0 for the whole train part
 * @param probes what is measured, and when
 * @param logEvery how many steps lie between measurements for probes that say nothing else; 0 measures once per epoch
 * @param scores what is said of each single example when the training is over; names must differ
 * @param lanes row blocks of a hand-written gradient, from 1 to 256; results depend on it in the last digits
 * @param gradient whether a hand-written gradient may stand in for autograd
 * @param dtype element type of the weights: float32, float64
 * @param device where tensors live
 */
public record Recipe(
        String name,
        long seed,
        Optional<Long> dataSeed,
        Source data,
        List<Preparation> prepare,
        List<Noise> noise,
        Map<String, String> roles,
        List<Augmentation> augment,
        Net net,
        Loss loss,
        List<Method> methods,
        Map<String, Recipe> needs,
        Optimizer optimizer,
        Schedule schedule,
        long steps,
        long epochs,
        int batchSize,
        List<Probe> probes,
        long logEvery,
        List<ExampleScore> scores,
        int lanes,
        GradientPath gradient,
        DType dtype,
        Device device) {

    /** What is measured when a recipe does not say. */
    public static final List<Probe> STANDARD_PROBES = Stream.of(
                    new Accuracy("train"),
                    new Accuracy("test"),
                    new Accuracy("corrupted"),
                    new Accuracy("uncorrupted"),
                    new MeanLoss("train"),
                    new MeanLoss("test"),
                    new WeightNorm())
            .map(Probe::new)
            .toList();

    /** How gradients are taken. */
    public enum GradientPath {
        /** By the net's hand-written gradient where there is one and no method wraps the loss. */
        AUTO,
        /** Always by automatic differentiation. */
        AUTOGRAD
    }

    /** Addition modulo 97 on clean labels: the two-layer net, full batch, AdamW with learning rate 0.01. */
    public Recipe() {
        this(
                "run",
                0,
                Optional.empty(),
                new ModularArithmetic(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                new TwoLayer(),
                new Mse(),
                List.of(),
                Map.of(),
                new AdamW(0.01, 0.9, 0.98, 1e-8, 0),
                new Constant(),
                1000,
                0,
                0,
                STANDARD_PROBES,
                10,
                List.of(),
                8,
                GradientPath.AUTO,
                DType.FLOAT32,
                Device.CPU);
    }

    public Recipe {
        prepare = List.copyOf(prepare);
        noise = List.copyOf(noise);
        roles = Collections.unmodifiableMap(
                new TreeMap<>(roles)); // sorted: a map of unknown order would give other bytes
        augment = List.copyOf(augment);
        methods = List.copyOf(methods);
        needs = Collections.unmodifiableMap(new TreeMap<>(needs));
        probes = List.copyOf(probes);
        scores = List.copyOf(scores);
        if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            throw new IllegalArgumentException(
                    "name must be letters, digits, dots, hyphens and underscores, at most 100, was '" + name + "'");
        }
        if (steps < 0) {
            throw new IllegalArgumentException("steps must be at least 0, was " + steps);
        }
        if (epochs < 0) {
            throw new IllegalArgumentException("epochs must be at least 0 (0 leaves it to steps), was " + epochs);
        }
        if (batchSize < 0) {
            throw new IllegalArgumentException(
                    "batchSize must be at least 0 (0 is the whole train part), was " + batchSize);
        }
        if (logEvery < 0) {
            throw new IllegalArgumentException("logEvery must be at least 0 (0 is once per epoch), was " + logEvery);
        }
        List<String> scored = scores.stream().map(ExampleScore::name).toList();
        if (scored.stream().distinct().count() < scored.size()) {
            throw new IllegalArgumentException("scores must have different names, were " + scored);
        }
        if (lanes < 1 || lanes > 256) {
            throw new IllegalArgumentException("lanes must be from 1 to 256, was " + lanes);
        }
        if (dtype != DType.FLOAT32 && dtype != DType.FLOAT64) {
            throw new IllegalArgumentException(
                    "dtype must be float32 or float64, was " + dtype.name().toLowerCase());
        }
    }

    /** Element type and device of the weights. */
    public Place place() {
        return new Place(dtype, device);
    }

    /** The randomness of everything but the data. */
    public Seeds seeds() {
        return new Seeds(seed);
    }

    /** The randomness of data, split and noise. */
    public Seeds dataSeeds() {
        return new Seeds(dataSeed.orElse(seed)).of("data");
    }

    /** Share of the training examples that noise is expected to spoil, in [0, 1]; NaN when only the data can tell. */
    public double corruptedShare() {
        return Math.min(1, noise.stream().mapToDouble(Noise::fraction).sum());
    }

    /**
     * The recipes of {@link #needs()} as they are carried out: on data, split and noise drawn by this recipe's seed. Were they drawn by
     * another, what one calls held out the other might have been trained on.
     */
    public Map<String, Recipe> needed() {
        Map<String, Recipe> drawn = new LinkedHashMap<>();
        needs.forEach((name, need) ->
                drawn.put(name, need.but().dataSeed(dataSeed.orElse(seed)).recipe()));
        return drawn;
    }

    /** How many moves the run makes on so many training examples. */
    public long steps(int examples) {
        long perEpoch = batchSize == 0 ? 1 : examples / batchSize;
        return epochs == 0 ? steps : Math.multiplyExact(epochs, perEpoch);
    }

    /** The part of the recipe that the training loop needs, for so many training examples. */
    public Settings settings(int examples) {
        boolean byHand = gradient == GradientPath.AUTO;
        return new Settings(loss, methods, augment, optimizer, schedule, steps(examples), batchSize, lanes, byHand);
    }

    /** This recipe to be changed: {@code recipe.but().net(other).epochs(40).recipe()}. */
    public RecipeDraft but() {
        return new RecipeDraft(this);
    }

    /** The same recipe under another name. */
    public Recipe withName(String other) {
        return but().name(other).recipe();
    }

    /** The same recipe with another seed. */
    public Recipe withSeed(long other) {
        return but().seed(other).recipe();
    }

    /** The same recipe on other data, spoiled otherwise. */
    public Recipe withData(Source source, Noise... spoiled) {
        return but().data(source).noise(spoiled).recipe();
    }

    /** The same recipe with another net. */
    public Recipe withNet(Net other) {
        return but().net(other).recipe();
    }

    /** The same recipe with another loss. */
    public Recipe withLoss(Loss other) {
        return but().loss(other).recipe();
    }

    /** The same recipe with other methods, each wrapping those before it. */
    public Recipe withMethods(Method... others) {
        return but().methods(others).recipe();
    }

    /** The same recipe with another optimizer. */
    public Recipe withOptimizer(Optimizer other) {
        return but().optimizer(other).recipe();
    }

    /** The same recipe for another number of steps of another size (0 for the whole train part). */
    public Recipe withSteps(long count, int rows) {
        return but().steps(count).epochs(0).batchSize(rows).recipe();
    }

    /** The same recipe with other probes, those without a rhythm of their own every {@code every} steps. */
    public Recipe withProbes(long every, List<Probe> others) {
        return but().probes(others).logEvery(every).recipe();
    }

    /** The same recipe with other scores. */
    public Recipe withScores(ExampleScore... others) {
        return but().scores(others).recipe();
    }
}
