package dev.rote.measures;

import dev.rote.data.Batch;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The mean loss of some examples as a function L(w) of all weights that are trained, in evaluation mode: a walk on it starts at
 * the model's weights, and closing puts them back, bit for bit.
 *
 * <p>Sums over examples are taken in lanes of blocks, the lanes in their order, so that the bytes do not depend on the number of
 * workers. Each lane, of eight at most, holds one copy of the weights in memory.
 */
public final class Landscape implements AutoCloseable {

    private static final int LANES = 8;

    private final Subject subject;
    private final String part;
    private final long[] ids;
    private final List<Tensor> weights;
    private final List<Tensor> start;

    /** Over all of a part, in the caller's scope. */
    Landscape(Subject subject, String part) {
        this(subject, part, Integer.MAX_VALUE);
    }

    /** Over at most so many examples of a part, evenly spread over its ids, in the caller's scope. */
    public Landscape(Subject subject, String part, int examples) {
        this.subject = subject;
        this.part = part;
        long[] all = subject.ids(part);
        ids = IntStream.range(0, Math.min(examples, all.length))
                .mapToLong(i -> all[(int) ((long) i * all.length / Math.min(examples, all.length))])
                .toArray();
        weights = subject.model().parameters().values().stream()
                .filter(Tensor::requiresGrad)
                .toList();
        start = weights.stream().map(weight -> weight.detach().copy()).toList();
    }

    /** True when there is nothing to take a mean over. */
    public boolean isEmpty() {
        return ids.length == 0;
    }

    /** A direction of zeros, one tensor per weight, in the caller's scope. */
    public List<Tensor> zeros() {
        return start.stream().map(Tensor::zerosLike).toList();
    }

    /** A direction of standard normal numbers, in the caller's scope. */
    public List<Tensor> random(Seeds seeds) {
        return IntStream.range(0, start.size())
                .mapToObj(i -> {
                    Tensor like = start.get(i);
                    double[] values = seeds.of(i).gaussians(Math.toIntExact(like.numel()), 1);
                    return like.place().of(values, like.shape());
                })
                .toList();
    }

    /** Goes to {@code start + scale * direction}. */
    void go(List<Tensor> direction, double scale) {
        try (Autograd.Guard guard = Autograd.noGrad()) {
            for (int i = 0; i < weights.size(); i++) {
                weights.get(i).copy_(start.get(i)).add_(direction.get(i), scale);
            }
        }
    }

    /** L where we are. */
    double loss() {
        double[] losses = new double[ids.length];
        subject.forEachBlock(part, ids, ids.length, (from, batch) -> {
            double[] some = losses(batch).toDoubles();
            System.arraycopy(some, 0, losses, from, some.length);
        });
        return Arrays.stream(losses).sum() / ids.length;
    }

    /** The gradient of L where we are, in the caller's scope. */
    public List<Tensor> gradient() {
        return mean(batch -> Autograd.gradients(losses(batch).sum(), weights, false));
    }

    /** The Hessian of L where we are times a direction, in the caller's scope. */
    public List<Tensor> hessianTimes(List<Tensor> direction) {
        return mean(batch -> {
            List<Tensor> slopes = Autograd.gradients(losses(batch).sum(), weights, true);
            Tensor along = dot(slopes, direction);
            // A loss that is linear in the weights has a constant gradient: nothing to differentiate.
            return along.requiresGrad() ? Autograd.gradients(along, weights, false) : List.of();
        });
    }

    /** Products with the Hessian of L where we are, for as long as we stay; many of them cost less than by {@link #hessianTimes}. */
    public Curvature curvature() {
        return Curvature.of(subject, part, ids, weights, this);
    }

    Tensor losses(Batch batch) {
        return subject.loss().perExample(subject.pass(batch));
    }

    private List<Tensor> mean(Function<Batch, List<Tensor>> ofBlock) {
        List<Tensor> total = zeros();
        try (Scope scope = Scope.open();
                Autograd.Guard guard = Autograd.noGrad()) {
            int blocks = (ids.length + Evaluator.BLOCK - 1) / Evaluator.BLOCK;
            List<List<Tensor>> lanes = IntStream.range(0, Math.min(LANES, blocks))
                    .mapToObj(lane -> zeros())
                    .toList();
            subject.forEachBlock(part, ids, LANES, (from, batch) -> {
                List<Tensor> some;
                try (Autograd.Guard recording = Autograd.enableGrad()) {
                    some = ofBlock.apply(batch);
                }
                List<Tensor> lane = lanes.get(from / Evaluator.BLOCK % LANES);
                for (int i = 0; i < some.size(); i++) {
                    lane.get(i).add_(some.get(i));
                }
            });
            for (List<Tensor> lane : lanes) {
                add(total, lane, 1.0 / ids.length);
            }
        }
        return total;
    }

    /** Adds {@code scale * other} to a direction, in place. */
    static void add(List<Tensor> direction, List<Tensor> other, double scale) {
        for (int i = 0; i < direction.size(); i++) {
            direction.get(i).add_(other.get(i), scale);
        }
    }

    /** Multiplies a direction, in place. */
    static void scale(List<Tensor> direction, double factor) {
        direction.forEach(part -> part.mul_(factor));
    }

    /** Sum of the products of two directions, over all weights. */
    public static Tensor dot(List<Tensor> a, List<Tensor> b) {
        Tensor sum = a.get(0).mul(b.get(0)).sum();
        for (int i = 1; i < a.size(); i++) {
            sum = sum.add(a.get(i).mul(b.get(i)).sum());
        }
        return sum;
    }

    /** Euclidean norm over all weights. */
    static double norm(List<Tensor> direction) {
        return Math.sqrt(direction.stream()
                .mapToDouble(part -> Math.pow(part.norm().item(), 2))
                .sum());
    }

    @Override
    public void close() {
        try (Autograd.Guard guard = Autograd.noGrad()) {
            for (int i = 0; i < weights.size(); i++) {
                weights.get(i).copy_(start.get(i));
            }
        }
    }
}
