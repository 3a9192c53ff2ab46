package dev.rote.data;

import dev.rote.tensor.InputShape;

/**
 * Numbers of examples, read one row at a time by whoever needs them: from a mapped file, from memory, or through a
 * transformation. Nothing is read before it is asked for, so a source may be larger than memory. Safe for several threads.
 */
public interface Rows {

    /** The shape of one row. */
    InputShape.Features shape();

    /**
     * Writes one row into an array.
     *
     * @param id which example: its row in the source
     * @param into receives {@code shape().size()} numbers, row-major
     * @param at the position of the first of them
     */
    void read(long id, float[] into, int at);

    /** How many numbers a row has. */
    default int width() {
        return Math.toIntExact(shape().size());
    }
}
