package dev.rote.audit.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Looks for columns that give the label away. For notices only: what labels say here decides no feature. */
final class Leaks {

    private static final int BINS = 64;
    /** Share of the errors of always naming the largest class that are left by a column that leaks. */
    private static final double LEFT = 0.05;
    /** Share of the changes of class expected in a random order that are seen in an order that leaks. */
    private static final double CHANGES = 0.2;

    private static final int FEW = 20;

    private Leaks() {}

    /** Positions of columns that predict the label almost perfectly, each alone: each row by the others of equal value. */
    static List<Integer> columns(List<Encoded> columns, int[] labels, int classes) {
        List<Integer> found = new ArrayList<>();
        if (labels.length < FEW) {
            return found;
        }
        int[] all = counts(labels, classes);
        int largest = IntStream.of(all).max().orElseThrow();
        for (int c = 0; c < columns.size(); c++) {
            Bins bins = Bins.of(columns.get(c), BINS);
            int[][] counts = new int[bins.count()][classes];
            for (int i = 0; i < labels.length; i++) {
                counts[bins.at(i)][labels[i]]++;
            }
            int wrong = 0;
            for (int i = 0; i < labels.length; i++) {
                wrong += others(counts[bins.at(i)], labels[i]) == labels[i] ? 0 : 1;
            }
            if (wrong <= LEFT * (labels.length - largest)) {
                found.add(c);
            }
        }
        return found;
    }

    /** The most frequent class when one example of a class is left out; -1 when nothing is left. */
    private static int others(int[] counts, int without) {
        int best = -1;
        int most = 0;
        for (int c = 0; c < counts.length; c++) {
            int count = counts[c] - (c == without ? 1 : 0);
            if (count > most) {
                best = c;
                most = count;
            }
        }
        return best;
    }

    private static int[] counts(int[] labels, int classes) {
        int[] counts = new int[classes];
        for (int label : labels) {
            counts[label]++;
        }
        return counts;
    }

    /** Whether rows sorted by these texts (by number, where they are numbers) are nearly sorted by class. */
    static boolean sorted(String[] values, int[] labels, int classes) {
        if (labels.length < FEW) {
            return false;
        }
        boolean numbers = Arrays.stream(values).noneMatch(value -> Double.isNaN(ColumnProfile.number(value)));
        Comparator<Integer> order = numbers
                ? Comparator.comparingDouble(i -> ColumnProfile.number(values[i]))
                : Comparator.comparing(i -> values[i]);
        int[] by = IntStream.range(0, labels.length)
                .boxed()
                .sorted(order)
                .mapToInt(i -> labels[i])
                .toArray();
        int changes = 0;
        for (int i = 1; i < by.length; i++) {
            changes += by[i] == by[i - 1] ? 0 : 1;
        }
        double same = 0;
        for (int count : counts(labels, classes)) {
            same += Math.pow((double) count / labels.length, 2);
        }
        return changes <= CHANGES * (1 - same) * labels.length;
    }
}
