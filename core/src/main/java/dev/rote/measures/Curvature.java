package dev.rote.measures;

import dev.rote.data.Batch;
import dev.rote.nets.Hook;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Products of the Hessian of a {@link Landscape} with directions, all at one place.
 *
 * <p>{@code H v = d <grad L, v> / d w}: the gradient is the same for every v. Where there is room it is recorded once, and a
 * product is one backward pass through it; else each product computes it anew. The same up to rounding.
 */
public final class Curvature implements AutoCloseable {

    /** Bytes of what is recorded, at most. */
    private static final long ROOM = 512L << 20;

    /** Recorded numbers for each one that a hidden layer gives out: before pool and activation, there and back, and places of largest ones. */
    private static final double RECORDED = 20;

    private final Landscape landscape;
    private final Subject subject;
    private final int examples;
    private final List<Tensor> weights;
    private final List<List<Tensor>> gradients;

    private Curvature(
            Landscape landscape, Subject subject, int examples, List<Tensor> weights, List<List<Tensor>> gradients) {
        this.landscape = landscape;
        this.subject = subject;
        this.examples = examples;
        this.weights = weights;
        this.gradients = gradients;
    }

    static Curvature of(Subject subject, String part, long[] ids, List<Tensor> weights, Landscape landscape) {
        int blocks = (ids.length + Evaluator.BLOCK - 1) / Evaluator.BLOCK;
        boolean recorded = blocks > 0 && bytes(subject, part, ids, blocks, weights) <= ROOM;
        List<List<Tensor>> gradients = new ArrayList<>();
        if (recorded) {
            IntStream.range(0, blocks).forEach(i -> gradients.add(List.of()));
            subject.forEachBlock(part, ids, ids.length, (from, batch) -> {
                try (Autograd.Guard recording = Autograd.enableGrad()) {
                    List<Tensor> slopes =
                            Autograd.gradients(landscape.losses(batch).sum(), weights, true);
                    slopes.forEach(Scope::release);
                    gradients.set(from / Evaluator.BLOCK, slopes);
                }
            });
        }
        return new Curvature(landscape, subject, ids.length, weights, gradients);
    }

    /** About what is recorded, with gradients and products of all blocks; no end of it where a net does not show its layers. */
    private static double bytes(Subject subject, String part, long[] ids, int blocks, List<Tensor> weights) {
        try (Scope scope = Scope.open();
                Autograd.Guard guard = Autograd.noGrad()) {
            Place place = subject.model().place();
            Batch one = subject.parts().get(part).batch(new long[] {ids[0]}).move(place);
            long[] hidden = new long[1];
            Hook counting = (layer, output) -> {
                hidden[0] += output.numel();
                return output;
            };
            subject.pass(one).hook(counting).outputs();
            double ofWeights =
                    2.0 * blocks * weights.stream().mapToLong(Tensor::numel).sum();
            return hidden[0] == 0
                    ? Double.POSITIVE_INFINITY
                    : (RECORDED * hidden[0] * ids.length + ofWeights)
                            * place.dtype().bytes();
        }
    }

    /** The Hessian times a direction, in the caller's scope. */
    public List<Tensor> times(List<Tensor> direction) {
        if (gradients.isEmpty()) {
            return landscape.hessianTimes(direction);
        }
        List<Tensor> total = landscape.zeros();
        try (Scope scope = Scope.open();
                Autograd.Guard guard = Autograd.noGrad()) {
            List<List<Tensor>> parts =
                    gradients.stream().map(block -> landscape.zeros()).toList();
            subject.workers()
                    .forEach(gradients.size(), block -> times(direction, gradients.get(block), parts.get(block)));
            parts.forEach(part -> Landscape.add(total, part, 1.0 / examples));
        }
        return total;
    }

    private void times(List<Tensor> direction, List<Tensor> gradient, List<Tensor> into) {
        List<Tensor> product = Autograd.products(gradient, direction, weights);
        for (int i = 0; i < product.size(); i++) {
            into.get(i).copy_(product.get(i));
        }
    }

    @Override
    public void close() {
        gradients.forEach(block -> block.forEach(Tensor::close));
    }
}
