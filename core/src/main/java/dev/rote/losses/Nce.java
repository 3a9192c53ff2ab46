package dev.rote.losses;

import dev.rote.tensor.Tensor;

/**
 * Normalised cross-entropy (Ma et al. 2020, section 3): {@code l_i = sum_k q_ik log p_ik / sum_k log p_ik},
 * the cross-entropy of the label divided by the sum of those of all labels.
 *
 * <p>p: softmax of the outputs [N, K]; q: class labels [N] or soft targets [N, K] that sum to one. Range [0, 1]. Its sum over
 * all K labels is 1 whatever p is, which makes it robust to uniform label noise; alone it underfits. K must be at least 2: the
 * logarithm of a single probability is 0.
 */
public record Nce() implements Term {

    @Override
    public Tensor of(Tensor g, Tensor q) {
        return Term.normalised().of(g, q);
    }
}
