package dev.rote.nets;

import dev.rote.tensor.Autograd;
import dev.rote.tensor.Place;
import dev.rote.tensor.Tensor;
import java.util.Map;

/**
 * Batch normalisation over features (Ioffe and Szegedy 2015): {@code weight (x - mean) / sqrt(variance + 1e-5) + bias}.
 *
 * <p>Training uses the batch's mean and biased variance and moves the running ones by a tenth of the way (the running
 * variance unbiased, as in PyTorch); evaluation uses the running ones.
 */
final class BatchNorm {

    private static final double EPSILON = 1e-5;
    private static final double MOMENTUM = 0.1;

    private final Tensor weight;
    private final Tensor bias;
    private final Tensor runningMean;
    private final Tensor runningVariance;

    /** Weight one, bias zero; entered into the model's maps as {@code NAME.weight}, {@code NAME.running_mean}, ... */
    BatchNorm(String name, int width, Place place, Map<String, Tensor> parameters, Map<String, Tensor> buffers) {
        weight = place.full(1, width).requiresGrad(true);
        bias = place.zeros(width).requiresGrad(true);
        runningMean = place.zeros(width);
        runningVariance = place.full(1, width);
        parameters.put(name + ".weight", weight);
        parameters.put(name + ".bias", bias);
        buffers.put(name + ".running_mean", runningMean);
        buffers.put(name + ".running_var", runningVariance);
    }

    /** [N, width] to [N, width]. */
    Tensor apply(Tensor x, Mode mode) {
        if (mode == Mode.EVAL) {
            return normalise(x, runningMean, runningVariance);
        }
        Tensor mean = x.mean(0, false);
        Tensor variance = x.sub(mean).square().mean(0, false);
        if (mode == Mode.TRAIN) {
            double n = x.size(0);
            try (Autograd.Guard guard = Autograd.noGrad()) {
                runningMean.lerp_(mean, MOMENTUM);
                runningVariance.lerp_(variance.mul(n / Math.max(1, n - 1)), MOMENTUM);
            }
        }
        return normalise(x, mean, variance);
    }

    private Tensor normalise(Tensor x, Tensor mean, Tensor variance) {
        return x.sub(mean).div(variance.add(EPSILON).sqrt()).mul(weight).add(bias);
    }
}
