package dev.rote.methods;

import dev.rote.data.Batch;
import dev.rote.data.Dataset;
import dev.rote.data.Target;
import dev.rote.tensor.Tensor;
import dev.rote.train.Training;
import java.util.Arrays;

/** Where an example stands in the train part, for methods that keep a row for each. */
final class Positions {

    private final long[] ids;

    Positions(Dataset train) {
        ids = train.ids();
    }

    /**
     * The rows of a batch, int64 [N], on its device.
     *
     * @throws IllegalArgumentException when an example is not of the train part
     */
    Tensor of(Batch batch) {
        long[] rows = new long[batch.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.binarySearch(ids, batch.ids()[i]);
            if (rows[i] < 0) {
                throw new IllegalArgumentException(
                        "example " + batch.ids()[i] + " is not in the train part, of which this method keeps targets");
            }
        }
        return batch.targets().place().indices(rows, rows.length);
    }

    /**
     * How many classes the train part has.
     *
     * @throws IllegalArgumentException when its target is not classes
     */
    static int classes(String method, Training training) {
        if (training.data("train").target() instanceof Target.Classes classes) {
            return classes.count();
        }
        throw new IllegalArgumentException(method + " needs classes as target, the train part has real numbers");
    }
}
