package dev.rote.data;

import dev.rote.tensor.InputShape;
import java.util.Arrays;

/** Some of the examples of a data set. */
record Subset(Dataset whole, long[] ids) implements Dataset {

    /** Throws {@link IllegalArgumentException} when an id is not in the data set. */
    Subset {
        ids = ids.clone();
        Arrays.sort(ids);
        long[] all = whole.ids();
        for (long id : ids) {
            if (Arrays.binarySearch(all, id) < 0) {
                throw new IllegalArgumentException("example " + id + " is not in this part");
            }
        }
    }

    @Override
    public InputShape inputs() {
        return whole.inputs();
    }

    @Override
    public Target target() {
        return whole.target();
    }

    @Override
    public Batch batch(long[] wanted) {
        for (long id : wanted) {
            if (Arrays.binarySearch(ids, id) < 0) {
                throw new IllegalArgumentException("example " + id + " is not in this part");
            }
        }
        return whole.batch(wanted);
    }
}
