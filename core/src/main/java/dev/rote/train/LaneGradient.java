package dev.rote.train;

import dev.rote.data.Batch;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A gradient by libtorch's differentiation, lane by lane on the workers: right where a row's loss depends on that row alone.
 *
 * <p>The batch is cut into a fixed number of equal runs of rows; each is differentiated on its own and the gradients are added in
 * the order of the runs, so the bytes do not depend on the number of workers. Short runs are also faster for one worker: their
 * activations stay in its cache.
 */
final class LaneGradient implements Gradient {

    /** Below this many rows a lane is not worth a pass of its own. */
    private static final int LEAST = 64;

    private final Loss loss;
    private final Batch batch;
    private final BiFunction<Batch, Boolean, Pass> passes;
    private final List<Tensor> parameters;
    private final Workers workers;
    private final int lanes;

    LaneGradient(
            Loss loss,
            Batch batch,
            BiFunction<Batch, Boolean, Pass> passes,
            List<Tensor> parameters,
            Workers workers,
            int lanes) {
        this.loss = loss;
        this.batch = batch;
        this.passes = passes;
        this.parameters = parameters;
        this.workers = workers;
        this.lanes = lanes;
    }

    @Override
    public double compute() {
        int used = Math.max(1, Math.min(lanes, batch.size() / LEAST));
        double[] shares = new double[used];
        List<List<Tensor>> gradients = new ArrayList<>();
        for (int lane = 0; lane < used; lane++) {
            gradients.add(List.of());
        }
        try {
            workers.forEach(used, lane -> {
                // A model whose rows are independent has no running statistics, so every look may count as the first.
                Tensor losses = loss.perExample(passes.apply(Shards.rows(batch, lane, used), true));
                Tensor share = losses.sum().div(batch.size());
                shares[lane] = share.item();
                List<Tensor> parts = Autograd.gradients(share, parameters, false);
                parts.forEach(Scope::release);
                gradients.set(lane, parts);
            });
            double total = Arrays.stream(shares).sum();
            if (!Double.isFinite(total)) {
                return Double.NaN;
            }
            add(gradients);
            return total;
        } finally {
            gradients.forEach(parts -> parts.forEach(Tensor::close));
        }
    }

    private void add(List<List<Tensor>> gradients) {
        workers.forEach(parameters.size(), i -> {
            try (Autograd.Guard guard = Autograd.noGrad()) {
                Tensor sum = parameters.get(i).grad().copy_(gradients.get(0).get(i));
                gradients.subList(1, gradients.size()).forEach(parts -> sum.add_(parts.get(i)));
            }
        });
    }

    @Override
    public Gradient shard(int index, int count) {
        return new LaneGradient(loss, Shards.rows(batch, index, count), passes, parameters, workers, lanes);
    }

    @Override
    public int rows() {
        return batch.size();
    }
}
