package dev.rote.train;

import dev.rote.data.Batch;

/** Cuts a batch into equal runs of rows. */
final class Shards {

    private Shards() {}

    /**
     * Part {@code index} of {@code count}; the whole batch itself when count is 1.
     *
     * @throws IllegalArgumentException when there is no such part or it would be empty
     */
    static Batch rows(Batch batch, int index, int count) {
        if (index < 0 || index >= count || count > batch.size()) {
            throw new IllegalArgumentException(
                    "no shard " + index + " of " + count + " in a batch of " + batch.size() + " rows");
        }
        if (count == 1) {
            return batch;
        }
        int from = (int) ((long) index * batch.size() / count);
        int to = (int) ((long) (index + 1) * batch.size() / count);
        return batch.slice(from, to - from);
    }
}
