package dev.rote.methods;

import dev.rote.tensor.DType;
import dev.rote.tensor.Place;
import dev.rote.tensor.Tensor;
import dev.rote.train.Loss;
import dev.rote.train.Method;
import dev.rote.train.Pass;
import dev.rote.train.Training;
import java.util.List;

/**
 * Importance weighting by class (Byrd and Lipton 2019, section 3): the loss of an example counts as much as its class, {@code w_y
 * l_i / mean(w)}.
 *
 * <p>y: label; a soft target q counts {@code sum_k q_k w_k}. Divided by the mean over classes, so that a ratio of weights does not change
 * the learning rate of a balanced data set. No weights, or equal ones, are plain training.
 *
 * @param weights w [K], each at least 0 and not all 0; empty for equal ones
 */
public record ImportanceWeights(List<Double> weights) implements Method {

    /** Equal weights. */
    public ImportanceWeights() {
        this(List.of());
    }

    public ImportanceWeights {
        weights = List.copyOf(weights);
        double sum = weights.stream().mapToDouble(w -> w).sum();
        if (!weights.stream().allMatch(w -> w >= 0) || !(weights.isEmpty() || sum > 0 && Double.isFinite(sum))) {
            throw new IllegalArgumentException("weights must be at least 0 and not all 0, were " + weights);
        }
    }

    @Override
    public Loss loss(Loss inner, Training training) {
        int classes = Positions.classes("importance-weights", training);
        if (!weights.isEmpty() && weights.size() != classes) {
            throw new IllegalArgumentException(
                    "weights must be one for each of " + classes + " classes, were " + weights);
        }
        double mean = weights.stream().mapToDouble(w -> w).average().orElse(1);
        double[] relative = new double[classes];
        for (int k = 0; k < classes; k++) {
            relative[k] = weights.isEmpty() ? 1 : weights.get(k) / mean;
        }
        return pass -> inner.perExample(pass).mul(each(pass, relative));
    }

    private static Tensor each(Pass pass, double[] relative) {
        Tensor targets = pass.batch().targets();
        Place place = pass.model().place();
        Tensor weights = place.of(relative, relative.length);
        return targets.dtype() == DType.INT64
                ? weights.indexSelect(0, targets)
                : targets.to(place.dtype()).mm(weights.unsqueeze(1)).reshape(-1);
    }
}
