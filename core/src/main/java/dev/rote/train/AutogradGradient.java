package dev.rote.train;

import dev.rote.data.Batch;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** A gradient by libtorch's differentiation: right for every loss and every method. */
final class AutogradGradient implements Gradient {

    private final Loss loss;
    private final Batch batch;
    private final BiFunction<Batch, Boolean, Pass> passes;
    private final Supplier<List<Tensor>> parameters;
    private final Looks looks;

    /**
     * A gradient over a batch.
     *
     * @param passes makes a pass over rows of the batch, told whether it is their first evaluation in this step
     * @param parameters whose gradients are wanted; asked after the loss was evaluated, which may have made some
     */
    AutogradGradient(
            Loss loss, Batch batch, BiFunction<Batch, Boolean, Pass> passes, Supplier<List<Tensor>> parameters) {
        this(loss, batch, passes, parameters, new Looks());
    }

    private AutogradGradient(
            Loss loss,
            Batch batch,
            BiFunction<Batch, Boolean, Pass> passes,
            Supplier<List<Tensor>> parameters,
            Looks looks) {
        this.loss = loss;
        this.batch = batch;
        this.passes = passes;
        this.parameters = parameters;
        this.looks = looks;
    }

    @Override
    public double compute() {
        try (Scope scope = Scope.open()) {
            Tensor losses = loss.perExample(passes.apply(batch, looks.first()));
            if (losses.numel() == 0) {
                return Double.NaN;
            }
            Tensor mean = losses.mean();
            double value = mean.item();
            if (!Double.isFinite(value)) {
                return Double.NaN;
            }
            Autograd.backward(mean, parameters.get());
            return value;
        }
    }

    @Override
    public Gradient shard(int index, int count) {
        Batch rows = Shards.rows(batch, index, count);
        return new AutogradGradient(loss, rows, passes, parameters, looks.part(index, count));
    }

    @Override
    public int rows() {
        return batch.size();
    }
}
