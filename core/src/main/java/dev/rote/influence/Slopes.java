package dev.rote.influence;

import dev.rote.data.Batch;
import dev.rote.measures.Landscape;
import dev.rote.measures.Subject;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * How the loss of each example rises along directions in the space of the weights: {@code g_i(x) = <grad L(x), e_i>}, in evaluation
 * mode.
 *
 * <p>No example's gradient is ever written down. With a factor u_n on the loss of each example, {@code s(u) = sum_n u_n grad L(x_n)} is
 * one gradient of a block, linear in u; the gradient of {@code <s(u), e_i>} by u is g_i of all examples of the block. That costs a
 * gradient per block and, in matrix products, two forward passes per direction. Central differences of the loss cost as many, but
 * are not exact and need float64.
 */
final class Slopes {

    private final Subject subject;
    private final List<Tensor> weights;

    Slopes(Subject subject) {
        this.subject = subject;
        this.weights = weights(subject);
    }

    /** All weights that are trained. */
    static List<Tensor> weights(Subject subject) {
        return subject.model().parameters().values().stream()
                .filter(Tensor::requiresGrad)
                .toList();
    }

    /** g of all examples of a part along rows of a matrix [p, P]: [N][p], in the order of the ids. */
    double[][] along(Tensor directions, String part) {
        double[][] slopes = new double[subject.ids(part).length][];
        subject.forEachBlock(part, (from, batch) -> {
            double[][] some = along(directions, batch);
            System.arraycopy(some, 0, slopes, from, some.length);
        });
        return slopes;
    }

    /** g of the examples of a batch that is where the model is: [N][p]. */
    double[][] along(Tensor directions, Batch batch) {
        int count = (int) directions.size(0);
        double[][] slopes = new double[batch.size()][count];
        try (Scope scope = Scope.open();
                Autograd.Guard recording = Autograd.enableGrad()) {
            Tensor losses = subject.loss().perExample(subject.pass(batch));
            Tensor factors = losses.place().full(1, batch.size()).requiresGrad(true);
            List<Tensor> sum = Autograd.gradients(losses.mul(factors).sum(), weights, true);
            for (int i = 0; i < count; i++) {
                try (Scope one = Scope.open()) {
                    Tensor rise = Landscape.dot(sum, split(directions.select(0, i)));
                    Tensor each = Autograd.gradients(rise, List.of(factors), false, true)
                            .get(0);
                    double[] values = each.toDoubles();
                    for (int n = 0; n < values.length; n++) {
                        slopes[n][i] = values[n];
                    }
                }
            }
        }
        return slopes;
    }

    /** The gradient of the loss of each example of a part, one after another, squared: [N]. */
    double[] squaredNorms(String part) {
        double[] norms = new double[subject.ids(part).length];
        subject.forEachBlock(part, (from, batch) -> {
            for (int i = 0; i < batch.size(); i++) {
                try (Scope one = Scope.open()) {
                    Tensor gradient = gradient(batch.slice(i, 1));
                    norms[from + i] = gradient.dot(gradient).item();
                }
            }
        });
        return norms;
    }

    /** The gradient of the summed loss of a batch, flat, [P], in the caller's scope. */
    Tensor gradient(Batch batch) {
        try (Scope scope = Scope.open();
                Autograd.Guard recording = Autograd.enableGrad()) {
            Tensor losses = subject.loss().perExample(subject.pass(batch));
            return scope.keep(flat(Autograd.gradients(losses.sum(), weights, false)));
        }
    }

    /** One tensor per weight as one vector [P], in the caller's scope. */
    static Tensor flat(List<Tensor> parts) {
        return Tensor.cat(parts.stream().map(part -> part.reshape(-1)).toList(), 0);
    }

    /** A vector [P] as one tensor per weight; nothing is copied. */
    List<Tensor> split(Tensor vector) {
        List<Tensor> parts = new ArrayList<>();
        long from = 0;
        for (Tensor weight : weights) {
            parts.add(vector.narrow(0, from, weight.numel()).reshape(weight.shape()));
            from += weight.numel();
        }
        return parts;
    }
}
