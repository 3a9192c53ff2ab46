package dev.rote.measures;

import dev.rote.data.Batch;
import dev.rote.data.Dataset;
import dev.rote.data.Parts;
import dev.rote.nets.Hook;
import dev.rote.nets.Mode;
import dev.rote.nets.Model;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.DType;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import dev.rote.train.Clock;
import dev.rote.train.Loss;
import dev.rote.train.Pass;
import dev.rote.train.Recorder;
import dev.rote.train.Training;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Runs a model over whole data parts in evaluation mode, by blocks of rows shared out to workers. */
public final class Evaluator implements AutoCloseable {

    /** Rows at a time: few enough that a block's activations stay in a core's cache. */
    public static final int BLOCK = 256;

    /** Parts whose inputs take up to so many bytes keep their tensors from one evaluation to the next. */
    private static final long CACHED = 256L << 20;

    private final Model model;
    private final Parts parts;
    private final Loss loss;
    private final Seeds seeds;
    private final Workers workers;
    private final Recorder recorder;
    private final Map<String, Batch> cached = new HashMap<>();

    /**
     * An evaluator of one model on one recipe's data.
     *
     * @param loss what is measured, without the methods around it
     * @param seeds the run's randomness, for measures that draw
     * @param recorder where measures write tables
     */
    public Evaluator(Model model, Parts parts, Loss loss, Seeds seeds, Workers workers, Recorder recorder) {
        this.model = model;
        this.parts = parts;
        this.loss = loss;
        this.seeds = seeds;
        this.workers = workers;
        this.recorder = recorder;
    }

    /** The model as it is now, for measures to look at. */
    public Subject subject(Clock clock) {
        return subject(clock, (name, initial) -> {
            throw new IllegalStateException(name + " can only be kept in a training");
        });
    }

    /** The model as it is now in its training, for scores that remember what they saw. */
    public Subject subject(Training training) {
        return subject(training.clock(), training::keep);
    }

    private Subject subject(Clock clock, Subject.Keeper keeper) {
        return new Subject(model, parts, clock, seeds, recorder, this, keeper);
    }

    /** How the model does on a part. */
    Outcome outcome(String part, Clock clock) {
        long[] ids = parts.get(part).ids();
        Outcome outcome = Outcome.blank(ids);
        forEachBlock(part, ids, ids.length, (from, batch) -> judge(pass(batch, clock), from, outcome));
        return outcome;
    }

    /**
     * Calls back with each block of some examples and its first position, without gradients, on several threads but at most
     * {@code lanes}: lane l handles the blocks l, l + lanes, ... one after the other, whatever the number of threads.
     *
     * @param ids which examples of the part, ascending
     */
    void forEachBlock(String part, long[] ids, int lanes, Block block) {
        int blocks = (ids.length + BLOCK - 1) / BLOCK;
        boolean kept = ids.length == parts.get(part).size() && bytes(parts.get(part)) <= CACHED;
        workers.forEach(Math.min(lanes, blocks), lane -> {
            for (int i = lane; i < blocks; i += lanes) {
                try (Scope scope = Scope.open();
                        Autograd.Guard guard = Autograd.noGrad()) {
                    int from = i * BLOCK;
                    block.accept(from, rows(part, kept, ids, from, Math.min(BLOCK, ids.length - from)));
                }
            }
        });
    }

    /** What to do with some rows of a part. */
    @FunctionalInterface
    public interface Block {
        /** Handles the rows from position {@code from} on. */
        void accept(int from, Batch batch);
    }

    /** Writes the losses and predictions of a pass into an outcome, from position {@code from} on. */
    void judge(Pass pass, int from, Outcome outcome) {
        double[] costs = loss.perExample(pass).toDoubles();
        long[] predicted = pass.outputs().argmax(1).toLongs();
        long[] labels = labels(pass.batch()).toLongs();
        for (int i = 0; i < costs.length; i++) {
            outcome.losses()[from + i] = costs[i];
            outcome.predicted()[from + i] = (int) predicted[i];
            outcome.labels()[from + i] = (int) labels[i];
        }
    }

    /** The class of each example of a batch, int64 [N]; the largest target where targets are not classes. */
    public static Tensor labels(Batch batch) {
        Tensor targets = batch.targets();
        return targets.dtype() == DType.INT64 ? targets : targets.argmax(1);
    }

    /** A look at some examples in evaluation mode. */
    Pass pass(Batch batch, Clock clock) {
        return new Pass(model, batch, Hook.NONE, Mode.EVAL, clock, false, seeds);
    }

    /** Who computes. */
    Workers workers() {
        return workers;
    }

    /** What is measured, without the methods around it. */
    Loss loss() {
        return loss;
    }

    private Batch rows(String part, boolean kept, long[] ids, int from, int count) {
        Dataset data = parts.get(part);
        if (!kept) {
            return placed(data.batch(Arrays.copyOfRange(ids, from, from + count)));
        }
        Batch all;
        synchronized (cached) {
            all = cached.computeIfAbsent(part, name -> {
                Batch batch = placed(data.batch(ids));
                Scope.release(batch.inputs());
                Scope.release(batch.targets());
                return batch;
            });
        }
        return new Batch(
                Arrays.copyOfRange(ids, from, from + count),
                all.inputs().narrow(0, from, count),
                all.targets().narrow(0, from, count));
    }

    private long bytes(Dataset data) {
        long each = data.inputs() instanceof InputShape.Tokens tokens
                ? (long) tokens.length() * DType.INT64.bytes()
                : data.inputs().size() * model.place().dtype().bytes();
        return data.size() * each;
    }

    private Batch placed(Batch batch) {
        return batch.move(model.place());
    }

    @Override
    public void close() {
        cached.values().forEach(batch -> {
            batch.inputs().close();
            batch.targets().close();
        });
        cached.clear();
    }
}
