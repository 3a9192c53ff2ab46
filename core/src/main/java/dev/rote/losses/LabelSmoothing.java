package dev.rote.losses;

import dev.rote.tensor.Tensor;
import dev.rote.train.Require;

/**
 * Cross-entropy with smoothed labels (Szegedy et al. 2016, section 7):
 * {@code l_i = -sum_k ((1 - epsilon) q_ik + epsilon / K) log p_ik}.
 *
 * <p>p: softmax of the outputs [N, K]; q: class labels [N] or soft targets [N, K] that sum to one. Range [0, inf), natural
 * logarithm; its minimum is the entropy of the smoothed label, above 0 when epsilon is.
 *
 * @param epsilon share of the label that is spread over all classes, in [0, 1]; 0 is cross-entropy
 */
public record LabelSmoothing(double epsilon) implements Term {

    /** epsilon = 0.1, as in the paper. */
    public LabelSmoothing() {
        this(0.1);
    }

    public LabelSmoothing {
        Require.that(epsilon >= 0 && epsilon <= 1, "epsilon", "in [0, 1]", epsilon);
    }

    @Override
    public Tensor of(Tensor g, Tensor q) {
        return q.mul(1 - epsilon).add(epsilon / q.size(1)).mul(g).sum(1, false).neg();
    }
}
