package dev.rote.data;

import dev.rote.tensor.DType;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import java.util.Arrays;

/** Examples that can be asked for by id. */
public interface Dataset {

    /** Ids of all examples, ascending: the row in the source, unique within a part. */
    long[] ids();

    /** What one input looks like. */
    InputShape inputs();

    /** What is to be predicted. */
    Target target();

    /**
     * The named examples, in the order given.
     *
     * @throws IllegalArgumentException when an id is not in this data set
     */
    Batch batch(long[] ids);

    /**
     * The classes of the named examples as training sees them, of soft targets the largest, [N]; who holds labels in memory reads no
     * inputs for it.
     *
     * @throws IllegalArgumentException when an id is not in this data set, or its target is not classes
     */
    default long[] labels(long[] ids) {
        if (!(target() instanceof Target.Classes)) {
            throw new IllegalArgumentException("needs classes as target, was " + target());
        }
        long[] labels = new long[ids.length];
        for (int from = 0; from < ids.length; from += 1024) {
            try (Scope scope = Scope.open()) {
                Tensor targets = batch(Arrays.copyOfRange(ids, from, Math.min(ids.length, from + 1024)))
                        .targets();
                long[] block = (targets.dtype() == DType.INT64 ? targets : targets.argmax(1)).toLongs();
                System.arraycopy(block, 0, labels, from, block.length);
            }
        }
        return labels;
    }

    /** Number of examples. */
    default int size() {
        return ids().length;
    }

    /**
     * Some of these examples.
     *
     * @throws IllegalArgumentException when an id is not in this data set
     */
    default Dataset only(long[] chosen) {
        return new Subset(this, chosen);
    }
}
