package dev.rote.methods;

import dev.rote.tensor.Autograd;
import dev.rote.tensor.DType;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import dev.rote.train.Gradient;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The gradient at the weights to which {@link Sam} climbs. */
final class Climb implements Gradient {

    private final double rho;
    private final int m;

    private final List<Tensor> weights;
    private final Gradient plain;
    private final Tally tally;

    Climb(double rho, int m, List<Tensor> weights, Gradient plain, Tally tally) {
        this.rho = rho;
        this.m = m;
        this.weights = weights;
        this.plain = plain;
        this.tally = tally;
    }

    /** What one step did, its shards included. */
    static final class Tally {
        private final boolean told;
        private double radius = Double.NaN;
        private long rows;

        /** @param told whether anybody will ask for the radius */
        Tally(boolean told) {
            this.told = told;
        }

        /** How far the last climb really went, ||e||_2 of the rounded weights; NaN before any. */
        double radius() {
            return radius;
        }

        /** Gradients of a whole batch of so many rows that were taken. */
        double gradients(int batch) {
            return (double) rows / batch;
        }
    }

    /** What the step did. */
    Tally tally() {
        return tally;
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
        double norm = norm(weights.stream().map(Tensor::grad));
        List<Tensor> before = weights.stream().map(Tensor::copy).toList();
        weights.forEach(w -> w.add_(w.grad(), rho / (norm + 1e-12)));
        if (tally.told) {
            tally.radius = norm(IntStream.range(0, before.size())
                    .mapToObj(i -> weights.get(i).sub(before.get(i)).to(DType.FLOAT64)));
        }
        double there = evaluate(part);
        for (int i = 0; i < before.size(); i++) {
            weights.get(i).copy_(before.get(i));
        }
        return Double.isNaN(there) ? there : loss;
    }

    private static double norm(Stream<Tensor> parts) {
        return Math.sqrt(
                parts.mapToDouble(part -> Math.pow(part.norm().item(), 2)).sum());
    }

    private double evaluate(Gradient part) {
        tally.rows += part.rows();
        try (Autograd.Guard guard = Autograd.enableGrad()) {
            return part.compute();
        }
    }

    @Override
    public Gradient shard(int index, int count) {
        return new Climb(rho, m, weights, plain.shard(index, count), tally);
    }

    @Override
    public int rows() {
        return plain.rows();
    }
}
