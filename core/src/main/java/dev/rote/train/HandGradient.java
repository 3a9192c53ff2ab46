package dev.rote.train;

import dev.rote.data.Batch;
import dev.rote.nets.Backprop;
import dev.rote.nets.OutputGradient;
import dev.rote.tensor.Workers;
import java.util.function.BiFunction;

/** A gradient by the model's own hand-written differentiation, for a loss that no method wraps. */
final class HandGradient implements Gradient {

    private final Backprop backprop;
    private final OutputGradient loss;
    private final Batch batch;
    private final BiFunction<Batch, Boolean, Pass> passes;
    private final Workers workers;
    private final int lanes;
    private final Looks looks;

    HandGradient(
            Backprop backprop,
            OutputGradient loss,
            Batch batch,
            BiFunction<Batch, Boolean, Pass> passes,
            Workers workers,
            int lanes) {
        this(backprop, loss, batch, passes, workers, lanes, new Looks());
    }

    private HandGradient(
            Backprop backprop,
            OutputGradient loss,
            Batch batch,
            BiFunction<Batch, Boolean, Pass> passes,
            Workers workers,
            int lanes,
            Looks looks) {
        this.backprop = backprop;
        this.loss = loss;
        this.batch = batch;
        this.passes = passes;
        this.workers = workers;
        this.lanes = lanes;
        this.looks = looks;
    }

    @Override
    public double compute() {
        Pass pass = passes.apply(batch, looks.first());
        double value = backprop.compute(batch.inputs(), batch.targets(), loss, pass.how(), workers, lanes);
        return Double.isFinite(value) ? value : Double.NaN;
    }

    @Override
    public Gradient shard(int index, int count) {
        Batch rows = Shards.rows(batch, index, count);
        return new HandGradient(backprop, loss, rows, passes, workers, lanes, looks.part(index, count));
    }

    @Override
    public int rows() {
        return batch.size();
    }
}
