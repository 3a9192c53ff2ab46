package own;

import dev.rote.tensor.DType;
import dev.rote.tensor.Tensor;
import dev.rote.train.Loss;
import dev.rote.train.Method;
import dev.rote.train.Training;

/**
 * Label smoothing (Szegedy et al. 2016, section 7): trains on {@code (1 - e) q + e / K} instead of the targets q [N, K].
 *
 * @param epsilon e, in [0, 1); 0 is plain training
 */
public record LabelSmoothing(double epsilon) implements Method {

    public LabelSmoothing {
        if (!(epsilon >= 0 && epsilon < 1)) {
            throw new IllegalArgumentException("epsilon must be in [0, 1), was " + epsilon);
        }
    }

    @Override
    public Loss loss(Loss inner, Training training) {
        int classes = training.data("train").target().outputs();
        return pass -> {
            Tensor targets = pass.batch().targets();
            DType type = pass.outputs().dtype();
            Tensor sharp = targets.dtype() == DType.INT64 ? targets.oneHot(classes, type) : targets.to(type);
            return inner.perExample(pass.targets(sharp.mul(1 - epsilon).add(epsilon / classes)));
        };
    }
}
