package dev.rote.runs;

import dev.rote.data.Augmentation;
import dev.rote.data.Preparation;
import dev.rote.data.Source;
import dev.rote.nets.Net;
import dev.rote.noise.Noise;
import dev.rote.runs.Recipe.GradientPath;
import dev.rote.scores.ExampleScore;
import dev.rote.tensor.DType;
import dev.rote.tensor.Device;
import dev.rote.train.Loss;
import dev.rote.train.Method;
import dev.rote.train.Optimizer;
import dev.rote.train.Schedule;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A recipe being written: begins as a copy of one, and {@link #recipe()} makes the new one. Used on one line, never kept. */
public final class RecipeDraft {

    private String name;
    private long seed;
    private Optional<Long> dataSeed;
    private Source data;
    private List<Preparation> prepare;
    private List<Noise> noise;
    private Map<String, String> roles;
    private List<Augmentation> augment;
    private Net net;
    private Loss loss;
    private List<Method> methods;
    private Map<String, Recipe> needs;
    private Optimizer optimizer;
    private Schedule schedule;
    private long steps;
    private long epochs;
    private int batchSize;
    private List<Probe> probes;
    private long logEvery;
    private List<ExampleScore> scores;
    private int lanes;
    private GradientPath gradient;
    private DType dtype;
    private Device device;

    RecipeDraft(Recipe from) {
        name = from.name();
        seed = from.seed();
        dataSeed = from.dataSeed();
        data = from.data();
        prepare = from.prepare();
        noise = from.noise();
        roles = from.roles();
        augment = from.augment();
        net = from.net();
        loss = from.loss();
        methods = from.methods();
        needs = from.needs();
        optimizer = from.optimizer();
        schedule = from.schedule();
        steps = from.steps();
        epochs = from.epochs();
        batchSize = from.batchSize();
        probes = from.probes();
        logEvery = from.logEvery();
        scores = from.scores();
        lanes = from.lanes();
        gradient = from.gradient();
        dtype = from.dtype();
        device = from.device();
    }

    /** With another name. */
    public RecipeDraft name(String other) {
        name = other;
        return this;
    }

    /** With another seed. */
    public RecipeDraft seed(long other) {
        seed = other;
        return this;
    }

    /** With a seed of its own for data, split and noise. */
    public RecipeDraft dataSeed(long other) {
        dataSeed = Optional.of(other);
        return this;
    }

    /** With other source of examples. */
    public RecipeDraft data(Source other) {
        data = other;
        return this;
    }

    /** With other preparations. */
    public RecipeDraft prepare(Preparation... others) {
        prepare = List.of(others);
        return this;
    }

    /** With other noise. */
    public RecipeDraft noise(Noise... others) {
        noise = List.of(others);
        return this;
    }

    /** With other roles of the data parts. */
    public RecipeDraft roles(Map<String, String> other) {
        roles = other;
        return this;
    }

    /** With other augmentations. */
    public RecipeDraft augment(Augmentation... others) {
        augment = List.of(others);
        return this;
    }

    /** With another net. */
    public RecipeDraft net(Net other) {
        net = other;
        return this;
    }

    /** With other loss. */
    public RecipeDraft loss(Loss other) {
        loss = other;
        return this;
    }

    /** With other methods, each wrapping those before it. */
    public RecipeDraft methods(Method... others) {
        methods = List.of(others);
        return this;
    }

    /** With another recipes to be carried out first. */
    public RecipeDraft needs(Map<String, Recipe> other) {
        needs = other;
        return this;
    }

    /** With another optimizer. */
    public RecipeDraft optimizer(Optimizer other) {
        optimizer = other;
        return this;
    }

    /** With another schedule. */
    public RecipeDraft schedule(Schedule other) {
        schedule = other;
        return this;
    }

    /** With other number of moves. */
    public RecipeDraft steps(long other) {
        steps = other;
        return this;
    }

    /** With another number of passes over the train part. */
    public RecipeDraft epochs(long other) {
        epochs = other;
        return this;
    }

    /** With another number of examples per step. */
    public RecipeDraft batchSize(int other) {
        batchSize = other;
        return this;
    }

    /** With other probes. */
    public RecipeDraft probes(List<Probe> other) {
        probes = other;
        return this;
    }

    /** With another rhythm of probes that have none. */
    public RecipeDraft logEvery(long other) {
        logEvery = other;
        return this;
    }

    /** With other scores. */
    public RecipeDraft scores(ExampleScore... others) {
        scores = List.of(others);
        return this;
    }

    /** With other row blocks. */
    public RecipeDraft lanes(int other) {
        lanes = other;
        return this;
    }

    /** With another gradient path. */
    public RecipeDraft gradient(GradientPath other) {
        gradient = other;
        return this;
    }

    /** With another element type. */
    public RecipeDraft dtype(DType other) {
        dtype = other;
        return this;
    }

    /** With another device. */
    public RecipeDraft device(Device other) {
        device = other;
        return this;
    }

    /**
     * The recipe as it is written now.
     *
     * @throws IllegalArgumentException when a value is out of range
     */
    public Recipe recipe() {
        return new Recipe(
                name, seed, dataSeed, data, prepare, noise, roles, augment, net, loss, methods, needs, optimizer,
                schedule, steps, epochs, batchSize, probes, logEvery, scores, lanes, gradient, dtype, device);
    }
}
