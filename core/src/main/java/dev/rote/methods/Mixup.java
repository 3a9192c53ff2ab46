package dev.rote.methods;

import dev.rote.data.Batch;
import dev.rote.tensor.DType;
import dev.rote.tensor.Tensor;
import dev.rote.train.Loss;
import dev.rote.train.Method;
import dev.rote.train.Training;

/**
 * Input mixup (Zhang et al. 2018, equation 1): trains on {@code l x_i + (1 - l) x_j} with target {@code l q_i + (1 - l) q_j}.
 *
 * <p>j is a random partner in the batch, l is drawn from Beta(alpha, alpha) once per step, and of l and 1 - l the larger is
 * taken: pairs are symmetric, so this loses nothing, and it makes alpha = 0 plain training. x: features [N, ...], or tokens,
 * which are mixed as one-hot rows [N, length * vocabulary]; q: one-hot or soft targets [N, K].
 *
 * @param alpha shape of the Beta distribution, at least 0; 1 mixes uniformly, towards 0 hardly at all
 */
public record Mixup(double alpha) implements Method {

    /** Uniform mixing. */
    public Mixup() {
        this(1);
    }

    public Mixup {
        Mixing.check(alpha);
    }

    @Override
    public Loss loss(Loss inner, Training training) {
        var inputs = training.data("train").inputs();
        int classes = training.data("train").target().outputs();
        long depth = Mixing.depth(training);
        return pass -> {
            Batch batch = pass.batch();
            DType type = pass.model().place().dtype();
            Mixing mixing = Mixing.draw(
                    alpha,
                    batch.size(),
                    batch.inputs().place(),
                    pass.random("mixup").of(depth));
            Tensor x = OneHot.inputs(batch.inputs(), inputs, type);
            Tensor q = OneHot.targets(batch.targets(), classes, type);
            return inner.perExample(pass.inputs(mixing.of(x)).targets(mixing.of(q)));
        };
    }
}
