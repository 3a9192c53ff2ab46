package dev.rote.methods;

import dev.rote.data.Batch;
import dev.rote.data.Dataset;
import dev.rote.data.Target;
import dev.rote.nets.Mode;
import dev.rote.tensor.DType;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import dev.rote.train.Pass;
import dev.rote.train.Training;
import java.util.Arrays;

/** Where an example stands in the train part, for methods that keep a row for each. */
final class Positions {

    private static final int BLOCK = 256;

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

    /** Whether a pass may move what is kept: the first look at these rows in a step, and not one that only scores them. */
    static boolean move(Pass pass) {
        return pass.first() && pass.mode() == Mode.TRAIN;
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

    /** The labels that training sees, of soft ones the largest, in the order of {@link Dataset#ids()}; reads the whole part, block by block. */
    static long[] labels(Dataset train) {
        long[] ids = train.ids();
        long[] labels = new long[ids.length];
        for (int from = 0; from < ids.length; from += BLOCK) {
            try (Scope scope = Scope.open()) {
                long[] some = Arrays.copyOfRange(ids, from, Math.min(ids.length, from + BLOCK));
                Tensor targets = train.batch(some).targets();
                Tensor classes = targets.dtype() == DType.INT64 ? targets : targets.argmax(1);
                System.arraycopy(classes.toLongs(), 0, labels, from, some.length);
            }
        }
        return labels;
    }
}
