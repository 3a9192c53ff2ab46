package dev.rote.train;

import dev.rote.tensor.Tensor;

/**
 * Gradient descent divided by the root of all squared gradients so far (Duchi, Hazan and Singer 2011), as in PyTorch.
 *
 * <pre>
 * g += d w        s += g^2        w -= r g / (sqrt(s) + e)
 * </pre>
 *
 * @param learningRate r, above 0
 * @param epsilon e, at least 0
 * @param weightDecay d, at least 0, added to the gradient (an L2 penalty)
 */
public record Adagrad(double learningRate, double epsilon, double weightDecay) implements Optimizer {

    /** PyTorch's defaults: rate 0.01, epsilon 1e-10, no weight decay. */
    public Adagrad() {
        this(0.01, 1e-10, 0);
    }

    public Adagrad {
        Require.positive("learning_rate", learningRate);
        Require.notNegative("epsilon", epsilon);
        Require.notNegative("weight_decay", weightDecay);
    }

    @Override
    public void step(Tensor parameter, Tensor gradient, Slots slots, long count, double learningRate) {
        Tensor penalised = Sgd.withPenalty(gradient, parameter, weightDecay);
        Tensor sum = slots.get("sum");
        sum.addcmul_(penalised, penalised, 1);
        parameter.addcdiv_(penalised, sum.sqrt().add_(epsilon), -learningRate);
    }
}
