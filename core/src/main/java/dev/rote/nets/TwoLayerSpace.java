package dev.rote.nets;

import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * One worker's block buffers, used again for each block it takes, and the views that a block needs of them.
 *
 * <p>Views are made once per block and kept until {@link #forget}: making them anew at each step would cost more than some of
 * the arithmetic.
 */
final class TwoLayerSpace implements AutoCloseable {

    /** Rows that the product for w's gradient takes at once: best at about half a block, where its operands are packed. */
    private static final int PIECE = 147;

    private final Tensor u;
    private final Tensor z;
    private final Tensor a;
    private final Tensor o;
    private final Tensor mask;
    private final Map<TwoLayerPlan.Block, Views> views = new IdentityHashMap<>();

    /**
     * Views for one block.
     *
     * @param z sums, [B, N]
     * @param a activations, then the gradient by the sums, [B, N]
     * @param o outputs, then the gradient by them, [B, K]
     * @param mask dropout's factors, [B, N]
     * @param maskMemory the same with its padding, [BLOCK, padded N]
     * @param runs z by run of equal m, and the row of u to add to it
     * @param pieces o transposed and a, by piece of rows
     */
    record Views(Tensor z, Tensor a, Tensor o, Tensor mask, Tensor maskMemory, List<Pair> runs, List<Pair> pieces)
            implements AutoCloseable {
        @Override
        public void close() {
            List.of(z, a, o, mask).forEach(Tensor::close);
            runs.forEach(Pair::close);
            pieces.forEach(Pair::close);
        }
    }

    /** Two views that are used together. */
    record Pair(Tensor left, Tensor right) implements AutoCloseable {
        @Override
        public void close() {
            left.close();
            right.close();
        }
    }

    /** Buffers for blocks of a net with first weights u [p, N] and {@code outputs} outputs. */
    TwoLayerSpace(Tensor u, long outputs) {
        this.u = u;
        long width = u.size(1);
        z = Scope.release(u.place().empty(TwoLayerPlan.BLOCK, width));
        a = Scope.release(u.place().empty(TwoLayerPlan.BLOCK, width));
        o = Scope.release(u.place().empty(TwoLayerPlan.BLOCK, outputs));
        mask = Scope.release(Place.FLOAT32.empty(TwoLayerPlan.BLOCK, Dropout.padded((int) width)));
    }

    /** The views for a block. */
    Views views(TwoLayerPlan.Block block) {
        return views.computeIfAbsent(block, this::make);
    }

    private Views make(TwoLayerPlan.Block block) {
        int rows = block.ids().length;
        List<Pair> runs = new ArrayList<>();
        for (TwoLayerPlan.Run run : block.runs()) {
            runs.add(new Pair(cut(z, run.from(), run.size()), cut(u, run.m(), 1)));
        }
        List<Pair> pieces = new ArrayList<>();
        int count = (rows + PIECE - 1) / PIECE;
        for (int i = 0; i < count; i++) {
            int from = rows * i / count;
            int size = rows * (i + 1) / count - from;
            pieces.add(new Pair(Scope.release(o.narrow(0, from, size).t()), cut(a, from, size)));
        }
        return new Views(
                cut(z, 0, rows),
                cut(a, 0, rows),
                cut(o, 0, rows),
                Scope.release(mask.narrow(1, 0, u.size(1)).narrow(0, 0, rows)),
                mask,
                runs,
                pieces);
    }

    private static Tensor cut(Tensor rows, long from, long size) {
        return Scope.release(rows.narrow(0, from, size));
    }

    /** Frees all views: the plan they belong to is no longer used. */
    void forget() {
        views.values().forEach(Views::close);
        views.clear();
    }

    @Override
    public void close() {
        forget();
        List.of(z, a, o, mask).forEach(Tensor::close);
    }
}
