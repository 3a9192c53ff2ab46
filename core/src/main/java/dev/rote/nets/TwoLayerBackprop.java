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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The gradient of a {@link TwoLayer} net with square or relu activation, written by hand.
 *
 * <p>Rows are cut into lanes and lanes into blocks (see {@link TwoLayerPlan}) small enough that a block's activations stay in
 * a core's cache between the three matrix products. With z = dropped sums, a = phi(z), o = a w^T, g = d loss / d o:
 *
 * <pre>
 * dw += g^T a        d = phi'(z) * (g w)        du[m] += d        dv[n] += d
 * </pre>
 *
 * <p>Each lane has gradient sums of its own; they are added in the order of the lanes, so the bytes do not depend on the
 * number of workers. Constant factors (the mean over rows, the 2 of the square's derivative) are applied once, to the sums.
 * Cost: 6 N K multiply-adds a row in the products, which take three quarters of the time at N = 500, K = 97.
 */
final class TwoLayerBackprop implements Backprop {

    private final Tensor u;
    private final Tensor v;
    private final Tensor w;
    private final Activation activation;
    private final Dropout dropout;
    private final Place place;
    private final List<Sums> sums = new ArrayList<>();
    private final ConcurrentLinkedDeque<Space> spaces = new ConcurrentLinkedDeque<>();
    private @Nullable Tensor planned;
    private @Nullable TwoLayerPlan plan;

    /** The gradient sums of one lane. */
    private record Sums(Tensor du, Tensor dv, Tensor dw) {}

    /** One worker's block buffers: sums z, activations or deltas a, outputs o, dropout mask. */
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
        List<List<TwoLayerPlan.Block>> lanes = plan(inputs, laneCount).lanes();
        while (sums.size() < lanes.size()) {
            sums.add(new Sums(owned(u.zerosLike()), owned(v.zerosLike()), owned(w.zerosLike())));
        }
        double[] losses = new double[lanes.size()];
        workers.forEach(lanes.size(), lane -> {
            try (Autograd.Guard guard = Autograd.noGrad()) {
                losses[lane] = lane(sums.get(lane), lanes.get(lane), targets, loss, how);
            }
        });
        double scale = 1.0 / inputs.size(0);
        double inner = activation == Activation.SQUARE ? 2 * scale : scale;
        List<Tensor> gradients = List.of(u.grad(), v.grad(), w.grad());
        List<Function<Sums, Tensor>> parts = List.of(Sums::du, Sums::dv, Sums::dw);
        workers.forEach(3, i -> {
            try (Autograd.Guard guard = Autograd.noGrad()) {
                add(gradients.get(i), lanes.size(), i == 2 ? scale : inner, parts.get(i));
            }
        });
        return Arrays.stream(losses).sum() * scale;
    }

    /** The plan of a batch: that of the last call when it is the same tensor, which a whole-data batch is at every step. */
    private TwoLayerPlan plan(Tensor inputs, int laneCount) {
        TwoLayerPlan known = plan;
        if (known != null && planned == inputs) {
            return known;
        }
        if (known != null) {
            known.close();
        }
        planned = inputs;
        known = new TwoLayerPlan(inputs, u.size(0), laneCount);
        plan = known;
        return known;
    }

    private void add(Tensor target, int used, double scale, Function<Sums, Tensor> part) {
        target.copy_(part.apply(sums.get(0)));
        for (int lane = 1; lane < used; lane++) {
            target.add_(part.apply(sums.get(lane)));
        }
        target.mul_(scale);
    }

    private double lane(Sums into, List<TwoLayerPlan.Block> blocks, Tensor targets, OutputGradient loss, Forward how) {
        into.du.zero_();
        into.dv.zero_();
        into.dw.zero_();
        Space space = spaces.poll();
        if (space == null) {
            space = space();
        }
        double total = 0;
        for (TwoLayerPlan.Block block : blocks) {
            try (Scope scope = Scope.open()) {
                total += block(into, space, block, targets, loss, how);
            }
        }
        spaces.push(space);
        return total;
    }

    private double block(
            Sums into, Space space, TwoLayerPlan.Block block, Tensor targets, OutputGradient loss, Forward how) {
        int rows = block.positions().length;
        Tensor z = space.z.narrow(0, 0, rows);
        Tensor a = space.a.narrow(0, 0, rows);
        Tensor o = space.o.narrow(0, 0, rows);
        Tensor mask = space.mask.narrow(0, 0, rows).narrow(1, 0, u.size(1));
        boolean drops = dropout.active(how);
        addUp(z, a, block);
        if (drops) {
            long[] ids = Arrays.stream(block.positions())
                    .mapToLong(i -> how.ids()[i])
                    .toArray();
            dropout.fill(space.mask, how.random().of("hidden"), ids);
            z.mul_(mask);
        }
        if (activation == Activation.SQUARE) {
            a.mulOut(z, z);
        } else {
            a.clampMinOut(z, 0);
        }
        o.mmOut(a, w.t());
        double sum = loss.replace(o, targets.indexSelect(0, block.at()));
        into.dw.addmm_(o.t(), a);
        a.mmOut(o, w);
        if (activation == Activation.SQUARE) {
            a.mul_(z);
        } else {
            a.reluBackward_(z);
        }
        if (drops) {
            a.mul_(mask);
        }
        into.du.indexAdd_(0, block.m(), a);
        into.dv.indexAdd_(0, block.n(), a);
        return sum;
    }

    /** z = u[m] + v[n]; {@code spare} is overwritten. */
    private void addUp(Tensor z, Tensor spare, TwoLayerPlan.Block block) {
        z.indexSelectOut(v, 0, block.n());
        if (block.runs().isEmpty()) {
            z.add_(spare.indexSelectOut(u, 0, block.m()));
        }
        for (TwoLayerPlan.Run run : block.runs()) {
            z.narrow(0, run.from(), run.size()).add_(u.narrow(0, run.m(), 1));
        }
    }

    private Space space() {
        long width = u.size(1);
        return new Space(
                owned(place.empty(TwoLayerPlan.BLOCK, width)),
                owned(place.empty(TwoLayerPlan.BLOCK, width)),
                owned(place.empty(TwoLayerPlan.BLOCK, w.size(0))),
                owned(Place.FLOAT32.empty(TwoLayerPlan.BLOCK, Dropout.padded((int) width))));
    }

    private static Tensor owned(Tensor tensor) {
        return Scope.release(tensor);
    }

    @Override
    public void close() {
        sums.forEach(sum -> List.of(sum.du, sum.dv, sum.dw).forEach(Tensor::close));
        spaces.forEach(space -> List.of(space.z, space.a, space.o, space.mask).forEach(Tensor::close));
        if (plan != null) {
            plan.close();
        }
        sums.clear();
        spaces.clear();
    }
}
