package dev.rote.losses;

import dev.rote.tensor.Tensor;
import dev.rote.train.Require;

/**
 * Reverse cross-entropy (Wang et al. 2019, section 3): {@code l_i = -sum_k p_ik log q_ik} with log 0 taken to be a, which for
 * a class label y is {@code -a (1 - p_y)}.
 *
 * <p>p: softmax of the outputs [N, K]; q: class labels [N] or soft targets [N, K] that sum to one. Range [0, -a]. Its sum over
 * all K labels is {@code -a (K - 1)} whatever p is, which makes it robust to uniform label noise. At a = -2 it is the mean
 * absolute error. For soft targets every logarithm below a is taken to be a, so that the loss does not jump where a share
 * reaches zero; the paper defines only log 0.
 *
 * @param a the A of the paper, below 0
 */
public record Rce(double a) implements Term {

    /** a = -4, as in the paper. */
    public Rce() {
        this(-4);
    }

    public Rce {
        Require.that(a < 0 && Double.isFinite(a), "a", "below 0 and finite", a);
    }

    @Override
    public Tensor of(Tensor g, Tensor q) {
        return Term.reverse(a).of(g, q);
    }
}
