package dev.rote.app.catalog;

import dev.rote.data.Augmentation;
import dev.rote.data.augment.Crop;
import dev.rote.data.augment.Flip;
import dev.rote.data.augment.Shift;
import java.util.List;

/** Random changes to training images. */
final class AugmentationEntries {

    private AugmentationEntries() {}

    static final List<Entry<?>> ALL = List.of(
            entry("crop", new Crop(), "cuts a random piece out of the padded image", "He et al. 2016, section 4.2"),
            entry("flip", new Flip(), "exchanges left and right", "Krizhevsky et al. 2012, section 4.1"),
            entry(
                    "shift",
                    new Shift(),
                    "moves images by up to a share of their size",
                    "Wang et al. 2019 (code); Keras"));

    private static Entry<Augmentation> entry(String name, Augmentation prototype, String line, String source) {
        return new Entry<>(Augmentation.class, name, prototype, line, source);
    }
}
