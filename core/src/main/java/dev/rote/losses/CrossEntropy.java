package dev.rote.losses;

import dev.rote.nets.OutputGradient;
import dev.rote.tensor.DType;
import dev.rote.tensor.Tensor;
import dev.rote.train.Pass;
import dev.rote.train.RowWise;

/**
 * Cross-entropy with softmax: {@code l_i = -sum_k q_ik log softmax(z_i)_k}, which for a class label y is {@code -log
 * softmax(z_i)_y}.
 *
 * <p>z: outputs [N, K]; q: class labels [N] or soft targets [N, K] that sum to one. Range [0, inf), natural logarithm.
 */
public record CrossEntropy() implements RowWise, OutputGradient {

    @Override
    public Tensor perExample(Pass pass) {
        Tensor logs = pass.outputs().logSoftmax(1);
        Tensor targets = pass.batch().targets();
        return targets.dtype() == DType.INT64
                ? logs.gather(1, targets.unsqueeze(1)).neg().reshape(-1)
                : logs.mul(targets.to(logs.dtype())).sum(1, false).neg();
    }

    @Override
    public double replace(Tensor outputs, Tensor targets) {
        Tensor logs = outputs.logSoftmax(1);
        boolean soft = targets.dtype() != DType.INT64;
        Tensor wanted = soft ? targets.to(outputs.dtype()) : targets.oneHot(outputs.size(1), outputs.dtype());
        double sum = -logs.mul(wanted).sum().item();
        // d l / d z = softmax(z) - q holds because q sums to one.
        outputs.copy_(logs.exp()).add_(wanted, -1);
        return sum;
    }
}
