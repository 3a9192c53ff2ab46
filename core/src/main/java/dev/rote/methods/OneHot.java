package dev.rote.methods;

import dev.rote.tensor.DType;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Tensor;

/** Tokens and classes as rows of numbers, for methods that mix or perturb examples. */
final class OneHot {

    private OneHot() {}

    /** Tokens int64 [N, length] as [N, length * vocabulary]; features as they are. */
    static Tensor inputs(Tensor inputs, InputShape shape, DType type) {
        if (inputs.dtype() == DType.INT64 && shape instanceof InputShape.Tokens tokens) {
            return inputs.oneHot(tokens.vocabulary(), type).reshape(inputs.size(0), tokens.size());
        }
        return inputs.to(type);
    }

    /** Classes int64 [N] as [N, K]; soft targets as they are. */
    static Tensor targets(Tensor targets, int classes, DType type) {
        return targets.dtype() == DType.INT64 ? targets.oneHot(classes, type) : targets.to(type);
    }
}
