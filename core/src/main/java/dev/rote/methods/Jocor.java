package dev.rote.methods;

import dev.rote.nets.TwinsModel;
import dev.rote.tensor.Tensor;
import dev.rote.train.Loss;
import dev.rote.train.Moment;
import dev.rote.train.PairMethod;
import dev.rote.train.Require;
import dev.rote.train.Training;

/**
 * JoCoR, joint training with co-regularisation (Wei et al. 2020, equations 1 to 5): two nets that must agree learn from the
 * examples with the smallest joint losses.
 *
 * <p>{@code l_i = (1 - lambda)(l1_i + l2_i) + lambda (KL(p1_i || p2_i) + KL(p2_i || p1_i))}, averaged over the {@code floor(R(t) N)}
 * rows of the batch with the smallest l_i. l1, l2: losses [N] of the two nets, cross-entropy in the paper and here whatever the
 * recipe's loss is; p1, p2: softmax outputs [N, K]; gradients flow through both sides of both divergences. R(t) = 1 - dropped
 * share, which rises to {@code rate} within {@code ramp} epochs.
 *
 * <p>Deviation: at least one example is kept.
 *
 * @param lambda weight of agreement, in [0, 1]; the authors use 0.9 for MNIST and CIFAR-10, 0.65 where 80 % of the labels are wrong
 * @param rate the share that is dropped in the end, in [0, 1): the share of wrong labels, or half of it where only about half of the
 *     classes have any (asymmetric noise)
 * @param ramp T_k, epochs until then, at least 0
 */
public record Jocor(double lambda, double rate, int ramp) implements PairMethod {

    private static final String NAME = "jocor";

    /** For half of the labels wrong, reached within ten epochs. */
    public Jocor() {
        this(0.9, 0.5, 10);
    }

    public Jocor {
        Require.share("lambda", lambda);
        Require.below1("rate", rate);
        Require.atLeast(0, "ramp", ramp);
    }

    @Override
    public Loss loss(Loss inner, Training training) {
        TwinsModel.of(training.model());
        SelectionLog log = SelectionLog.of(training, NAME);
        return pass -> {
            Pair pair = Pair.of(pass, inner);
            Tensor joint = pair.both().mul(1 - lambda).add(pair.divergence().mul(lambda));
            int[] kept = SmallLoss.smallest(joint, SmallLoss.kept(pass.batch().size(), rate, ramp, pass.clock()));
            log.count(pass, kept);
            return SmallLoss.at(joint, kept);
        };
    }

    @Override
    public void at(Moment moment, Training training) {
        if (moment == Moment.EPOCH) {
            SelectionLog.of(training, NAME).write();
        }
    }
}
