package dev.rote.nets;

import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * In which order and by whom the rows of a batch are worked through; made once for a batch that stays the same.
 *
 * <p>A batch for several lanes is put in the order of the first residue m. Then a lane meets few m, and each row of the
 * gradient of u belongs to one lane, which writes it without asking the others: the lane that meets this m first. A lane
 * that begins in the middle of an m puts that part into a head row of its own. In a large batch each m occurs often, so
 * adding u[m] is one broadcast per run of equal m instead of a look-up per row. A small batch is one lane in its own order.
 */
final class TwoLayerPlan implements AutoCloseable {

    /** Most rows per block: the activations of a block stay in a core's second-level cache. */
    static final int BLOCK = 294;

    /** Below this many rows a lane is not worth its own gradient sums. */
    private static final int LEAST = 64;

    /** Runs of equal m shorter than this are not worth a broadcast each. */
    private static final int WORTHWHILE = 4;

    /** Rows with the same m, from one position of a block on. */
    record Run(long m, int from, int size) {}

    /**
     * Some rows.
     *
     * @param opens true for the first block of a lane
     * @param ids examples, [B]
     * @param m first residues, int64 [B]
     * @param n second residues, int64 [B]
     * @param home rows of the gradient of u, int64 [B]: m, or p plus the lane's number for the lane's head row
     * @param targets targets of the rows, [B] or [B, K]
     * @param runs the runs of equal m; empty when they are too short to be of use
     */
    record Block(boolean opens, long[] ids, Tensor m, Tensor n, Tensor home, Tensor targets, List<Run> runs) {}

    /**
     * Some blocks.
     *
     * @param from first row of the gradient of u that this lane alone writes
     * @param to the row after the last one
     * @param head the m that the lane's head row belongs to; -1 when it has none
     */
    record Lane(List<Block> blocks, int from, int to, int head) {}

    private final Tensor inputs;
    private final Tensor targets;
    private final long[] pairs;
    private final int residues;
    private final int rows;
    private final int[] order;
    private final List<Lane> lanes = new ArrayList<>();

    /** A plan for tokens [N, 2] over at most {@code laneCount} lanes. */
    TwoLayerPlan(Tensor inputs, Tensor targets, long[] ids, int residues, int laneCount) {
        this.inputs = inputs;
        this.targets = targets;
        this.residues = residues;
        try (Scope scope = Scope.open()) {
            pairs = inputs.toLongs();
        }
        rows = ids.length;
        int count = Math.max(1, Math.min(laneCount, rows / LEAST));
        order = count == 1 ? IntStream.range(0, rows).toArray() : byFirstResidue();
        for (int lane = 0; lane < count; lane++) {
            lanes.add(lane(lane, count, ids));
        }
    }

    /** True when this is the plan of that batch. */
    boolean isOf(Tensor batchInputs, Tensor batchTargets) {
        return inputs == batchInputs && targets == batchTargets;
    }

    /** The lanes in their order. */
    List<Lane> lanes() {
        return lanes;
    }

    private int m(int row) {
        return (int) pairs[2 * row];
    }

    private int[] byFirstResidue() {
        int[] next = new int[residues + 1];
        for (int row = 0; row < rows; row++) {
            next[m(row) + 1]++;
        }
        Arrays.parallelPrefix(next, Integer::sum);
        int[] sorted = new int[rows];
        for (int row = 0; row < rows; row++) {
            sorted[next[m(row)]++] = row;
        }
        return sorted;
    }

    private Lane lane(int lane, int count, long[] ids) {
        int from = (int) ((long) lane * rows / count);
        int to = (int) ((long) (lane + 1) * rows / count);
        int before = lane == 0 ? -1 : m(order[from - 1]);
        int head = before == m(order[from]) ? before : -1;
        int last = lane == count - 1 ? residues - 1 : m(order[to - 1]);
        List<Block> blocks = new ArrayList<>();
        int pieces = (to - from + BLOCK - 1) / BLOCK;
        for (int piece = 0; piece < pieces; piece++) {
            int start = from + (to - from) * piece / pieces;
            int end = from + (to - from) * (piece + 1) / pieces;
            int[] positions = Arrays.copyOfRange(order, start, end);
            blocks.add(block(piece == 0, positions, ids, head, residues + lane, count > 1));
        }
        return new Lane(blocks, lane == 0 ? 0 : before + 1, last + 1, head);
    }

    private Block block(boolean opens, int[] positions, long[] ids, int head, int headRow, boolean sorted) {
        try (Scope scope = Scope.open()) {
            return new Block(
                    opens,
                    Arrays.stream(positions).mapToLong(i -> ids[i]).toArray(),
                    kept(indices(positions, this::m)),
                    kept(indices(positions, i -> pairs[2 * i + 1])),
                    kept(indices(positions, i -> m(i) == head ? headRow : m(i))),
                    kept(targets.indexSelect(0, indices(positions, i -> i))),
                    sorted && rows >= WORTHWHILE * residues ? runs(positions) : List.of());
        }
    }

    private List<Run> runs(int[] positions) {
        List<Run> runs = new ArrayList<>();
        for (int i = 0, start = 0; i < positions.length; i++) {
            if (i + 1 == positions.length || m(positions[i + 1]) != m(positions[i])) {
                runs.add(new Run(m(positions[i]), start, i + 1 - start));
                start = i + 1;
            }
        }
        return runs;
    }

    private Tensor indices(int[] positions, IntToLongFunction value) {
        return inputs.place().indices(Arrays.stream(positions).mapToLong(value).toArray(), positions.length);
    }

    private static Tensor kept(Tensor tensor) {
        return Scope.release(tensor);
    }

    @Override
    public void close() {
        lanes.forEach(lane -> lane.blocks.forEach(
                block -> List.of(block.m, block.n, block.home, block.targets).forEach(Tensor::close)));
    }
}
