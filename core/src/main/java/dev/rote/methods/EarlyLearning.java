package dev.rote.methods;

import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import dev.rote.train.Loss;
import dev.rote.train.Method;
import dev.rote.train.Require;
import dev.rote.train.Training;

/**
 * Early-learning regularisation, ELR (Liu et al. 2020, equations 6 and 9): adds {@code lambda log(1 - <t_i, p_i>)}, which holds the
 * predictions to what they were early on, {@code t_i <- beta t_i + (1 - beta) p_i / sum_k p_ik} once each epoch.
 *
 * <p>p: softmax of the outputs, each held to [1e-4, 1 - 1e-4] as in the authors' code, [N, K]; t: kept for the whole train part, [n,
 * K], at first zero; no gradient flows through it. The added term is in [lambda log 1e-4, 0]. lambda = 0 is plain training. Keeps
 * targets of the train part, so it belongs outside of what changes inputs.
 *
 * @param beta how slowly the targets move, in [0, 1]
 * @param lambda strength, at least 0
 */
public record EarlyLearning(double beta, double lambda) implements Method {

    private static final String NAME = "elr";

    /** The paper's values for CIFAR-10. */
    public EarlyLearning() {
        this(0.7, 3);
    }

    public EarlyLearning {
        Require.share("beta", beta);
        Require.notNegative("lambda", lambda);
    }

    @Override
    public Loss loss(Loss inner, Training training) {
        int classes = Positions.classes(NAME, training);
        int examples = training.data("train").size();
        Positions positions = new Positions(training.data("train"));
        Place place = training.model().place();
        Tensor kept = training.keep(NAME + ".targets", () -> place.zeros(examples, classes));
        return pass -> {
            Tensor rows = positions.of(pass.batch());
            Tensor p = pass.outputs().softmax(1).clamp(1e-4, 1 - 1e-4);
            if (pass.mayMove()) {
                move(kept, rows, p);
            }
            Tensor agreement = kept.indexSelect(0, rows).mul(p).sum(1, false);
            Tensor penalty = agreement.neg().add(1).log();
            return inner.perExample(pass).add(penalty.mul(lambda));
        };
    }

    private void move(Tensor kept, Tensor rows, Tensor p) {
        try (Scope scope = Scope.open()) {
            Tensor now = p.detach();
            Tensor own = now.div(now.sum(1, true)).mul(1 - beta);
            kept.indexCopy_(0, rows, kept.indexSelect(0, rows).mul(beta).add(own));
        }
    }
}
