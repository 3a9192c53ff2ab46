package dev.rote.measures;

import dev.rote.data.Parts;
import dev.rote.nets.Model;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import java.util.List;

/**
 * Top eigenvalue of the Hessian of the loss: the curvature in the steepest direction, the largest of all in absolute value.
 *
 * <p>Hessian of L(w), the mean of the recipe's loss over examples of a part, in evaluation mode, by all weights w that are
 * trained. Power iteration: {@code v <- H v / ||H v||} from a random start; the number is {@code v^T H v / v^T v} in the last
 * iteration, which never exceeds the true one in absolute value. Each product with H is a gradient of a gradient
 * (Pearlmutter 1994); H itself is never written down. NaN on an empty part; 0 where the loss is linear. Units: loss over squared
 * weight.
 *
 * @param part train, test, corrupted, uncorrupted, or another part of the data
 * @param iterations products with the Hessian, at least 1
 * @param examples how many examples of the part at most, evenly spread over their ids, at least 1
 */
public record Hessian(String part, int iterations, int examples) implements Measure {

    /** Twenty iterations on a thousand training examples. */
    public Hessian() {
        this("train", 20, 1000);
    }

    public Hessian {
        if (iterations < 1 || iterations > 100_000) {
            throw new IllegalArgumentException("iterations must be from 1 to 100000, was " + iterations);
        }
        if (examples < 1) {
            throw new IllegalArgumentException("examples must be at least 1, was " + examples);
        }
    }

    @Override
    public double of(Subject subject) {
        try (Scope scope = Scope.open();
                Landscape landscape = new Landscape(subject, part, examples)) {
            if (landscape.isEmpty()) {
                return Double.NaN;
            }
            List<Tensor> vector = landscape.random(subject.random("hessian"));
            double value = 0;
            for (int i = 0; i < iterations; i++) {
                double length = Landscape.norm(vector);
                if (length == 0) {
                    return 0;
                }
                Landscape.scale(vector, 1 / length);
                try (Scope step = Scope.open()) {
                    List<Tensor> product = landscape.hessianTimes(vector);
                    value = Landscape.dot(vector, product).item();
                    for (int k = 0; k < product.size(); k++) {
                        vector.get(k).copy_(product.get(k));
                    }
                }
            }
            return value;
        }
    }

    @Override
    public void check(Model model, Parts parts) {
        Subject.checkPart(part, parts);
    }

    @Override
    public String name() {
        return "hessian." + part;
    }
}
