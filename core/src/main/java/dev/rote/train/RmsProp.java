package dev.rote.train;

import dev.rote.tensor.Tensor;

/**
 * Gradient descent divided by a moving root mean square (Tieleman and Hinton 2012, lecture 6.5), as in PyTorch (not
 * centred).
 *
 * <pre>
 * g += d w        v = a v + (1 - a) g^2        b = u b + g / (sqrt(v) + e)        w -= r b
 * </pre>
 *
 * @param learningRate r, above 0
 * @param smoothing a, memory of the mean squared gradient, in [0, 1); PyTorch calls it alpha
 * @param epsilon e, at least 0
 * @param momentum u, in [0, 1)
 * @param weightDecay d, at least 0, added to the gradient (an L2 penalty)
 */
public record RmsProp(double learningRate, double smoothing, double epsilon, double momentum, double weightDecay)
        implements Optimizer {

    /** PyTorch's defaults: rate 0.01, smoothing 0.99, epsilon 1e-8, no momentum, no weight decay. */
    public RmsProp() {
        this(0.01, 0.99, 1e-8, 0, 0);
    }

    public RmsProp {
        Require.positive("learning_rate", learningRate);
        Require.below1("smoothing", smoothing);
        Require.notNegative("epsilon", epsilon);
        Require.below1("momentum", momentum);
        Require.notNegative("weight_decay", weightDecay);
    }

    @Override
    public void step(Tensor parameter, Tensor gradient, Slots slots, long count, double learningRate) {
        Tensor penalised = Sgd.withPenalty(gradient, parameter, weightDecay);
        Tensor square = slots.get("square_avg");
        square.mul_(smoothing).addcmul_(penalised, penalised, 1 - smoothing);
        Tensor root = square.sqrt().add_(epsilon);
        if (momentum == 0) {
            parameter.addcdiv_(penalised, root, -learningRate);
        } else {
            Tensor buffer = slots.get("momentum_buffer");
            buffer.mul_(momentum).addcdiv_(penalised, root, 1);
            parameter.add_(buffer, -learningRate);
        }
    }
}
