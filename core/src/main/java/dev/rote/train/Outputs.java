package dev.rote.train;

import dev.rote.data.Batch;
import dev.rote.data.Dataset;
import dev.rote.nets.Forward;
import dev.rote.nets.Model;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Subnormals;
import dev.rote.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a model says of many examples, in evaluation mode and without gradients: for methods that look at a whole data set. */
public final class Outputs {

    /** Rows at a time: what a block computes between input and output stays small. */
    private static final int BLOCK = 256;

    private Outputs() {}

    /** The outputs [n, K] for all examples of a data set, in the order of {@link Dataset#ids()}. */
    public static Tensor of(Model model, Dataset data) {
        return of(model, data, data.ids());
    }

    /**
     * The outputs before any softmax, of the model's element type and on its device, in the caller's scope. An example's outputs
     * depend on that example alone.
     *
     * @param ids which examples, [n], in any order
     * @return [n, K]
     * @throws IllegalArgumentException when there are no ids, or one is not in the data set
     */
    public static Tensor of(Model model, Dataset data, long[] ids) {
        if (ids.length == 0) {
            throw new IllegalArgumentException("ids must name at least one example, was empty");
        }
        try (Scope scope = Scope.open();
                Autograd.Guard guard = Autograd.noGrad();
                Autograd.Guard flushing = Subnormals.flush()) {
            List<Tensor> blocks = new ArrayList<>();
            for (int from = 0; from < ids.length; from += BLOCK) {
                long[] some = Arrays.copyOfRange(ids, from, Math.min(ids.length, from + BLOCK));
                blocks.add(block(model, data.batch(some)));
            }
            return scope.keep(Tensor.cat(blocks, 0));
        }
    }

    private static Tensor block(Model model, Batch batch) {
        try (Scope scope = Scope.open()) {
            Tensor inputs = batch.move(model.place()).inputs();
            return scope.keep(model.forward(inputs, Forward.evaluation(batch.ids())));
        }
    }
}
