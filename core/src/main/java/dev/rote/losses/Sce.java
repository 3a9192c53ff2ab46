package dev.rote.losses;

import dev.rote.tensor.Tensor;
import dev.rote.train.Require;

/**
 * Symmetric cross-entropy (Wang et al. 2019, section 3): {@code l_i = -alpha sum_k q_ik log p_ik - beta sum_k p_ik log q_ik},
 * the second logarithm taken to be a where q is 0.
 *
 * <p>p: softmax of the outputs [N, K]; q: class labels [N] or soft targets [N, K] that sum to one. Range [0, inf). For a class
 * label y, {@code d l / d z_y = -(1 - p_y) c} and {@code d l / d z_j = p_j c} elsewhere, with
 * {@code c = alpha - beta a p_y}: the reverse part pushes most at p_y = 1/2 and hardly where the net contradicts the label. For
 * soft targets every logarithm below a is taken to be a.
 *
 * @param alpha weight of cross-entropy, at least 0
 * @param beta weight of reverse cross-entropy, at least 0
 * @param a what log 0 is taken to be (the A of the paper), below 0; the authors' code amounts to log 1e-4 = -9.21
 */
public record Sce(double alpha, double beta, double a) implements Term {

    /** alpha = 0.1 and beta = 1, the paper's for CIFAR-10, and a = -4. */
    public Sce() {
        this(0.1, 1, -4);
    }

    public Sce {
        Require.notNegative("alpha", alpha);
        Require.notNegative("beta", beta);
        Require.that(a < 0 && Double.isFinite(a), "a", "below 0 and finite", a);
    }

    @Override
    public Tensor of(Tensor g, Tensor q) {
        return Term.crossEntropy().plus(alpha, beta, Term.reverse(a)).of(g, q);
    }
}
