package dev.rote.train;

import dev.rote.tensor.Tensor;

/**
 * Adam (Kingma and Ba 2015, algorithm 1), as in PyTorch; the weight decay d is added to the gradient (an L2 penalty).
 *
 * <pre>
 * g += d w        m += (1 - b1) (g - m)        v = b2 v + (1 - b2) g^2
 * w -= r / (1 - b1^t) * m / (sqrt(v / (1 - b2^t)) + e)
 * </pre>
 *
 * <p>Since the penalty is divided by the same root as the gradient, it does not shrink weights as {@link AdamW} does.
 *
 * @param learningRate r, above 0
 * @param beta1 b1, memory of the mean gradient, in [0, 1)
 * @param beta2 b2, memory of the mean squared gradient, in [0, 1)
 * @param epsilon e, at least 0
 * @param weightDecay d, at least 0
 */
public record Adam(double learningRate, double beta1, double beta2, double epsilon, double weightDecay)
        implements Optimizer {

    /** PyTorch's defaults: rate 0.001, betas 0.9 and 0.999, epsilon 1e-8, no weight decay. */
    public Adam() {
        this(1e-3, 0.9, 0.999, 1e-8, 0);
    }

    public Adam {
        Require.positive("learning_rate", learningRate);
        Require.below1("beta1", beta1);
        Require.below1("beta2", beta2);
        Require.notNegative("epsilon", epsilon);
        Require.notNegative("weight_decay", weightDecay);
    }

    @Override
    public void step(Tensor parameter, Tensor gradient, Slots slots, long count, double learningRate) {
        Tensor penalised = Sgd.withPenalty(gradient, parameter, weightDecay);
        move(parameter, penalised, slots, count, learningRate, beta1, beta2, epsilon);
    }

    /** The part that {@link AdamW} shares. */
    static void move(
            Tensor parameter,
            Tensor gradient,
            Slots slots,
            long count,
            double rate,
            double beta1,
            double beta2,
            double epsilon) {
        Tensor mean = slots.get("exp_avg");
        Tensor square = slots.get("exp_avg_sq");
        mean.lerp_(gradient, 1 - beta1);
        square.mul_(beta2).addcmul_(gradient, gradient, 1 - beta2);
        // sqrt(v / c) + e = (sqrt(v) + e sqrt(c)) / sqrt(c): the division moves into the step size, one pass less.
        double root = Math.sqrt(1 - Math.pow(beta2, count));
        double step = rate / (1 - Math.pow(beta1, count));
        parameter.addcdiv_(mean, square.sqrt().add_(epsilon * root), -step * root);
    }
}
