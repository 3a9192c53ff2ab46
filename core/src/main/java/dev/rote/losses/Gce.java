package dev.rote.losses;

import dev.rote.tensor.Tensor;
import dev.rote.train.Require;

/**
 * Generalised cross-entropy (Zhang and Sabuncu 2018, the L_q loss of section 3): {@code l_i = sum_k t_ik (1 - p_ik^q) / q}, which for a class
 * label y is {@code (1 - p_y^q) / q}.
 *
 * <p>p: softmax of the outputs [N, K]; t: class labels [N] or soft targets [N, K] that sum to one. Range [0, 1/q]. Towards
 * q = 0 it becomes cross-entropy, at q = 1 half the mean absolute error. Soft targets are an extension of ours: the mean of
 * the losses of the labels, each weighted by its share. The truncated variant of the paper is not here.
 *
 * @param q how far from cross-entropy, in (0, 1]
 */
public record Gce(double q) implements Term {

    /** q = 0.7, as in the paper. */
    public Gce() {
        this(0.7);
    }

    public Gce {
        Require.that(q > 0 && q <= 1, "q", "in (0, 1]", q);
    }

    @Override
    public Tensor of(Tensor g, Tensor t) {
        return g.mul(q).exp().neg().add(1).mul(t).sum(1, false).div(q);
    }
}
