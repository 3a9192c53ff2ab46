package dev.rote.train;

import dev.rote.tensor.Tensor;

/**
 * Gradient descent with momentum, as in PyTorch (without dampening).
 *
 * <pre>
 * g += d w        b = u b + g        w -= r b         (plain)
 *                                    w -= r (g + u b) (Nesterov)
 * </pre>
 *
 * <p>Deviation from Sutskever et al. 2013, as in PyTorch: the learning rate multiplies the buffer b when it is applied, not
 * when the gradient enters it; the two differ while the rate changes.
 *
 * @param learningRate r, above 0
 * @param momentum u, in [0, 1); 0 is plain gradient descent
 * @param nesterov whether to look ahead; needs momentum
 * @param weightDecay d, at least 0, added to the gradient (an L2 penalty)
 */
public record Sgd(double learningRate, double momentum, boolean nesterov, double weightDecay) implements Optimizer {

    /** PyTorch's defaults: rate 0.001, no momentum, no weight decay. */
    public Sgd() {
        this(1e-3, 0, false, 0);
    }

    public Sgd {
        Require.positive("learning_rate", learningRate);
        Require.below1("momentum", momentum);
        Require.notNegative("weight_decay", weightDecay);
        if (nesterov && momentum == 0) {
            throw new IllegalArgumentException("nesterov needs momentum above 0, was " + momentum);
        }
    }

    @Override
    public void step(Tensor parameter, Tensor gradient, Slots slots, long count, double learningRate) {
        Tensor penalised = withPenalty(gradient, parameter, weightDecay);
        if (momentum == 0) {
            parameter.add_(penalised, -learningRate);
            return;
        }
        Tensor buffer = slots.get("momentum_buffer");
        buffer.mul_(momentum).add_(penalised);
        if (nesterov) {
            parameter.add_(penalised, -learningRate).add_(buffer, -learningRate * momentum);
        } else {
            parameter.add_(buffer, -learningRate);
        }
    }

    /** The gradient of the loss plus {@code decay / 2 |w|^2}; the given gradient stays as it is. */
    static Tensor withPenalty(Tensor gradient, Tensor parameter, double decay) {
        return decay == 0 ? gradient : parameter.mul(decay).add_(gradient);
    }
}
