package dev.rote.nets;

import dev.rote.tensor.Autograd;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
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
 * <p>Each lane has gradient sums of its own for v and w, and rows of its own in that for u; they are added in the order of the
 * lanes, so the bytes do not depend on the number of workers. Constant factors (the loss's, the mean over rows, the 2 of the
 * square's derivative) ride on the products, which scale for nothing. Cost: 6 N K multiply-adds a row in the products, which
 * take three quarters of the time at N = 500, K = 97; the rest is eight passes over [rows, N] at the speed of the cache.
 */
final class TwoLayerBackprop implements Backprop {

    private final Tensor u;
    private final Tensor v;
    private final Tensor w;
    private final Activation activation;
    private final Dropout dropout;
    private final ConcurrentLinkedDeque<TwoLayerSpace> spaces = new ConcurrentLinkedDeque<>();
    private @Nullable Sums sums;
    private @Nullable TwoLayerPlan plan;

    /**
     * The gradient sums of all lanes.
     *
     * @param lanes how many lanes there is room for
     * @param du gradient of u, then the lanes' head rows, [p + lanes, N]
     * @param dv by lane, [lanes, p, N]
     * @param dw by lane, [lanes, K, N]
     */
    private record Sums(int lanes, Tensor du, Tensor dv, Tensor dw) {}

    /** What is the same for all blocks of one evaluation: alpha of the product for w's gradient and of that for z's. */
    private record Evaluation(Sums sums, OutputGradient loss, Forward how, double outer, double inner) {}

    TwoLayerBackprop(Tensor u, Tensor v, Tensor w, Activation activation, Dropout dropout) {
        this.u = u;
        this.v = v;
        this.w = w;
        this.activation = activation;
        this.dropout = dropout;
    }

    @Override
    public double compute(
            Tensor inputs, Tensor targets, OutputGradient loss, Forward how, Workers workers, int laneCount) {
        List<TwoLayerPlan.Lane> lanes =
                plan(inputs, targets, how.ids(), laneCount).lanes();
        double scale = 1.0 / inputs.size(0);
        double outer = scale * loss.factor(w.size(0));
        double inner = activation == Activation.SQUARE ? 2 * outer : outer;
        Evaluation evaluation = new Evaluation(room(lanes.size()), loss, how, outer, inner);
        double[] losses = new double[lanes.size()];
        workers.forEach(lanes.size(), lane -> {
            try (Autograd.Guard guard = Autograd.noGrad()) {
                losses[lane] = lane(evaluation, lane, lanes.get(lane));
            }
        });
        addUp(evaluation.sums, lanes, workers);
        return Arrays.stream(losses).sum() * scale;
    }

    /** The plan of a batch: that of the last call when it is the same one, which a whole-data batch is at every step. */
    private TwoLayerPlan plan(Tensor inputs, Tensor targets, long[] ids, int laneCount) {
        TwoLayerPlan known = plan;
        if (known == null || !known.isOf(inputs, targets)) {
            if (known != null) {
                known.close();
                spaces.forEach(TwoLayerSpace::forget);
            }
            known = new TwoLayerPlan(inputs, targets, ids, (int) u.size(0), laneCount);
            plan = known;
        }
        return known;
    }

    private Sums room(int lanes) {
        Sums known = sums;
        if (known == null || known.lanes < lanes) {
            if (known != null) {
                free(known);
            }
            long p = u.size(0);
            long width = u.size(1);
            known = new Sums(
                    lanes,
                    Scope.release(u.place().zeros(p + lanes, width)),
                    Scope.release(u.place().zeros(lanes, p, width)),
                    Scope.release(u.place().zeros(lanes, w.size(0), width)));
            sums = known;
        }
        return known;
    }

    private double lane(Evaluation evaluation, int number, TwoLayerPlan.Lane lane) {
        Sums into = evaluation.sums;
        Tensor dv = into.dv.select(0, number).zero_();
        Tensor dw = into.dw.select(0, number);
        into.du.narrow(0, lane.from(), lane.to() - lane.from()).zero_();
        into.du.select(0, u.size(0) + number).zero_();
        TwoLayerSpace space = spaces.poll();
        if (space == null) {
            space = new TwoLayerSpace(u, w.size(0));
        }
        double total = 0;
        for (TwoLayerPlan.Block block : lane.blocks()) {
            try (Scope scope = Scope.open()) {
                total += block(evaluation, space.views(block), block, dv, dw);
            }
        }
        spaces.push(space);
        return total;
    }

    private double block(
            Evaluation evaluation, TwoLayerSpace.Views space, TwoLayerPlan.Block block, Tensor dv, Tensor dw) {
        Tensor z = space.z();
        Tensor a = space.a();
        Tensor o = space.o();
        boolean drops = dropout.active(evaluation.how);
        z.indexSelectOut(v, 0, block.n());
        if (space.runs().isEmpty()) {
            z.add_(a.indexSelectOut(u, 0, block.m()));
        }
        space.runs().forEach(run -> run.left().add_(run.right()));
        if (drops) {
            dropout.fill(space.maskMemory(), evaluation.how.random().of("hidden"), block.ids());
            z.mul_(space.mask());
        }
        if (activation == Activation.SQUARE) {
            a.mulOut(z, z);
        } else {
            a.clampMinOut(z, 0);
        }
        double sum = evaluation.loss.replace(o.mmOut(a, w.t()), block.targets());
        boolean fresh = block.opens();
        for (TwoLayerSpace.Pair piece : space.pieces()) {
            dw.addmm_(piece.left(), piece.right(), fresh ? 0 : 1, evaluation.outer);
            fresh = false;
        }
        a.addmm_(o, w, 0, evaluation.inner);
        if (activation == Activation.SQUARE) {
            a.mul_(z);
        } else {
            a.reluBackward_(z);
        }
        if (drops) {
            a.mul_(space.mask());
        }
        evaluation.sums.du.indexAdd_(0, block.home(), a);
        dv.indexAdd_(0, block.n(), a);
        return sum;
    }

    /** Adds up the lanes in their order: the head rows of u in one piece, v and w in two each. */
    private void addUp(Sums from, List<TwoLayerPlan.Lane> lanes, Workers workers) {
        long p = u.size(0);
        Tensor du = u.grad(); // made here at the first step, not by several workers at once
        Tensor dv = v.grad();
        Tensor dw = w.grad();
        workers.forEach(5, piece -> {
            try (Autograd.Guard guard = Autograd.noGrad()) {
                if (piece < 4) {
                    half(piece < 2 ? dv : dw, piece < 2 ? from.dv : from.dw, lanes.size(), piece % 2);
                    return;
                }
                du.copy_(from.du.narrow(0, 0, p));
                for (int lane = 0; lane < lanes.size(); lane++) {
                    int head = lanes.get(lane).head();
                    if (head >= 0) {
                        du.select(0, head).add_(from.du.select(0, p + lane));
                    }
                }
            }
        });
    }

    /** The first or second half of the rows of a sum over lanes. */
    private static void half(Tensor target, Tensor byLane, int lanes, int which) {
        long rows = target.size(0);
        long from = which * (rows / 2);
        long size = which == 0 ? rows / 2 : rows - from;
        target.narrow(0, from, size).sumOut(byLane.narrow(0, 0, lanes).narrow(1, from, size), 0);
    }

    private static void free(Sums sums) {
        List.of(sums.du, sums.dv, sums.dw).forEach(Tensor::close);
    }

    @Override
    public void close() {
        spaces.forEach(TwoLayerSpace::close);
        spaces.clear();
        if (plan != null) {
            plan.close();
        }
        if (sums != null) {
            free(sums);
        }
    }
}
