package dev.rote.noise;

import dev.rote.data.Dataset;
import dev.rote.tensor.Seeds;

/** A way of spoiling data that keeps the truth; a value in a recipe. */
public interface Noise {

    /**
     * Share of the examples that are expected to be spoiled, in [0, 1]; NaN when only the data can tell. What came out is in
     * {@link Corrupted#corruptedRate()}.
     */
    double fraction();

    /**
     * The same examples, spoiled.
     *
     * @param clean the data as they should be, or spoiled already: then their labels are spoiled further
     * @param seeds where the spoiling is drawn from, once
     * @throws IllegalArgumentException when these data cannot be spoiled so, as when the target is no class
     */
    Corrupted corrupt(Dataset clean, Seeds seeds);
}
