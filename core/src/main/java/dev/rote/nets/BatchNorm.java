package dev.rote.nets;

import dev.rote.tensor.Place;
import dev.rote.tensor.Tensor;
import java.util.Map;

/**
 * Batch normalisation over features, or over the channels of images (Ioffe and Szegedy 2015): {@code weight (x - mean) /
 * sqrt(variance + 1e-5) + bias}.
 *
 * <p>Training uses the batch's mean and biased variance and moves the running ones by a tenth of the way (the running
 * variance unbiased, as in PyTorch; one value alone has no such variance and moves nothing); evaluation uses the running
 * ones.
 */
public final class BatchNorm {

    private static final double EPSILON = 1e-5;
    private static final double MOMENTUM = 0.1;

    private final Tensor weight;
    private final Tensor bias;
    private final Tensor runningMean;
    private final Tensor runningVariance;

    /** Weight one, bias zero; entered into the model's maps as {@code NAME.weight}, {@code NAME.running_mean}, ... */
    public BatchNorm(
            String name, long width, Place place, Map<String, Tensor> parameters, Map<String, Tensor> buffers) {
        weight = place.full(1, width).requiresGrad(true);
        bias = place.zeros(width).requiresGrad(true);
        runningMean = place.zeros(width);
        runningVariance = place.full(1, width);
        parameters.put(name + ".weight", weight);
        parameters.put(name + ".bias", bias);
        buffers.put(name + ".running_mean", runningMean);
        buffers.put(name + ".running_var", runningVariance);
    }

    /** [N, width] or [N, width, H, W] to the same shape. */
    public Tensor apply(Tensor x, Mode mode) {
        boolean alone = x.numel() == x.size(1);
        if (mode == Mode.FROZEN || mode == Mode.TRAIN && alone) {
            return x.batchNorm(weight, bias, null, null, true, MOMENTUM, EPSILON);
        }
        return x.batchNorm(weight, bias, runningMean, runningVariance, mode == Mode.TRAIN, MOMENTUM, EPSILON);
    }
}
