package dev.rote.nets;

import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * In which order and by whom the rows of a batch are worked through; made once for a batch that stays the same.
 *
 * <p>In a large batch each first residue m occurs often. Rows are then put in the order of m, so that adding u[m] is one
 * broadcast per run of equal m instead of a look-up per row. A small batch keeps its order.
 */
final class TwoLayerPlan implements AutoCloseable {

    /** Rows per block: the activations of a block stay in a core's second-level cache. */
    static final int BLOCK = 294;

    /** Below this many rows a lane is not worth its own gradient sums. */
    private static final int LEAST = 64;

    /** Rows with the same m, from one position of a block on. */
    record Run(long m, int from, int size) {}

    /**
     * Some rows.
     *
     * @param positions in the batch
     * @param m first residues, int64 [B]
     * @param n second residues, int64 [B]
     * @param at positions as a tensor, int64 [B], to pick the targets by
     * @param runs the runs of equal m; empty when they are too short to be of use
     */
    record Block(int[] positions, Tensor m, Tensor n, Tensor at, List<Run> runs) {}

    private final List<List<Block>> lanes = new ArrayList<>();

    /** A plan for tokens [N, 2] over at most {@code laneCount} lanes. */
    TwoLayerPlan(Tensor inputs, long residues, int laneCount) {
        long[] pairs;
        try (Scope scope = Scope.open()) {
            pairs = inputs.toLongs();
        }
        int rows = pairs.length / 2;
        boolean sorted = rows >= 4 * residues;
        IntStream natural = IntStream.range(0, rows);
        int[] order = sorted
                ? natural.mapToObj(i -> new long[] {pairs[2 * i], i})
                        .sorted((a, b) -> a[0] != b[0] ? Long.compare(a[0], b[0]) : Long.compare(a[1], b[1]))
                        .mapToInt(pair -> (int) pair[1])
                        .toArray()
                : natural.toArray();
        int used = Math.max(1, Math.min(laneCount, rows / LEAST));
        for (int lane = 0; lane < used; lane++) {
            int from = (int) ((long) lane * rows / used);
            int to = (int) ((long) (lane + 1) * rows / used);
            List<Block> blocks = new ArrayList<>();
            for (int start = from; start < to; start += BLOCK) {
                int[] positions = java.util.Arrays.copyOfRange(order, start, Math.min(to, start + BLOCK));
                blocks.add(block(inputs, pairs, positions, sorted));
            }
            lanes.add(blocks);
        }
    }

    private static Block block(Tensor inputs, long[] pairs, int[] positions, boolean sorted) {
        List<Run> runs = new ArrayList<>();
        for (int i = 0, start = 0; sorted && i < positions.length; i++) {
            long m = pairs[2 * positions[i]];
            if (i + 1 == positions.length || pairs[2 * positions[i + 1]] != m) {
                runs.add(new Run(m, start, i + 1 - start));
                start = i + 1;
            }
        }
        return new Block(
                positions,
                indices(inputs, positions.length, i -> pairs[2 * positions[i]]),
                indices(inputs, positions.length, i -> pairs[2 * positions[i] + 1]),
                indices(inputs, positions.length, i -> positions[i]),
                runs);
    }

    private static Tensor indices(Tensor inputs, int count, IntToLongFunction value) {
        long[] values = IntStream.range(0, count).mapToLong(value).toArray();
        return Scope.release(inputs.place().indices(values, count));
    }

    /** The blocks of each lane. */
    List<List<Block>> lanes() {
        return lanes;
    }

    @Override
    public void close() {
        lanes.forEach(blocks -> blocks.forEach(block -> {
            block.m.close();
            block.n.close();
            block.at.close();
        }));
    }
}
