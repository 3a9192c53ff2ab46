package dev.rote.losses;

import dev.rote.tensor.Tensor;
import dev.rote.train.Require;

/**
 * Active passive loss of normalised and reverse cross-entropy (Ma et al. 2020, section 3):
 * {@code l_i = alpha sum_k q_ik log p_ik / sum_k log p_ik - beta sum_k p_ik log q_ik}, the last logarithm taken to be a where q
 * is 0.
 *
 * <p>p: softmax of the outputs [N, K], K at least 2; q: class labels [N] or soft targets [N, K] that sum to one. Range
 * [0, alpha - beta a]. Both parts are robust to uniform label noise; the active one raises the probability of the label, the
 * passive one lowers the others, and together they underfit less than either. For soft targets every logarithm below a is
 * taken to be a.
 *
 * @param alpha weight of normalised cross-entropy, at least 0
 * @param beta weight of reverse cross-entropy, at least 0
 * @param a what log 0 is taken to be, below 0; the authors' code has log 1e-4 = -9.21
 */
public record NceRce(double alpha, double beta, double a) implements Term {

    /** alpha = beta = 1, as in the authors' code for CIFAR-10, and a = -4. */
    public NceRce() {
        this(1, 1, -4);
    }

    public NceRce {
        Require.notNegative("alpha", alpha);
        Require.notNegative("beta", beta);
        Require.that(a < 0 && Double.isFinite(a), "a", "below 0 and finite", a);
    }

    @Override
    public Tensor of(Tensor g, Tensor q) {
        return Term.normalised().plus(alpha, beta, Term.reverse(a)).of(g, q);
    }
}
