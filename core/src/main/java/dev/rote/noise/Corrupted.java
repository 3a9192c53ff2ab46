package dev.rote.noise;

import dev.rote.data.Batch;
import dev.rote.data.Dataset;
import dev.rote.data.KnowsTruth;
import dev.rote.data.Target;
import dev.rote.tensor.InputShape;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A data set some of whose labels were replaced, once and for all, and which knows the truth.
 *
 * <p>An example counts as <em>corrupted</em> when its label was replaced, even where the new label equals the true one by luck, and
 * as <em>wrong</em> when its label differs from the true one. Noise over noise is one corrupted data set: the truth is that of the
 * data below all noise, and an example is corrupted when any of the noises replaced its label.
 */
public final class Corrupted implements Dataset, KnowsTruth {

    private final Dataset clean;
    private final int classes;
    private final long[] ids;
    private final long[] truth; // all by position in ids
    private final long[] labels;
    private final boolean[] replaced;

    /**
     * Wraps data, whose labels are read once.
     *
     * @param data with classes as target
     * @param replacement new label by position in {@code data.ids()}, -1 to leave the label alone
     * @throws IllegalArgumentException when the lengths differ or a label is outside the classes
     */
    public Corrupted(Dataset data, long[] replacement) {
        this(data, Labels.of(data), replacement);
    }

    /** As above, for those who have read the labels of the data. */
    Corrupted(Dataset data, long[] before, long[] replacement) {
        this.ids = data.ids();
        if (replacement.length != ids.length) {
            throw new IllegalArgumentException(
                    "need one replacement per example, " + ids.length + ", was given " + replacement.length);
        }
        this.classes = Labels.classes(data);
        if (Arrays.stream(replacement).anyMatch(label -> label < -1 || label >= classes)) {
            throw new IllegalArgumentException("a new label is outside the " + classes + " classes");
        }
        Corrupted below = data instanceof Corrupted corrupted ? corrupted : null;
        this.clean = below == null ? data : below.clean;
        this.truth = below == null ? before.clone() : below.truth;
        this.labels = before.clone();
        this.replaced = below == null ? new boolean[ids.length] : below.replaced.clone();
        for (int i = 0; i < ids.length; i++) {
            if (replacement[i] >= 0) {
                labels[i] = replacement[i];
                replaced[i] = true;
            }
        }
    }

    /** The data as they should be, below all noise. */
    public Dataset clean() {
        return clean;
    }

    /** Ids of the examples whose label was replaced ({@code true}) or left alone ({@code false}), ascending. */
    public long[] ids(boolean corrupted) {
        return IntStream.range(0, ids.length)
                .filter(i -> replaced[i] == corrupted)
                .mapToLong(i -> ids[i])
                .toArray();
    }

    /** True when this example's label was replaced. */
    public boolean isCorrupted(long id) {
        return replaced[position(id)];
    }

    @Override
    public boolean isWrong(long id) {
        return isWrongAt(position(id));
    }

    private boolean isWrongAt(int position) {
        return labels[position] != truth[position];
    }

    @Override
    public long[] truth(long[] wanted) {
        return Arrays.stream(wanted).map(id -> truth[position(id)]).toArray();
    }

    /** The labels as training sees them, in the order of the ids given. */
    @Override
    public long[] labels(long[] wanted) {
        return Arrays.stream(wanted).map(id -> labels[position(id)]).toArray();
    }

    /** Share of the examples whose label was replaced, in [0, 1]; NaN without examples. */
    public double corruptedRate() {
        return rate(i -> replaced[i]);
    }

    /** Share of the examples whose label is not the true one, in [0, 1]; NaN without examples. */
    public double wrongRate() {
        return rate(this::isWrongAt);
    }

    private double rate(IntPredicate counts) {
        return (double) IntStream.range(0, ids.length).filter(counts).count() / ids.length;
    }

    /**
     * The transition matrix that came out, [K, K]: entry (i, j) is the share of the examples of true class i that are labelled j. A
     * row sums to 1; that of a class without examples says that all keep their label.
     */
    @Override
    public double[][] transition() {
        double[][] matrix = new double[classes][classes];
        int[] counts = new int[classes];
        for (int i = 0; i < ids.length; i++) {
            matrix[(int) truth[i]][(int) labels[i]]++;
            counts[(int) truth[i]]++;
        }
        for (int label = 0; label < classes; label++) {
            if (counts[label] == 0) {
                matrix[label][label] = 1;
            } else {
                for (int to = 0; to < classes; to++) {
                    matrix[label][to] /= counts[label];
                }
            }
        }
        return matrix;
    }

    private int position(long id) {
        int position = Arrays.binarySearch(ids, id);
        if (position < 0) {
            throw new IllegalArgumentException("example " + id + " is not in this part");
        }
        return position;
    }

    @Override
    public Corrupted only(long[] chosen) {
        long[] sorted = chosen.clone();
        Arrays.sort(sorted);
        long[] replacement = Arrays.stream(sorted)
                .map(id -> isCorrupted(id) ? labels[position(id)] : -1)
                .toArray();
        return new Corrupted(clean.only(sorted), replacement);
    }

    @Override
    public long[] ids() {
        return ids.clone();
    }

    @Override
    public int size() {
        return ids.length;
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
        return batch.withTargets(batch.targets().place().indices(labels(wanted), wanted.length));
    }
}
