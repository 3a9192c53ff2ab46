package dev.rote.data;

import dev.rote.tensor.Seeds;

/** Where examples come from: a value in a recipe that opens as data parts. */
public interface Source {

    /**
     * Reads or makes the examples and splits them.
     *
     * @param seeds the recipe's randomness for data; the split is drawn from it
     * @return at least a {@code train} part
     */
    Parts open(Seeds seeds);
}
