package dev.rote.data;

import dev.rote.tensor.InputShape;

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
