package dev.rote.methods;

import dev.rote.data.Batch;
import dev.rote.data.Dataset;
import dev.rote.nets.Mode;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.Tensor;
import dev.rote.train.Loss;
import dev.rote.train.Method;
import dev.rote.train.Pass;
import dev.rote.train.Require;
import dev.rote.train.Training;
import java.util.Arrays;
import java.util.List;

/**
 * Learning to reweight (Ren et al. 2018, equations 10 to 12): an example counts as much as a step on it would lower the loss on a few
 * clean examples, {@code w_i = max(0, <grad l_i, grad L_clean>) / sum_j max(0, <grad l_j, grad L_clean>)}.
 *
 * <p>l_i: the inner loss of the batch's examples; L_clean: its mean over examples drawn anew in each step from the part {@code clean};
 * gradients at the present weights of the net. The paper takes minus the derivative of the clean loss by the weight of l_i after one
 * virtual step of gradient descent, which is this product times the learning rate, and the learning rate drops out. All products are
 * had at once and exactly by differentiating twice: with {@code g(v) = grad sum_i v_i l_i}, which is linear in v, the derivative
 * of {@code <g(v), grad L_clean>} by v_i is {@code <grad l_i, grad L_clean>}. When no example helps, the gradient is zero.
 *
 * <p>The clean examples go through the inner loss too; a method that keeps targets of the train part belongs outside. It needs gradients:
 * a method that scores examples without them belongs inside.
 *
 * @param cleanBatch clean examples per step, at least 1; all where there are fewer
 */
public record LearningToReweight(int cleanBatch) implements Method {

    /** The paper's hundred. */
    public LearningToReweight() {
        this(100);
    }

    public LearningToReweight {
        Require.atLeast(1, "clean_batch", cleanBatch);
    }

    @Override
    public Loss loss(Loss inner, Training training) {
        Dataset clean = training.data("clean");
        return pass -> {
            List<Tensor> parameters = List.copyOf(pass.model().parameters().values());
            Tensor losses = inner.perExample(pass);
            Tensor goal = inner.perExample(draw(pass, clean)).mean();
            List<Tensor> wanted = Autograd.gradients(goal, parameters, false);
            Tensor useful = products(losses, wanted, parameters).relu();
            // The loop divides by the number of examples; the paper's weights sum to one.
            double sum = useful.sum().item();
            return losses.mul(useful.mul(losses.numel() / (sum > 0 ? sum : 1)));
        };
    }

    private Pass draw(Pass pass, Dataset clean) {
        long[] ids = clean.ids();
        long[] drawn = Arrays.stream(pass.random("learning-to-reweight").permutation(ids.length))
                .limit(cleanBatch)
                .mapToLong(i -> ids[i])
                .toArray();
        Batch batch = clean.batch(drawn).move(pass.model().place());
        return pass.mode(pass.mode() == Mode.EVAL ? Mode.EVAL : Mode.FROZEN).batch(batch);
    }

    /** The products of each loss's gradient with the given ones, [N]; not differentiable. */
    static Tensor products(Tensor losses, List<Tensor> with, List<Tensor> parameters) {
        Tensor weights = losses.place().full(1, losses.shape()).requiresGrad(true);
        List<Tensor> sums = Autograd.gradients(losses.mul(weights).sum(), parameters, true);
        Tensor total = sums.get(0).mul(with.get(0)).sum();
        for (int i = 1; i < sums.size(); i++) {
            total = total.add(sums.get(i).mul(with.get(i)).sum());
        }
        return Autograd.gradients(total, List.of(weights), false).get(0).detach();
    }
}
