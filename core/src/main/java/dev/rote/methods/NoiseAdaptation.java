package dev.rote.methods;

import dev.rote.data.Dataset;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import dev.rote.train.Loss;
import dev.rote.train.Method;
import dev.rote.train.Moment;
import dev.rote.train.Require;
import dev.rote.train.Training;

/**
 * A noise adaptation layer, the S-model (Goldberger and Ben-Reuven 2017, equations 4 and 8): between the net and the labels a channel
 * {@code theta_ij = softmax_j(b_ij)} is trained beside the net; the loss is {@code l(theta^T softmax(z), y)}, with cross-entropy
 * {@code -log sum_i p_i theta_iy}. At evaluation the net stands alone.
 *
 * <p>z: outputs [N, K]; b: [K, K], trained by the recipe's optimizer, weight decay included. For {@code after} epochs the loss is
 * plain; then {@code b_ij = log(sum_x p_i(x) 1[y(x) = j] / sum_x p_i(x))} over the train part, evaluated without augmentation (their
 * equation 8), because from elsewhere the channel stays where it is or collapses. Shares are held above 1e-6, so that a transition
 * not seen by then can still be learned. The inner loss is handed {@code log(theta^T softmax(z))} as outputs, so it may be any
 * loss that takes their softmax. With {@code after} beyond the training it is plain training.
 *
 * @param after epochs of plain loss before the channel is put in, at least 1
 */
public record NoiseAdaptation(int after) implements Method {

    private static final String NAME = "s-model";

    /** Five epochs of plain loss. */
    public NoiseAdaptation() {
        this(5);
    }

    public NoiseAdaptation {
        Require.atLeast(1, "after", after);
    }

    private static Tensor channel(Training training) {
        int classes = Positions.classes(NAME, training);
        Place place = training.model().place();
        return training.parameter(NAME + ".b", () -> place.zeros(classes, classes));
    }

    @Override
    public Loss loss(Loss inner, Training training) {
        Tensor b = channel(training);
        return pass -> inner.perExample(
                pass.clock().epoch() < after
                        ? pass
                        : pass.outputs(Transition.through(pass.outputs(), b.logSoftmax(1))));
    }

    @Override
    public void at(Moment moment, Training training) {
        if (moment == Moment.EPOCH && training.clock().epoch() == after) {
            try (Scope scope = Scope.open();
                    Autograd.Guard guard = Autograd.noGrad()) {
                Tensor b = channel(training);
                double[] shares = shares(training, (int) b.size(0));
                b.copy_(b.place().of(shares, b.shape()).clamp(1e-6, 1).log());
            }
        }
    }

    /** How the labels are spread where the model says class i, [K, K] row by row. */
    private static double[] shares(Training training, int classes) {
        double[][] p = Transition.probabilities(training);
        Dataset train = training.data("train");
        long[] labels = train.labels(train.ids());
        double[] shares = new double[classes * classes];
        for (int i = 0; i < classes; i++) {
            double total = 0;
            for (int x = 0; x < p.length; x++) {
                shares[i * classes + (int) labels[x]] += p[x][i];
                total += p[x][i];
            }
            for (int j = 0; j < classes; j++) {
                shares[i * classes + j] /= Math.max(total, Double.MIN_NORMAL);
            }
        }
        return shares;
    }
}
