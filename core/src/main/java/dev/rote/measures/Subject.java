package dev.rote.measures;

import dev.rote.data.Batch;
import dev.rote.data.Dataset;
import dev.rote.data.Npy;
import dev.rote.data.Parts;
import dev.rote.data.Target;
import dev.rote.nets.Model;
import dev.rote.noise.Corrupted;
import dev.rote.tensor.DType;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import dev.rote.train.Clock;
import dev.rote.train.Loss;
import dev.rote.train.Pass;
import dev.rote.train.Recorder;
import dev.rote.train.Table;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** A model at one moment of its training, and what a measure may ask about it. Each answer is computed once. */
public final class Subject {

    private final Model model;
    private final Parts parts;
    private final Clock clock;
    private final Seeds seeds;
    private final Recorder recorder;
    private final Evaluator evaluator;
    private final Keeper keeper;
    private final Map<String, Outcome> outcomes = new HashMap<>();

    Subject(Model model, Parts parts, Clock clock, Seeds seeds, Recorder recorder, Evaluator evaluator, Keeper keeper) {
        this.model = model;
        this.parts = parts;
        this.clock = clock;
        this.seeds = seeds;
        this.recorder = recorder;
        this.evaluator = evaluator;
        this.keeper = keeper;
    }

    /** The model. */
    public Model model() {
        return model;
    }

    /** The data. */
    public Parts parts() {
        return parts;
    }

    /** When this is. */
    public Clock clock() {
        return clock;
    }

    /** A source of randomness for this moment and name. */
    public Seeds random(String who) {
        return seeds.of("measure").of(who).of(clock.step());
    }

    /** The randomness that a method of the training has under a name, the same at every moment; see {@link dev.rote.train.Training#random}. */
    Seeds randomOfMethod(String who) {
        return seeds.of("method").of(who);
    }

    /**
     * What is remembered from one moment of a training to the next, and through a resume.
     *
     * @param name unique in the training; a score puts its own name in front
     * @param initial makes it at the first call
     * @throws IllegalStateException when this is a model on its own, outside of any training
     */
    public Tensor keep(String name, Supplier<Tensor> initial) {
        return keeper.keep("score/" + name, initial);
    }

    /** Where a training keeps running state; see {@link dev.rote.train.Training#keep}. */
    @FunctionalInterface
    interface Keeper {
        /** The tensor of that name. */
        Tensor keep(String name, Supplier<Tensor> initial);
    }

    /** A table of the run. */
    public Table table(String name, String... columns) {
        return recorder.table(name, columns);
    }

    /** Writes arrays of the run, for other tools. */
    public void arrays(String name, Map<String, Npy> arrays) {
        recorder.arrays(name, arrays);
    }

    /**
     * How the model does on a part, or on {@code corrupted} or {@code uncorrupted}: the training examples whose label was,
     * or was not, replaced. Corrupted examples are judged against their replaced label.
     */
    public Outcome on(String part) {
        Outcome known = outcomes.get(part);
        if (known == null) {
            known = switch (part) {
                case "corrupted" -> on("train").only(id -> isCorrupted(id));
                case "uncorrupted" -> on("train").only(id -> !isCorrupted(id));
                default -> evaluator.outcome(part, clock);
            };
            outcomes.put(part, known);
        }
        return known;
    }

    /** Refuses a name that {@link #on} does not know. */
    public static void checkPart(String name, Parts parts) {
        parts.get(base(name));
    }

    /** How many classes a part has; refuses one that has none. */
    public static int checkClasses(String name, Parts parts) {
        if (parts.get(base(name)).target() instanceof Target.Classes classes) {
            return classes.count();
        }
        throw new IllegalArgumentException("this measure needs classes as target, '" + name + "' has real numbers");
    }

    /** What an input of a part looks like. */
    public static InputShape inputs(String name, Parts parts) {
        return parts.get(base(name)).inputs();
    }

    private static String base(String part) {
        return part.equals("corrupted") || part.equals("uncorrupted") ? "train" : part;
    }

    /** True when this training example's label was replaced. */
    public boolean isCorrupted(long id) {
        return parts.get("train") instanceof Corrupted corrupted && corrupted.isCorrupted(id);
    }

    /** Ids of a part, or of the {@code corrupted} or {@code uncorrupted} training examples, ascending. */
    public long[] ids(String part) {
        return switch (part) {
            case "corrupted" -> trained(true);
            case "uncorrupted" -> trained(false);
            default -> parts.get(part).ids();
        };
    }

    private long[] trained(boolean corrupted) {
        return Arrays.stream(parts.get("train").ids())
                .filter(id -> isCorrupted(id) == corrupted)
                .toArray();
    }

    /** The true classes of training examples, [N]: what their labels were before any noise. */
    public int[] truth(long[] ids) {
        Dataset train = parts.get("train");
        long[] truth = train instanceof Corrupted corrupted ? corrupted.truth(ids) : train.labels(ids);
        return Arrays.stream(truth).mapToInt(Math::toIntExact).toArray();
    }

    /** Calls back with each block of rows of a part, on several threads, without gradients. */
    public void forEachBlock(String part, Evaluator.Block block) {
        long[] ids = ids(part);
        forEachBlock(part, ids, ids.length, block);
    }

    /** The same for some examples of a part, in lanes; see {@link Evaluator#forEachBlock}. */
    public void forEachBlock(String part, long[] ids, int lanes, Evaluator.Block block) {
        evaluator.forEachBlock(base(part), ids, lanes, block);
    }

    /** One number for each example of a part, in the order of {@link #ids}; costs one evaluation of the part. */
    public double[] each(String part, Each what) {
        long[] ids = ids(part);
        double[] values = new double[ids.length];
        forEachBlock(part, ids, ids.length, (from, batch) -> {
            Tensor outputs = pass(batch).outputs().to(DType.FLOAT64);
            double[] some = what.of(outputs, Evaluator.labels(batch)).toDoubles();
            System.arraycopy(some, 0, values, from, some.length);
        });
        return values;
    }

    /** What is computed from outputs, float64 [N, K], and labels, int64 [N]. */
    @FunctionalInterface
    public interface Each {
        /** One number per row, [N]. */
        Tensor of(Tensor outputs, Tensor labels);
    }

    /** A look at some examples in evaluation mode. */
    public Pass pass(Batch batch) {
        return evaluator.pass(batch, clock);
    }

    /** Who computes, for work that goes by other blocks than rows of a part. */
    public Workers workers() {
        return evaluator.workers();
    }

    /** The recipe's loss, without the methods around it. */
    public Loss loss() {
        return evaluator.loss();
    }

    /** Judges outputs that a measure made itself; writes into the outcome from position {@code from} on. */
    void judge(Pass pass, int from, Outcome outcome) {
        evaluator.judge(pass, from, outcome);
    }
}
