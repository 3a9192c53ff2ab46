package dev.rote.data.augment;

import dev.rote.data.Augmentation;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;

/**
 * Exchanges left and right of some images.
 *
 * <p>Not for digits and letters, whose label it does not leave right. Source: Krizhevsky, Sutskever and Hinton 2012, "ImageNet
 * classification with deep convolutional neural networks", section 4.1.
 *
 * @param probability that an image is flipped, in [0, 1]; 0 changes nothing
 */
public record Flip(double probability) implements Augmentation {

    /** One image in two. */
    public Flip() {
        this(0.5);
    }

    public Flip {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("probability must be in [0, 1], was " + probability);
        }
    }

    @Override
    public Tensor apply(Tensor inputs, long[] ids, Seeds seeds) {
        Seeds own = seeds.of("flip");
        return Pixels.move(inputs, ids, "flip", (id, rows, columns) -> {
            Pixels.slide(rows, 0);
            boolean flipped = own.of(id).uniform(0) < probability;
            for (int x = 0; x < columns.length; x++) {
                columns[x] = flipped ? columns.length - 1 - x : x;
            }
        });
    }
}
