package dev.rote.noise;

import dev.rote.data.Dataset;
import dev.rote.tensor.DType;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import java.util.Arrays;

/**
 * Inputs flattened to [N, d] and moved and scaled to mean 0 and variance 1 in each feature; a feature that never varies becomes 0.
 *
 * @param mean float64 [1, d]
 * @param scale reciprocal standard deviation, 0 for a feature that never varies, float64 [1, d]
 * @param shape of the inputs before; tokens become one-hot rows
 */
record Standardised(Tensor mean, Tensor scale, InputShape shape) {

    private static final int BLOCK = 1024;

    /** Variance below this share of the mean square is rounding. */
    private static final double CONSTANT = 1e-12;

    /** Mean and deviation of the inputs of a data set, read in blocks; the tensors belong to the open scope. */
    static Standardised of(Dataset data) {
        long[] ids = data.ids();
        InputShape shape = data.inputs();
        Tensor sum = Place.FLOAT64.zeros(1, shape.size());
        Tensor squares = sum.zerosLike();
        for (int from = 0; from < ids.length; from += BLOCK) {
            try (Scope scope = Scope.open()) {
                long[] block = Arrays.copyOfRange(ids, from, Math.min(ids.length, from + BLOCK));
                Tensor x = flat(data.batch(block).inputs(), shape);
                sum.add_(x.sum(0, true));
                squares.add_(x.square().sum(0, true));
            }
        }
        Tensor mean = sum.div(Math.max(1, ids.length));
        Tensor variance = squares.div(Math.max(1, ids.length)).sub(mean.square());
        Tensor varies = variance.gt(squares.mul(CONSTANT / Math.max(1, ids.length)));
        Tensor scale = variance.clampMin(Double.MIN_NORMAL).pow(-0.5).where(varies, sum.zerosLike());
        return new Standardised(mean, scale, shape);
    }

    /** [B, d] from the inputs of a batch. */
    Tensor apply(Tensor inputs) {
        return flat(inputs, shape).sub(mean).mul(scale);
    }

    private static Tensor flat(Tensor inputs, InputShape shape) {
        boolean tokens = inputs.dtype() == DType.INT64 && shape instanceof InputShape.Tokens;
        Tensor numbers = tokens
                ? inputs.oneHot(((InputShape.Tokens) shape).vocabulary(), DType.FLOAT64)
                : inputs.to(DType.FLOAT64);
        return numbers.reshape(inputs.size(0), shape.size());
    }
}
