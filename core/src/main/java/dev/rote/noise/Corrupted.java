package dev.rote.noise;

import dev.rote.data.Batch;
import dev.rote.data.Dataset;
import dev.rote.data.Target;
import dev.rote.tensor.InputShape;
import java.util.Arrays;

/**
 * A data set some of whose labels were replaced, once and for all, and which knows the truth.
 *
 * <p>An example counts as corrupted when its label was replaced, even where the new label equals the true one by luck.
 */
public final class Corrupted implements Dataset {

    private final Dataset clean;
    private final long[] ids;
    private final long[] replacement; // by position; -1 where the label was left alone

    /**
     * Wraps clean data.
     *
     * @param clean data with classes as target
     * @param replacement new label by position in {@code clean.ids()}, -1 to leave the label alone
     * @throws IllegalArgumentException when the lengths differ or a label is outside the classes
     */
    public Corrupted(Dataset clean, long[] replacement) {
        this.clean = clean;
        this.ids = clean.ids();
        this.replacement = replacement.clone();
        if (replacement.length != ids.length) {
            throw new IllegalArgumentException(
                    "need one replacement per example, " + ids.length + ", was given " + replacement.length);
        }
        if (!(clean.target() instanceof Target.Classes classes)) {
            throw new IllegalArgumentException("label noise needs classes as target, was " + clean.target());
        }
        if (Arrays.stream(replacement).anyMatch(label -> label < -1 || label >= classes.count())) {
            throw new IllegalArgumentException("a new label is outside the " + classes.count() + " classes");
        }
    }

    /** The data as they should be. */
    public Dataset clean() {
        return clean;
    }

    /** Ids of the examples whose label was replaced ({@code true}) or left alone ({@code false}), ascending. */
    public long[] ids(boolean corrupted) {
        return java.util.stream.IntStream.range(0, ids.length)
                .filter(i -> (replacement[i] >= 0) == corrupted)
                .mapToLong(i -> ids[i])
                .toArray();
    }

    /** True when this example's label was replaced. */
    public boolean isCorrupted(long id) {
        return replacement[Arrays.binarySearch(ids, id)] >= 0;
    }

    /** Share of the examples whose label was replaced, in [0, 1]. */
    public double corruptedRate() {
        return (double) ids(true).length / Math.max(1, ids.length);
    }

    /** Share of the examples whose label is not the true one, in [0, 1]. */
    public double wrongRate() {
        return 0;
    }

    @Override
    public long[] ids() {
        return ids.clone();
    }

    @Override
    public InputShape inputs() {
        return clean.inputs();
    }

    @Override
    public Target target() {
        return clean.target();
    }

    @Override
    public Batch batch(long[] wanted) {
        Batch batch = clean.batch(wanted);
        long[] labels = batch.targets().toLongs();
        for (int i = 0; i < wanted.length; i++) {
            long label = replacement[Arrays.binarySearch(ids, wanted[i])];
            if (label >= 0) {
                labels[i] = label;
            }
        }
        return batch.withTargets(batch.targets().place().indices(labels, labels.length));
    }
}
