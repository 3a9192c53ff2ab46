package dev.rote.train;

import dev.rote.data.Augmentation;
import dev.rote.data.Batch;
import dev.rote.data.Dataset;
import dev.rote.tensor.Place;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import java.util.List;

/** The draws of the augmentations: how the examples of a batch look this time. */
@FunctionalInterface
interface Views {

    /** Without augmentations every view is the batch itself. */
    Views NONE = (batch, clock, number) -> batch;

    /**
     * The examples of a batch under a draw.
     *
     * @param batch says which examples, and their targets
     * @param number which draw of this step
     */
    Batch of(Batch batch, Clock clock, int number);

    /**
     * Views that draw from augmentations, one after another. Draw 0 is made from the batch as it was read; for others the inputs are read
     * again, so that draws do not pile up.
     */
    static Views of(List<Augmentation> augmentations, Dataset train, Seeds seeds, Place place) {
        if (augmentations.isEmpty()) {
            return NONE;
        }
        return (batch, clock, number) -> {
            Tensor inputs = number == 0
                    ? batch.inputs()
                    : train.batch(batch.ids()).move(place).inputs();
            for (int i = 0; i < augmentations.size(); i++) {
                Seeds draw = seeds.of("augment").of(i).of(clock.step()).of(number);
                inputs = augmentations.get(i).apply(inputs, batch.ids(), draw);
            }
            return batch.withInputs(inputs);
        };
    }
}
