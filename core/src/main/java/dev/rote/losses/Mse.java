package dev.rote.losses;

import dev.rote.nets.OutputGradient;
import dev.rote.tensor.DType;
import dev.rote.tensor.Tensor;
import dev.rote.train.Pass;
import dev.rote.train.RowWise;

/**
 * Mean squared error over the outputs of an example: {@code l_i = (1/K) sum_k (f_ik - y_ik)^2}.
 *
 * <p>f: outputs [N, K]; y: one-hot, soft or real targets [N, K]. Range [0, inf). The mean over examples and outputs alike, as
 * in PyTorch's {@code mse_loss} and in Doshi et al. 2024: with one-hot targets an all-zero net has loss 1/K.
 */
public record Mse() implements RowWise, OutputGradient {

    @Override
    public Tensor perExample(Pass pass) {
        Tensor outputs = pass.outputs();
        Tensor targets = pass.batch().targets();
        Tensor wanted = targets.dtype() == DType.INT64
                ? targets.oneHot(outputs.size(1), outputs.dtype())
                : targets.to(outputs.dtype());
        return outputs.sub(wanted).square().mean(1, false);
    }

    @Override
    public double replace(Tensor outputs, Tensor targets) {
        if (targets.dtype() == DType.INT64) {
            outputs.scatterAdd_(1, targets.unsqueeze(1), -1);
        } else {
            outputs.add_(targets.to(outputs.dtype()), -1);
        }
        Tensor flat = outputs.reshape(-1);
        return flat.dot(flat).item() / outputs.size(1);
    }

    @Override
    public double factor(long outputs) {
        return 2.0 / outputs;
    }
}
