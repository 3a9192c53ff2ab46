package dev.rote.data.prepare;

import dev.rote.data.Examples;
import dev.rote.data.Target;
import dev.rote.tensor.Seeds;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Chooses examples at random, class by class. An example is drawn by its id: what else is in the part does not move its draw. */
final class Strata {

    private final Examples part;
    private final int[] labels;

    Strata(Examples part) {
        this.part = part;
        this.labels = part.target() instanceof Target.Classes ? part.labels() : new int[part.size()];
    }

    /**
     * Positions of so many examples, ascending: of each class its share, rounded by largest remainders (Hamilton), where
     * remainders tie the lower class first. Real targets are one class.
     *
     * @param count from 0 to the size of the part
     */
    int[] choose(int count, Seeds seeds) {
        int classes = Arrays.stream(labels).max().orElse(-1) + 1;
        int[] sizes = new int[classes];
        for (int label : labels) {
            sizes[label]++;
        }
        int[] quotas = quotas(sizes, count);
        return IntStream.range(0, classes)
                .flatMap(label -> Arrays.stream(choose(label, quotas[label], seeds)))
                .sorted()
                .toArray();
    }

    /** Positions of so many examples of one class. */
    int[] choose(int label, int count, Seeds seeds) {
        long[] ids = part.ids();
        return IntStream.range(0, labels.length)
                .filter(at -> labels[at] == label)
                .boxed()
                .sorted(Comparator.comparingLong(at -> seeds.of(ids[at]).bits(0)))
                .limit(count)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    /** How many examples are of a class. */
    int size(int label) {
        return (int) Arrays.stream(labels).filter(each -> each == label).count();
    }

    /** The positions that are not among these, ascending. */
    int[] others(int[] chosen) {
        return IntStream.range(0, labels.length)
                .filter(at -> Arrays.binarySearch(chosen, at) < 0)
                .toArray();
    }

    private static int[] quotas(int[] sizes, int count) {
        long total = Arrays.stream(sizes).asLongStream().sum();
        int[] quotas = new int[sizes.length];
        int given = 0;
        for (int label = 0; label < sizes.length; label++) {
            quotas[label] = (int) ((long) sizes[label] * count / total);
            given += quotas[label];
        }
        IntStream.range(0, sizes.length)
                .boxed()
                .sorted(Comparator.comparingLong(label -> -((long) sizes[label] * count % total)))
                .limit(count - given)
                .forEach(label -> quotas[label]++);
        return quotas;
    }
}
