package dev.rote.scores;

import dev.rote.data.Dataset;
import dev.rote.data.Parts;
import dev.rote.measures.Subject;
import dev.rote.nets.Model;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import dev.rote.train.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much farther the weights of a wide two-layer net travel because of each training example, by training it with all and again without
 * the example: {@code ||W - W_0||^2 - ||W_-i - W_0||^2}. What {@code complexity-gap} predicts without training; for small data of two
 * classes.
 *
 * <p>f(x) = m^-1/2 sum_r a_r relu(w_r^T x), x at unit length, W [m, d] trained, a fixed at +1 and -1; squared error against +1 for
 * class 1 and -1 for class 0; full batch, plain descent with learning rate two over the largest row sum of the absolute Gram
 * matrix of the inputs: momentum overshoots, and neurons that die meanwhile stay where they are. Any real number; high means that the
 * example demands much. Not of the recipe's model, which is not looked at.
 *
 * <p>Source: Nohyun, Choi, Chung 2023, section 3; the net of Arora et al. 2019. Ours: half of the neurons start as copies of the other
 * half with the opposite a, so that f is 0 at first, as the theory wants.
 *
 * @param width m / 2, at least 1
 * @param steps moves of each training, at least 1
 */
public record WeightMovement(int width, int steps) implements ExampleScore {

    private static final int MOST = 500;

    /** A thousand neurons, fifteen hundred steps. */
    public WeightMovement() {
        this(500, 1500);
    }

    public WeightMovement {
        if (width < 1) {
            throw new IllegalArgumentException("width must be at least 1, was " + width);
        }
        if (steps < 1) {
            throw new IllegalArgumentException("steps must be at least 1, was " + steps);
        }
    }

    @Override
    public double[] of(Subject subject) {
        Dataset train = subject.parts().get("train");
        long[] ids = subject.ids("train");
        double[][] inputs = unit(ComplexityGaps.rows(train, ids));
        double[] signs = Arrays.stream(train.labels(ids))
                .mapToDouble(label -> label == 1 ? 1 : -1)
                .toArray();
        return scores(inputs, signs, subject.random("weight-movement"), subject.workers());
    }

    /** The scores of inputs of unit length [n, d] with signs [n]. */
    double[] scores(double[][] inputs, double[] signs, Seeds seeds, Workers workers) {
        int n = inputs.length;
        double rate = 2 / largestRowSum(inputs); // H is at most half the inputs' own Gram matrix, so no step overshoots
        double[] moved = new double[n + 1];
        workers.forEach(n + 1, without -> {
            int[] rows = IntStream.range(0, n).filter(i -> i != without).toArray();
            moved[without] = moved(rows, inputs, signs, rate, seeds);
        });
        return IntStream.range(0, n).mapToDouble(i -> moved[n] - moved[i]).toArray();
    }

    private double moved(int[] rows, double[][] inputs, double[] signs, double rate, Seeds seeds) {
        int d = inputs[0].length;
        Tensor x = Place.FLOAT64.of(
                Arrays.stream(rows)
                        .mapToObj(i -> inputs[i])
                        .flatMapToDouble(Arrays::stream)
                        .toArray(),
                rows.length,
                d);
        Tensor y =
                Place.FLOAT64.of(Arrays.stream(rows).mapToDouble(i -> signs[i]).toArray(), rows.length, 1);
        Tensor half = Place.FLOAT64.of(seeds.gaussians(width * d, 1), width, d);
        Tensor start = Tensor.cat(List.of(half, half), 0);
        double scale = 1 / Math.sqrt(2 * width);
        Tensor out = Tensor.cat(List.of(Place.FLOAT64.full(scale, width, 1), Place.FLOAT64.full(-scale, width, 1)), 0);
        Tensor weights = start.copy();
        for (int step = 0; step < steps; step++) {
            try (Scope scope = Scope.open()) {
                Tensor before = x.mm(weights.t());
                Tensor error = before.relu().mm(out).sub(y);
                Tensor slope = error.mm(out.t()).reluBackward_(before).t().mm(x);
                weights.add_(slope, -rate);
            }
        }
        return weights.sub(start).square().sum().item();
    }

    private static double[][] unit(float[][] inputs) {
        return Arrays.stream(inputs)
                .map(row -> {
                    double length = Math.sqrt(IntStream.range(0, row.length)
                            .mapToDouble(j -> (double) row[j] * row[j])
                            .sum());
                    return IntStream.range(0, row.length)
                            .mapToDouble(j -> length == 0 ? 0 : row[j] / length)
                            .toArray();
                })
                .toArray(double[][]::new);
    }

    private static double largestRowSum(double[][] inputs) {
        return Arrays.stream(inputs)
                .mapToDouble(a -> Arrays.stream(inputs)
                        .mapToDouble(b -> Math.abs(IntStream.range(0, a.length)
                                .mapToDouble(j -> a[j] * b[j])
                                .sum()))
                        .sum())
                .max()
                .orElse(1);
    }

    @Override
    public void check(Model model, Parts parts, Clock clock) {
        int classes = Subject.checkClasses("train", parts);
        Dataset train = parts.get("train");
        if (train.inputs() instanceof InputShape.Tokens) {
            throw new IllegalArgumentException("weight-movement needs real-valued inputs, the train part has tokens");
        }
        if (classes != 2 || train.size() > MOST) {
            throw new IllegalArgumentException("weight-movement needs two classes and at most " + MOST
                    + " training examples, was " + classes + " and " + train.size());
        }
    }

    @Override
    public String name() {
        return "weight-movement";
    }
}
