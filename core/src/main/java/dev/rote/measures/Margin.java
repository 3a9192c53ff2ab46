package dev.rote.measures;

import dev.rote.data.Parts;
import dev.rote.nets.Model;
import dev.rote.tensor.DType;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import java.util.Arrays;

/**
 * How far the output of the label is above that of every other class: {@code m_i = z_iy - max_{k != y} z_ik}, positive exactly
 * where the prediction is right.
 *
 * <p>z: outputs [N, K], before any softmax; y: labels [N]. A net can make margins large by making its weights large, so they can
 * be divided by a norm: Alabdulmohsin et al. 2021 compare margins of nets so. NaN on an empty part.
 *
 * <p>Choice: a layer here is a parameter of two or more dimensions; biases, and scales of normalisations, are none, and each
 * table in which a net looks up a token is one.
 *
 * @param part train, test, corrupted, uncorrupted, or another part of the data
 * @param statistic what is said of the margins
 * @param normalised what they are divided by
 */
public record Margin(String part, Statistic statistic, Normalised normalised) implements Measure {

    /** What is said of the margins. */
    public enum Statistic {
        /** Their mean. */
        MEAN,
        /** Their tenth percentile, between neighbours by a straight line. */
        P10
    }

    /** What margins are divided by. */
    public enum Normalised {
        /** One. */
        NONE,
        /** The product of the Frobenius norms of all layers. */
        LAYER_NORMS,
        /** The Frobenius norm of all parameters together. */
        WEIGHT_NORM
    }

    /** The mean on the training part, as it is. */
    public Margin() {
        this("train", Statistic.MEAN, Normalised.NONE);
    }

    @Override
    public double of(Subject subject) {
        double[] margins = subject.each(part, Margin::margins);
        double value = switch (statistic) {
            case MEAN -> Arrays.stream(margins).average().orElse(Double.NaN);
            case P10 -> percentile(margins, 0.1);
        };
        return value / norm(subject);
    }

    /** The margin of each row, [N], of outputs, float64 [N, K], and labels, int64 [N]. */
    public static Tensor margins(Tensor outputs, Tensor labels) {
        Tensor other = labels.oneHot(outputs.size(1), DType.FLOAT64).lt(0.5);
        Tensor none = new Place(DType.FLOAT64, outputs.device()).full(Double.NEGATIVE_INFINITY, 1);
        Tensor own = outputs.gather(1, labels.unsqueeze(1)).reshape(-1);
        return own.sub(outputs.where(other, none).amax(1));
    }

    static double percentile(double[] values, double share) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    private double norm(Subject subject) {
        return switch (normalised) {
            case NONE -> 1;
            case WEIGHT_NORM -> new WeightNorm().of(subject);
            case LAYER_NORMS -> {
                try (Scope scope = Scope.open()) {
                    yield subject.model().parameters().values().stream()
                            .filter(weight -> weight.dim() > 1)
                            .mapToDouble(weight -> weight.detach().norm().item())
                            .reduce(1, (a, b) -> a * b);
                }
            }
        };
    }

    @Override
    public void check(Model model, Parts parts) {
        Subject.checkClasses(part, parts);
    }

    @Override
    public String name() {
        String name = "margin." + part + "." + Names.kebab(statistic);
        return normalised == Normalised.NONE ? name : name + "." + Names.kebab(normalised);
    }
}
