package dev.rote.methods;

import dev.rote.tensor.Autograd;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import dev.rote.train.Gradient;
import dev.rote.train.Method;
import dev.rote.train.Training;
import dev.rote.train.Update;
import java.util.List;

/**
 * Sharpness-aware minimisation (Foret et al. 2021, equations 2 and 3): moves by the gradient taken at the worst nearby
 * weights, {@code w <- w - lr * grad L(w + e)} with {@code e = rho * g / ||g||_2} and {@code g = grad L(w)}.
 *
 * <p>The norm is over all parameters together, also those that a method trains beside the model. With m-sharpness the batch is cut into groups of about m rows, each climbs by
 * its own gradient, and the groups' gradients are averaged, weighted by their rows. Weights are put back from a copy, so that
 * rho = 0 gives the gradient of plain training bit for bit. Both evaluations see the same dropout masks; running statistics
 * move with the first only. Each step costs two gradients.
 *
 * <p>Deviation: 1e-12 is added to the norm, so that a zero gradient climbs nowhere instead of dividing by zero.
 *
 * @param rho radius of the neighbourhood, at least 0; 0.05 is the paper's default
 * @param m rows per group; 0 for the whole batch
 */
public record Sam(double rho, int m) implements Method {

    /** The paper's default radius, over the whole batch. */
    public Sam() {
        this(0.05, 0);
    }

    public Sam {
        if (!(rho >= 0 && Double.isFinite(rho))) {
            throw new IllegalArgumentException("rho must be at least 0, was " + rho);
        }
        if (m < 0) {
            throw new IllegalArgumentException("m must be at least 0 (0 is the whole batch), was " + m);
        }
    }

    @Override
    public Update update(Update inner, Training training) {
        return (model, gradient) -> inner.step(model, new Climbed(training.parameters(), gradient));
    }

    /** The gradient at the climbed weights. */
    private final class Climbed implements Gradient {

        private final List<Tensor> weights;
        private final Gradient plain;

        Climbed(List<Tensor> weights, Gradient plain) {
            this.weights = weights;
            this.plain = plain;
        }

        @Override
        public double compute() {
            int groups = m == 0 ? 1 : Math.max(1, plain.rows() / m);
            try (Scope scope = Scope.open();
                    Autograd.Guard guard = Autograd.noGrad()) {
                if (groups == 1) {
                    return climb(plain);
                }
                List<Tensor> sums = weights.stream().map(Tensor::zerosLike).toList();
                double loss = 0;
                for (int group = 0; group < groups; group++) {
                    Gradient part = plain.shard(group, groups);
                    double share = (double) part.rows() / plain.rows();
                    loss += share * climb(part);
                    for (int i = 0; i < sums.size(); i++) {
                        sums.get(i).add_(weights.get(i).grad(), share);
                    }
                }
                for (int i = 0; i < sums.size(); i++) {
                    weights.get(i).grad().copy_(sums.get(i));
                }
                return loss;
            }
        }

        /** Leaves the gradient at w + e in the grad buffers; returns the loss at w. */
        private double climb(Gradient part) {
            double loss = evaluate(part);
            if (Double.isNaN(loss)) {
                return loss;
            }
            double norm = Math.sqrt(weights.stream()
                    .mapToDouble(w -> Math.pow(w.grad().norm().item(), 2))
                    .sum());
            List<Tensor> before = weights.stream().map(Tensor::copy).toList();
            weights.forEach(w -> w.add_(w.grad(), rho / (norm + 1e-12)));
            double there = evaluate(part);
            for (int i = 0; i < before.size(); i++) {
                weights.get(i).copy_(before.get(i));
            }
            return Double.isNaN(there) ? there : loss;
        }

        private double evaluate(Gradient part) {
            try (Autograd.Guard guard = Autograd.enableGrad()) {
                return part.compute();
            }
        }

        @Override
        public Gradient shard(int index, int count) {
            return new Climbed(weights, plain.shard(index, count));
        }

        @Override
        public int rows() {
            return plain.rows();
        }
    }
}
