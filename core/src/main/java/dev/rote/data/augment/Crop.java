package dev.rote.data.augment;

import dev.rote.data.Augmentation;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;

/**
 * Pads images with zeros on all sides and cuts a piece of the old size out at a random place.
 *
 * <p>Both offsets are uniform in {0, ..., 2 padding}; padding 0 changes nothing. Source: He et al. 2016, "Deep residual learning
 * for image recognition", section 4.2.
 *
 * @param padding pixels on each side, at least 0
 */
public record Crop(int padding) implements Augmentation {

    /** Four pixels, as for CIFAR in the paper. */
    public Crop() {
        this(4);
    }

    public Crop {
        if (padding < 0) {
            throw new IllegalArgumentException("padding must be at least 0, was " + padding);
        }
    }

    @Override
    public Tensor apply(Tensor inputs, long[] ids, Seeds seeds) {
        Seeds own = seeds.of("crop");
        return Pixels.move(inputs, ids, "crop", (id, rows, columns) -> {
            Seeds draws = own.of(id);
            Pixels.slide(rows, draws.below(2 * padding + 1, 0) - padding);
            Pixels.slide(columns, draws.below(2 * padding + 1, 1) - padding);
        });
    }
}
