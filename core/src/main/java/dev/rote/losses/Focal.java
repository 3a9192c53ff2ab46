package dev.rote.losses;

import dev.rote.tensor.Tensor;
import dev.rote.train.Require;

/**
 * Focal loss (Lin et al. 2017, equation 4): {@code l_i = -sum_k q_ik (1 - p_ik)^gamma log p_ik}, which for a class label y is
 * {@code -(1 - p_y)^gamma log p_y}.
 *
 * <p>p: softmax of the outputs [N, K], where the paper has one sigmoid per class; q: class labels [N] or soft targets [N, K]
 * that sum to one. Range [0, inf). Examples that the net is sure of count less, so the hard ones, and with noisy labels the
 * wrong ones, count more.
 *
 * @param gamma how much less, at least 0; 0 is cross-entropy
 */
public record Focal(double gamma) implements Term {

    /** Keeps the derivative finite where p rounds to 1 and gamma is below 1; far below the spacing of numbers near 1. */
    private static final double SMALLEST_DOUBT = 1e-30;

    /** gamma = 2, the best in the paper. */
    public Focal() {
        this(2);
    }

    public Focal {
        Require.notNegative("gamma", gamma);
    }

    @Override
    public Tensor of(Tensor g, Tensor q) {
        Tensor doubt = g.exp().neg().add(1).clampMin(SMALLEST_DOUBT);
        return doubt.pow(gamma).mul(g).mul(q).sum(1, false).neg();
    }
}
