package dev.rote.data;

import dev.rote.tensor.InputShape;
import dev.rote.tensor.Place;
import dev.rote.tensor.Tensor;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Examples with features: labels in memory, inputs read when a batch is asked for.
 *
 * <p>Everything that real data go through makes another one of these: a selection has fewer ids over the same rows, a
 * transformation other rows under the same ids. {@link #inMemory()} reads all rows once, where they fit.
 */
public final class Examples implements Dataset {

    /** Parts of more numbers than this are left where they are: 256 MiB of floats. */
    private static final long MOST_IN_MEMORY = 1L << 26;

    private final long[] ids;
    private final Rows rows;
    private final Target target;
    private final float[] targets; // classes: one number per example, exact up to 2^24; reals: D numbers per example
    private final int perExample;

    /**
     * Labelled examples.
     *
     * @param ids their rows in the source, ascending
     * @param rows where the inputs are read
     * @param target what is to be predicted
     * @param targets by position in {@code ids}: a class each, or D numbers each
     * @throws IllegalArgumentException when ids do not ascend, lengths differ, or a class is none
     */
    public Examples(long[] ids, Rows rows, Target target, float[] targets) {
        this.ids = ids.clone();
        this.rows = rows;
        this.target = target;
        this.targets = targets.clone();
        this.perExample = target instanceof Target.Reals reals ? reals.size() : 1;
        if (targets.length != (long) ids.length * perExample) {
            throw new IllegalArgumentException("needs " + perExample + " target numbers for each of " + ids.length
                    + " examples, was given " + targets.length);
        }
        for (int i = 1; i < ids.length; i++) {
            if (ids[i] <= ids[i - 1]) {
                throw new IllegalArgumentException("ids must ascend, " + ids[i] + " came after " + ids[i - 1]);
            }
        }
        if (target instanceof Target.Classes classes) {
            for (int i = 0; i < targets.length; i++) {
                if (!(targets[i] >= 0 && targets[i] < classes.count())) {
                    throw new IllegalArgumentException("label of row " + ids[i] + " must be from 0 to "
                            + (classes.count() - 1) + ", was " + targets[i]);
                }
            }
        }
    }

    /** Examples with a class each. */
    public static Examples of(long[] ids, Rows rows, Target.Classes classes, int[] labels) {
        float[] targets = new float[labels.length];
        for (int i = 0; i < labels.length; i++) {
            targets[i] = labels[i];
        }
        return new Examples(ids, rows, classes, targets);
    }

    /**
     * The examples of a part, for what works on features.
     *
     * @param who wants them, for the message
     * @throws IllegalArgumentException when the part has no features
     */
    public static Examples of(Dataset part, String who) {
        if (part instanceof Examples examples) {
            return examples;
        }
        throw new IllegalArgumentException(who + " needs data with features, these have " + part.inputs());
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
    public InputShape.Features inputs() {
        return rows.shape();
    }

    @Override
    public Target target() {
        return target;
    }

    /** Where the inputs are read. */
    public Rows rows() {
        return rows;
    }

    /**
     * The classes by position in {@link #ids()}.
     *
     * @throws IllegalArgumentException when the targets are no classes
     */
    public int[] labels() {
        if (!(target instanceof Target.Classes)) {
            throw new IllegalArgumentException("needs classes as target, was " + target);
        }
        return IntStream.range(0, targets.length).map(i -> (int) targets[i]).toArray();
    }

    @Override
    public long[] labels(long[] wanted) {
        int[] all = labels();
        return Arrays.stream(wanted).map(id -> all[position(id)]).toArray();
    }

    /** The same examples with inputs read through something else. */
    public Examples with(Rows other) {
        return new Examples(ids, other, target, targets);
    }

    /** The same examples with other classes, by position. */
    public Examples with(Target.Classes classes, int[] labels) {
        return of(ids, rows, classes, labels);
    }

    /** The examples at these positions (not ids), ascending. */
    public Examples at(int... positions) {
        long[] chosen = new long[positions.length];
        float[] wanted = new float[positions.length * perExample];
        for (int i = 0; i < positions.length; i++) {
            chosen[i] = ids[positions[i]];
            System.arraycopy(targets, positions[i] * perExample, wanted, i * perExample, perExample);
        }
        return new Examples(chosen, rows, target, wanted);
    }

    /** The same examples with all inputs read into memory, unless they are too many numbers for that. */
    public Examples inMemory() {
        return (long) ids.length * rows.width() > MOST_IN_MEMORY ? this : with(new Memory(ids, rows));
    }

    @Override
    public Batch batch(long[] wanted) {
        int width = rows.width();
        float[] inputs = new float[Math.multiplyExact(wanted.length, width)];
        int[] positions = new int[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            positions[i] = position(wanted[i]);
            rows.read(wanted[i], inputs, i * width);
        }
        return new Batch(wanted, Place.FLOAT32.of(inputs, batchShape(wanted.length)), targets(positions));
    }

    private int position(long id) {
        int position = Arrays.binarySearch(ids, id);
        if (position < 0) {
            throw new IllegalArgumentException("example " + id + " is not in this part");
        }
        return position;
    }

    private long[] batchShape(int count) {
        long[] shape = new long[1 + inputs().dims().size()];
        shape[0] = count;
        for (int i = 1; i < shape.length; i++) {
            shape[i] = inputs().dims().get(i - 1);
        }
        return shape;
    }

    private Tensor targets(int[] positions) {
        if (target instanceof Target.Classes) {
            long[] classes =
                    Arrays.stream(positions).mapToLong(at -> (long) targets[at]).toArray();
            return Place.FLOAT32.indices(classes, classes.length);
        }
        float[] reals = new float[positions.length * perExample];
        for (int i = 0; i < positions.length; i++) {
            System.arraycopy(targets, positions[i] * perExample, reals, i * perExample, perExample);
        }
        return Place.FLOAT32.of(reals, positions.length, perExample);
    }

    /** Rows that were read once and for all. */
    private static final class Memory implements Rows {
        private final long[] ids;
        private final InputShape.Features shape;
        private final float[] numbers;

        Memory(long[] ids, Rows rows) {
            this.ids = ids;
            this.shape = rows.shape();
            int width = rows.width();
            this.numbers = new float[ids.length * width];
            for (int i = 0; i < ids.length; i++) {
                rows.read(ids[i], numbers, i * width);
            }
        }

        @Override
        public InputShape.Features shape() {
            return shape;
        }

        @Override
        public void read(long id, float[] into, int at) {

            int position = Arrays.binarySearch(ids, id);
            System.arraycopy(numbers, position * width(), into, at, width());
        }
    }
}
