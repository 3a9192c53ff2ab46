package dev.rote.measures;

import dev.rote.data.Batch;
import dev.rote.data.Parts;
import dev.rote.nets.Hook;
import dev.rote.nets.Mode;
import dev.rote.nets.Model;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.DType;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import dev.rote.train.Clock;
import dev.rote.train.Loss;
import dev.rote.train.Pass;
import dev.rote.train.Recorder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Runs a model over whole data parts in evaluation mode, by blocks of rows shared out to workers. */
public final class Evaluator implements AutoCloseable {

    /** Rows at a time: few enough that a block's activations stay in a core's cache. */
    private static final int BLOCK = 256;

    /** Parts up to this many examples keep their tensors from one evaluation to the next. */
    private static final int CACHED = 100_000;

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
        return new Subject(model, parts, clock, seeds, recorder, this);
    }

    /** How the model does on a part. */
    Outcome outcome(String part, Clock clock) {
        int size = parts.get(part).size();
        double[] losses = new double[size];
        boolean[] correct = new boolean[size];
        forEachBlock(part, (from, batch) -> judge(batch, pass(batch, clock).outputs(), clock, from, losses, correct));
        return new Outcome(parts.get(part).ids(), losses, correct);
    }

    /** Calls back with each block of a part and its first position, on several threads, without gradients. */
    void forEachBlock(String part, Block block) {
        long[] ids = parts.get(part).ids();
        workers.forEach((ids.length + BLOCK - 1) / BLOCK, i -> {
            try (Autograd.Guard guard = Autograd.noGrad()) {
                int from = i * BLOCK;
                block.accept(from, rows(part, ids, from, Math.min(BLOCK, ids.length - from)));
            }
        });
    }

    /** What to do with some rows of a part. */
    @FunctionalInterface
    interface Block {
        /** Handles the rows from position {@code from} on. */
        void accept(int from, Batch batch);
    }

    /** Writes the losses and verdicts on given outputs into the arrays, from position {@code from} on. */
    void judge(Batch batch, Tensor outputs, Clock clock, int from, double[] losses, boolean[] correct) {
        double[] costs = loss.perExample(pass(batch, clock).outputs(outputs)).toDoubles();
        long[] predicted = outputs.argmax(1).toLongs();
        Tensor targets = batch.targets();
        long[] labels = (targets.dtype() == DType.INT64 ? targets : targets.argmax(1)).toLongs();
        for (int i = 0; i < costs.length; i++) {
            losses[from + i] = costs[i];
            correct[from + i] = predicted[i] == labels[i];
        }
    }

    private Pass pass(Batch batch, Clock clock) {
        return new Pass(model, batch, Hook.NONE, Mode.EVAL, clock, false, seeds);
    }

    private Batch rows(String part, long[] ids, int from, int count) {
        if (ids.length > CACHED) {
            return placed(parts.get(part).batch(Arrays.copyOfRange(ids, from, from + count)));
        }
        Batch all;
        synchronized (cached) {
            all = cached.computeIfAbsent(part, name -> {
                Batch batch = placed(parts.get(part).batch(ids));
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
