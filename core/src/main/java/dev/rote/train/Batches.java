package dev.rote.train;

import dev.rote.data.Batch;
import dev.rote.data.Dataset;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which examples each step sees: all of them, or the next few of an order that is drawn anew for every epoch. The order is a
 * function of seed and epoch, so a resumed training needs no memory of it.
 */
final class Batches implements AutoCloseable {

    private final Dataset train;
    private final int size;
    private final Seeds seeds;
    private final Place place;
    private @Nullable Batch whole;
    private long[] order = {};
    private long orderEpoch = -1;

    /**
     * Batches of a training part.
     *
     * @param size examples per batch, 0 for all; an incomplete last batch of an epoch is left out
     * @throws IllegalArgumentException when there are fewer examples than that
     */
    Batches(Dataset train, int size, Seeds seeds, Place place) {
        if (size > train.size()) {
            throw new IllegalArgumentException(
                    "batch size must be at most the " + train.size() + " training examples, was " + size);
        }
        this.train = train;
        this.size = size;
        this.seeds = seeds;
        this.place = place;
    }

    /** Steps in one pass over the training part. */
    long perEpoch() {
        return size == 0 ? 1 : train.size() / size;
    }

    /** The batch of the step that the clock shows; a whole-data batch is the same object every time. */
    Batch at(Clock clock) {
        if (size == 0) {
            return whole();
        }
        if (clock.epoch() != orderEpoch) {
            orderEpoch = clock.epoch();
            long[] ids = train.ids();
            int[] shuffled = seeds.of("order").of(orderEpoch).permutation(ids.length);
            order = Arrays.stream(shuffled).mapToLong(i -> ids[i]).toArray();
        }
        int from = (int) (clock.step() % clock.stepsPerEpoch()) * size;
        return train.batch(Arrays.copyOfRange(order, from, from + size)).move(place);
    }

    private Batch whole() {
        Batch known = whole;
        if (known == null) {
            known = train.batch(train.ids()).move(place);
            Scope.release(known.inputs());
            Scope.release(known.targets());
            whole = known;
        }
        return known;
    }

    @Override
    public void close() {
        if (whole != null) {
            List.of(whole.inputs(), whole.targets()).forEach(Tensor::close);
        }
    }
}
