package dev.rote.losses;

import dev.rote.tensor.Tensor;
import dev.rote.train.Require;

/**
 * Active passive loss of normalised cross-entropy and mean absolute error (Ma et al. 2020, section 3):
 * {@code l_i = alpha sum_k q_ik log p_ik / sum_k log p_ik + (beta / 2) sum_k |p_ik - q_ik|}.
 *
 * <p>p: softmax of the outputs [N, K], K at least 2; q: class labels [N] or soft targets [N, K] that sum to one. Range
 * [0, alpha + beta].
 *
 * <p>Deviation from the paper's formula: half of the absolute error, which is {@code 1 - p_y} for a class label y. The authors'
 * code has it so, and published weights belong to it. On the scale of the kind mae, beta counts half.
 *
 * @param alpha weight of normalised cross-entropy, at least 0
 * @param beta weight of half the mean absolute error, at least 0
 */
public record NceMae(double alpha, double beta) implements Term {

    /** alpha = 1 and beta = 10, as in the authors' code for MNIST. */
    public NceMae() {
        this(1, 10);
    }

    public NceMae {
        Require.notNegative("alpha", alpha);
        Require.notNegative("beta", beta);
    }

    @Override
    public Tensor of(Tensor g, Tensor q) {
        return Term.normalised().plus(alpha, beta / 2, Term.absolute()).of(g, q);
    }
}
