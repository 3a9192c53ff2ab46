package dev.rote.noise;

import dev.rote.data.Dataset;
import dev.rote.tensor.Seeds;

/** A way of spoiling data that keeps the truth; a value in a recipe. */
public interface Noise {

    /** Share of the examples that are spoiled, in [0, 1]. */
    double fraction();

    /**
     * The same examples, spoiled.
     *
     * @param clean the data as they should be
     * @param seeds where the spoiling is drawn from, once
     */
    Corrupted corrupt(Dataset clean, Seeds seeds);
}
