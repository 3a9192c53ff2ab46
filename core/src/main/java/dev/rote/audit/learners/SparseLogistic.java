package dev.rote.audit.learners;

import dev.rote.audit.features.Sparse;
import java.util.Arrays;

/** The loss over a sparse matrix, entry by entry; the preconditioner is that of {@link DenseLogistic} for many columns. */
final class SparseLogistic implements LogisticLoss {

    private final Sparse matrix;
    private final int[] chosen;
    private final int[] labels;
    private final int classes;
    private final int stride;
    private final double strength;
    private final double[] inverse;

    SparseLogistic(Sparse matrix, int[] chosen, int[] labels, int classes, double strength) {
        this.matrix = matrix;
        this.chosen = chosen;
        this.labels = labels;
        this.classes = classes;
        this.stride = matrix.columns() + 1;
        this.strength = strength;
        this.inverse = new double[stride];
        inverse[stride - 1] = chosen.length;
        for (int row : chosen) {
            for (int i = matrix.starts()[row]; i < matrix.starts()[row + 1]; i++) {
                inverse[matrix.indices()[i]] += matrix.values()[i] * matrix.values()[i];
            }
        }
        for (int j = 0; j < stride; j++) {
            inverse[j] = 1 / (inverse[j] / classes + strength);
        }
    }

    @Override
    public double at(double[] weights, double[] gradient) {
        Arrays.fill(gradient, 0);
        double loss = 0;
        double[] scores = new double[classes];
        for (int i = 0; i < chosen.length; i++) {
            for (int k = 0; k < classes; k++) {
                scores[k] = matrix.dot(chosen[i], weights, k * stride) + weights[k * stride + stride - 1];
            }
            double wanted = scores[labels[i]];
            loss += Probabilities.softmax(scores, 0, classes) - wanted;
            scores[labels[i]] -= 1;
            for (int k = 0; k < classes; k++) {
                matrix.addTo(chosen[i], scores[k], gradient, k * stride);
                gradient[k * stride + stride - 1] += scores[k];
            }
        }
        return loss + LogisticLoss.penalty(weights, gradient, stride, strength);
    }

    @Override
    public double[] precondition(double[] v) {
        double[] result = new double[v.length];
        for (int j = 0; j < v.length; j++) {
            result[j] = v[j] * inverse[j % stride];
        }
        return result;
    }
}
