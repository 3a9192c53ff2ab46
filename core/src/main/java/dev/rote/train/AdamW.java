package dev.rote.train;

import dev.rote.tensor.Tensor;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019, algorithm 2), as in PyTorch.
 *
 * <pre>
 * w *= 1 - r d        m += (1 - b1) (g - m)        v = b2 v + (1 - b2) g^2
 * w -= r / (1 - b1^t) * m / (sqrt(v / (1 - b2^t)) + e)
 * </pre>
 *
 * <p>The decay d acts on the weight, not on the gradient, and is scaled by the learning rate: with r = 0.01 a decay of 15
 * takes away 15 % of each weight per step. Deviation from the paper, as in PyTorch: the whole rate r scales the decay, not
 * only the schedule's factor.
 *
 * @param learningRate r, above 0
 * @param beta1 b1, memory of the mean gradient, in [0, 1)
 * @param beta2 b2, memory of the mean squared gradient, in [0, 1)
 * @param epsilon e, at least 0
 * @param weightDecay d, at least 0
 */
public record AdamW(double learningRate, double beta1, double beta2, double epsilon, double weightDecay)
        implements Optimizer {

    /** PyTorch's defaults: rate 0.001, betas 0.9 and 0.999, epsilon 1e-8, weight decay 0.01. */
    public AdamW() {
        this(1e-3, 0.9, 0.999, 1e-8, 0.01);
    }

    public AdamW {
        Require.positive("learning_rate", learningRate);
        Require.below1("beta1", beta1);
        Require.below1("beta2", beta2);
        Require.notNegative("epsilon", epsilon);
        Require.notNegative("weight_decay", weightDecay);
    }

    @Override
    public void step(Tensor parameter, Tensor gradient, Slots slots, long count, double learningRate) {
        if (weightDecay > 0) {
            parameter.mul_(1 - learningRate * weightDecay);
        }
        Adam.move(parameter, gradient, slots, count, learningRate, beta1, beta2, epsilon);
    }
}
