package dev.rote.data;

import dev.rote.tensor.DType;
import dev.rote.tensor.Place;
import dev.rote.tensor.Tensor;
import java.util.Arrays;

/**
 * Some examples as tensors, row i of each belonging to {@code ids[i]}.
 *
 * @param ids which examples, [N]
 * @param inputs int64 [N, length] for tokens, float [N, dims...] for features
 * @param targets int64 [N] classes, float [N, K] soft classes, or float [N, D] reals
 */
public record Batch(long[] ids, Tensor inputs, Tensor targets) {

    public Batch {
        if (inputs.size(0) != ids.length || targets.size(0) != ids.length) {
            throw new IllegalArgumentException("a batch of " + ids.length + " ids needs as many rows, inputs have "
                    + inputs.size(0) + ", targets " + targets.size(0));
        }
    }

    /** Number of examples. */
    public int size() {
        return ids.length;
    }

    /** The examples at these positions (not ids), in the order given. */
    public Batch rows(int[] positions) {
        long[] index = new long[positions.length];
        long[] chosen = new long[positions.length];
        for (int i = 0; i < positions.length; i++) {
            index[i] = positions[i];
            chosen[i] = ids[positions[i]];
        }
        Tensor at = inputs.place().indices(index, index.length);
        return new Batch(chosen, inputs.indexSelect(0, at), targets.indexSelect(0, at));
    }

    /** The examples from a position on, in order; nothing is copied but the ids. */
    public Batch slice(int from, int count) {
        return new Batch(
                Arrays.copyOfRange(ids, from, from + count),
                inputs.narrow(0, from, count),
                targets.narrow(0, from, count));
    }

    /** The same examples where a model is, and real numbers in its element type. */
    public Batch move(Place place) {
        return new Batch(ids, move(inputs, place), move(targets, place));
    }

    private static Tensor move(Tensor tensor, Place place) {
        return tensor.move(tensor.dtype() == DType.INT64 ? new Place(DType.INT64, place.device()) : place);
    }

    /** The same examples with other inputs. */
    public Batch withInputs(Tensor other) {
        return new Batch(ids, other, targets);
    }

    /** The same examples with other targets. */
    public Batch withTargets(Tensor other) {
        return new Batch(ids, inputs, other);
    }
}
