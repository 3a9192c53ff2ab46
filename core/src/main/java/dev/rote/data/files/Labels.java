package dev.rote.data.files;

import dev.rote.data.Target;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** Reads which class each row has, and looks whether that can be learned from. */
final class Labels {

    /** More classes than this are numbers that mean something else. */
    private static final int MOST = 1 << 16;

    /** What an example may cost in memory beside its inputs: its id and its label, in a few copies while parts are made. */
    private static final int BYTES_EACH = 64;

    private Labels() {}

    /** Throws unless there are some rows, and few enough for memory. */
    static int rows(String name, long count) throws IOException {
        if (count == 0) {
            throw new IOException(name + ": holds no examples; needs at least one");
        }
        long most = Math.min(Integer.MAX_VALUE - 8L, Runtime.getRuntime().maxMemory() / BYTES_EACH);
        if (count > most) {
            throw new IOException(name + ": the ids and labels of " + count + " examples need more memory than there is"
                    + " (enough for " + most + "); give Java more with -Xmx, or split the file");
        }
        return (int) count;
    }

    /**
     * The numbers of a label file, [N] or [N, 1].
     *
     * @param inputs how many rows the inputs have
     */
    static int[] read(NumberArray array, String inputsName, long inputs) throws IOException {
        List<Long> shape = array.shape();
        if (shape.isEmpty() || array.count() != shape.get(0)) {
            throw new IOException(array.name() + ": labels must be one number per row, [N] or [N, 1], were " + shape);
        }
        if (shape.get(0) != inputs) {
            throw new IOException(array.name() + ": has " + shape.get(0) + " labels for the " + inputs + " inputs of "
                    + inputsName + "; there must be one for each");
        }
        int[] labels = new int[rows(array.name(), inputs)];
        array.visit((at, from, position) -> {
            double label = array.element().number(from, position);
            if (label != Math.rint(label) || label < 0 || label >= MOST) {
                throw new IOException(array.name() + ": row " + at + ": a label must be a whole number from 0 to "
                        + (MOST - 1) + ", was " + label);
            }
            labels[(int) at] = (int) label;
        });
        return labels;
    }

    /**
     * The classes of a train part: as many as there are names, else up to the highest label.
     *
     * @throws IOException when there is only one class, or a label has no name
     */
    static Target.Classes classes(String name, int[] labels, List<String> names) throws IOException {
        requireSeveral(name, labels);
        int highest = Arrays.stream(labels).max().orElseThrow();
        Target.Classes classes = names.isEmpty() ? new Target.Classes(highest + 1) : new Target.Classes(names);
        requireWithin(name, labels, classes);
        return classes;
    }

    /** Throws when all labels are the same. */
    static void requireSeveral(String name, int[] labels) throws IOException {
        if (Arrays.stream(labels).allMatch(label -> label == labels[0])) {
            throw new IOException(name + ": all " + labels.length + " examples have label " + labels[0]
                    + ": there is only one class, and nothing to tell apart; training needs two");
        }
    }

    /** Throws when a label is none of the classes. */
    static void requireWithin(String name, int[] labels, Target.Classes classes) throws IOException {
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] >= classes.count()) {
                throw new IOException(name + ": row " + i + ": label must be from 0 to " + (classes.count() - 1)
                        + ", was " + labels[i] + "; correct it, or name all classes");
            }
        }
    }
}
