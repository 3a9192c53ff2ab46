package dev.rote.nets;

import dev.rote.tensor.Autograd;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * The gradient of a {@link TwoLayer} net with square or relu activation, written by hand.
 *
 * <p>Rows are cut into lanes and lanes into blocks small enough that a block's activations stay in a core's cache between
 * the three matrix products. With z = dropped sums, a = phi(z), o = a w^T, g = d loss / d o:
 *
 * <pre>
 * dw += g^T a        d = phi'(z) * (g w)        du[m] += d        dv[n] += d
 * </pre>
 *
 * <p>Each lane has gradient sums of its own; they are added in the order of the lanes. Constant factors (the mean over
 * rows, the 2 of the square's derivative) are applied once, to the sums.
 */
final class TwoLayerBackprop implements Backprop {

    private static final int BLOCK = 294;

    private final Tensor u;
    private final Tensor v;
    private final Tensor w;
    private final Activation activation;
    private final Dropout dropout;
    private final Place place;
    private final List<Sums> lanes = new ArrayList<>();
    private final ConcurrentLinkedDeque<Space> spaces = new ConcurrentLinkedDeque<>();

    /** The gradient sums of one lane. */
    private record Sums(Tensor du, Tensor dv, Tensor dw) {}

    /** One worker's block buffers: sums or deltas z, activations a, outputs o, dropout mask. */
    private record Space(Tensor z, Tensor a, Tensor o, Tensor mask) {}

    TwoLayerBackprop(Tensor u, Tensor v, Tensor w, Activation activation, Dropout dropout) {
        this.u = u;
        this.v = v;
        this.w = w;
        this.activation = activation;
        this.dropout = dropout;
        this.place = u.place();
    }

    @Override
    public double compute(
            Tensor inputs, Tensor targets, OutputGradient loss, Forward how, Workers workers, int laneCount) {
        int rows = (int) inputs.size(0);
        int used = Math.max(1, Math.min(laneCount, rows / 64));
        while (lanes.size() < used) {
            lanes.add(new Sums(owned(u.zerosLike()), owned(v.zerosLike()), owned(w.zerosLike())));
        }
        double[] losses = new double[used];
        try (Scope scope = Scope.open();
                Autograd.Guard guard = Autograd.noGrad()) {
            Tensor first = inputs.select(1, 0).contiguous();
            Tensor second = inputs.select(1, 1).contiguous();
            workers.forEach(used, lane -> {
                int from = (int) ((long) lane * rows / used);
                int to = (int) ((long) (lane + 1) * rows / used);
                losses[lane] = lane(lanes.get(lane), first, second, targets, loss, how, from, to);
            });
            double scale = 1.0 / rows;
            double inner = activation == Activation.SQUARE ? 2 * scale : scale;
            sum(u.grad(), used, inner, Sums::du);
            sum(v.grad(), used, inner, Sums::dv);
            sum(w.grad(), used, scale, Sums::dw);
        }
        return Arrays.stream(losses).sum() / rows;
    }

    private void sum(Tensor target, int used, double scale, java.util.function.Function<Sums, Tensor> part) {
        target.copy_(part.apply(lanes.get(0)));
        for (int lane = 1; lane < used; lane++) {
            target.add_(part.apply(lanes.get(lane)));
        }
        target.mul_(scale);
    }

    private double lane(
            Sums sums,
            Tensor first,
            Tensor second,
            Tensor targets,
            OutputGradient loss,
            Forward how,
            int from,
            int to) {
        try (Autograd.Guard guard = Autograd.noGrad()) {
            sums.du.zero_();
            sums.dv.zero_();
            sums.dw.zero_();
            Space space = spaces.poll();
            if (space == null) {
                space = space();
            }
            double total = 0;
            for (int start = from; start < to; start += BLOCK) {
                int count = Math.min(BLOCK, to - start);
                try (Scope scope = Scope.open()) {
                    total += block(sums, space, first, second, targets, loss, how, start, count);
                }
            }
            spaces.push(space);
            return total;
        }
    }

    private double block(
            Sums sums,
            Space space,
            Tensor first,
            Tensor second,
            Tensor targets,
            OutputGradient loss,
            Forward how,
            int start,
            int count) {
        Tensor m = first.narrow(0, start, count);
        Tensor n = second.narrow(0, start, count);
        Tensor z = space.z.narrow(0, 0, count);
        Tensor a = space.a.narrow(0, 0, count);
        Tensor o = space.o.narrow(0, 0, count);
        boolean drops = dropout.rate() > 0 && how.mode() != Mode.EVAL;
        z.indexSelectOut(u, 0, m);
        z.add_(a.indexSelectOut(v, 0, n));
        Tensor mask = space.mask.narrow(0, 0, count);
        if (drops) {
            dropout.fill(space.mask, how.random().of("hidden"), how.ids(), start, start + count, (int) u.size(1));
            z.mul_(mask);
        }
        if (activation == Activation.SQUARE) {
            a.mulOut(z, z);
        } else {
            a.copy_(z.relu());
        }
        o.mmOut(a, w.t());
        double sum = loss.replace(o, targets.narrow(0, start, count));
        sums.dw.addmm_(o.t(), a);
        if (activation == Activation.RELU) {
            z.copy_(a.sign());
        }
        a.mmOut(o, w).mul_(z);
        if (drops) {
            a.mul_(mask);
        }
        sums.du.indexAdd_(0, m, a);
        sums.dv.indexAdd_(0, n, a);
        return sum;
    }

    private Space space() {
        long width = u.size(1);
        return new Space(
                owned(place.empty(BLOCK, width)),
                owned(place.empty(BLOCK, width)),
                owned(place.empty(BLOCK, w.size(0))),
                owned(Place.FLOAT32.empty(BLOCK, width)));
    }

    private static Tensor owned(Tensor tensor) {
        return Scope.release(tensor);
    }

    @Override
    public void close() {
        lanes.forEach(sums -> List.of(sums.du, sums.dv, sums.dw).forEach(Tensor::close));
        spaces.forEach(space -> List.of(space.z, space.a, space.o, space.mask).forEach(Tensor::close));
        lanes.clear();
        spaces.clear();
    }
}
