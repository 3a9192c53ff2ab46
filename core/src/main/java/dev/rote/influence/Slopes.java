package dev.rote.influence;

import dev.rote.data.Batch;
import dev.rote.measures.Subject;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the loss of each example rises along directions in the space of the weights: {@code g_i(x) = <grad L(x), e_i>}, in evaluation
 * mode.
 *
 * <p><em>Together:</em> no example's gradient is ever written down. With a factor u_n on the loss of each example, {@code s(u) = sum_n u_n
 * grad L(x_n)} is one gradient of a block, linear in u; the gradient of {@code <s(u), e_i>} by u is g_i of all examples of the block. That costs a
 * gradient per block and, in matrix products, one to two forward passes per direction. Central differences of the loss cost as many, but
 * are not exact and need float64.
 *
 * <p><em>One by one:</em> a gradient per example, times all directions. For single examples, and for nets that convolve: there a weight is used many
 * times, so that a gradient's products with directions cost less than passes, and libtorch differentiates the gradient of a convolution by all it
 * depends on, wanted or not.
 */
final class Slopes {

    /** Gradients that are multiplied with the directions at once, at most, so that the directions are not read for each. */
    private static final int MOST_HELD = 32;

    /** Their numbers: 16 MB in float32. */
    private static final long NUMBERS_HELD = 1 << 22;

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
        return convolves() || batch.size() == 1 ? oneByOne(directions, batch) : together(directions, batch);
    }

    private boolean convolves() {
        return weights.stream().anyMatch(weight -> weight.dim() == 4);
    }

    private double[][] together(Tensor directions, Batch batch) {
        int count = (int) directions.size(0);
        double[][] slopes = new double[batch.size()][count];
        try (Scope scope = Scope.open();
                Autograd.Guard recording = Autograd.enableGrad()) {
            Tensor losses = subject.loss().perExample(subject.pass(batch));
            Tensor factors = losses.place().full(1, batch.size()).requiresGrad(true);
            List<Tensor> sum = Autograd.gradients(losses.mul(factors).sum(), weights, true);
            for (int i = 0; i < count; i++) {
                try (Scope one = Scope.open()) {
                    List<Tensor> direction = split(directions.select(0, i));
                    double[] values = Autograd.products(sum, direction, List.of(factors))
                            .get(0)
                            .toDoubles();
                    for (int n = 0; n < values.length; n++) {
                        slopes[n][i] = values[n];
                    }
                }
            }
        }
        return slopes;
    }

    private double[][] oneByOne(Tensor directions, Batch batch) {
        double[][] slopes = new double[batch.size()][];
        int held = (int) Math.max(1, Math.min(MOST_HELD, NUMBERS_HELD / Math.max(1, directions.size(1))));
        for (int from = 0; from < slopes.length; from += held) {
            try (Scope scope = Scope.open()) {
                List<Tensor> gradients = IntStream.range(from, Math.min(slopes.length, from + held))
                        .mapToObj(n -> gradient(batch.slice(n, 1)))
                        .toList();
                double[] values = Tensor.stack(gradients, 0).mm(directions.t()).toDoubles();
                int count = (int) directions.size(0);
                for (int n = 0; n < gradients.size(); n++) {
                    slopes[from + n] = Arrays.copyOfRange(values, n * count, (n + 1) * count);
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
