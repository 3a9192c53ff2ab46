package dev.rote.losses;

import dev.rote.tensor.Tensor;

/**
 * Mean absolute error between probabilities and targets: {@code l_i = sum_k |p_ik - q_ik|}, which for a class label y is
 * {@code 2 (1 - p_y)}.
 *
 * <p>p: softmax of the outputs [N, K]; q: class labels [N] or soft targets [N, K] that sum to one. Range [0, 2]. Its sum over
 * all K labels is {@code 2 (K - 1)} whatever p is, which makes it robust to uniform label noise (Ghosh, Kumar and Sastry 2017,
 * theorem 1). The sum, not the mean, over classes, as in Ghosh et al.; others write {@code 1 - p_y}, half of it.
 */
public record Mae() implements Term {

    @Override
    public Tensor of(Tensor g, Tensor q) {
        return Term.absolute().of(g, q);
    }
}
