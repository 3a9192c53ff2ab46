package dev.rote.data;

import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;

/**
 * A random change to training inputs that leaves their label right: a value in a recipe. Drawn anew for every step, keyed by
 * example, so a resumed run sees the same pixels.
 */
public interface Augmentation {

    /**
     * The inputs, changed.
     *
     * @param inputs [N, dims...]
     * @param ids which example each row is, [N]
     * @param seeds this step's randomness; key it by example id
     * @return [N, dims...]
     * @throws IllegalArgumentException when inputs of this shape cannot be changed so
     */
    Tensor apply(Tensor inputs, long[] ids, Seeds seeds);
}
