package dev.rote.noise;

import dev.rote.data.Dataset;
import dev.rote.data.Target;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The labels of a data set and what is drawn from them; positions are those in {@code ids()}. */
final class Labels {

    private Labels() {}

    /**
     * Number of classes.
     *
     * @throws IllegalArgumentException when the target is not one of at least two classes
     */
    static int classes(Dataset data) {
        if (!(data.target() instanceof Target.Classes classes)) {
            throw new IllegalArgumentException("label noise needs classes as target, was " + data.target());
        }
        if (classes.count() < 2) {
            throw new IllegalArgumentException("label noise needs at least 2 classes, was " + classes.count());
        }
        return classes.count();
    }

    /** Labels as they are in the data, which may be spoiled already; [N] by position. */
    static long[] of(Dataset data) {
        return data.labels(data.ids());
    }

    /** Labels as they should be; [N] by position. */
    static long[] truth(Dataset data) {
        return data instanceof Corrupted corrupted ? corrupted.truth(data.ids()) : of(data);
    }

    /** Positions of each class, ascending, [K][]. */
    static int[][] positions(long[] labels, int classes) {
        int[] counts = new int[classes];
        for (long label : labels) {
            counts[(int) label]++;
        }
        int[][] positions = new int[classes][];
        Arrays.setAll(positions, label -> new int[counts[label]]);
        for (int i = labels.length - 1; i >= 0; i--) {
            int label = (int) labels[i];
            positions[label][--counts[label]] = i;
        }
        return positions;
    }

    /** Nothing replaced yet: -1 everywhere. */
    static long[] untouched(int size) {
        long[] replacement = new long[size];
        Arrays.fill(replacement, -1);
        return replacement;
    }

    /** Positions of all examples whose label is wanted, ascending; wanted: [K]. */
    static int[] positions(long[] labels, boolean[] wanted) {
        return IntStream.range(0, labels.length)
                .filter(i -> wanted[(int) labels[i]])
                .toArray();
    }

    /** Refuses what is no probability; names it as the recipe does. */
    static void probability(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1], was " + value);
        }
    }
}
