package dev.rote.audit.learners;

import dev.rote.tensor.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parts of a data set that take turns in being judged: as equal in size and in shares of classes as whole groups allow.
 *
 * <p>Groups are dealt out one by one, large before small, then by class, then in an order drawn from the seeds. Each goes to the fold
 * that has least of its classes, {@code argmin_f sum_i count_f(y_i) / count(y_i)} over its examples i, then to the smallest, then to the
 * first. Without groups each fold therefore gets its share of every class to within one example, however rare the class is.
 */
public final class Folds {

    /** How many folds an audit makes. */
    public static final int USUAL = 5;

    private Folds() {}

    /** Five folds of examples that have nothing to do with one another. */
    public static int[] of(int[] labels, int classes, Seeds seeds) {
        return of(labels, classes, new int[0], USUAL, seeds);
    }

    /**
     * The fold of each example, [N], 0 to F - 1; with fewer groups than folds some folds stay empty.
     *
     * @param labels as given, [N], 0 to K - 1
     * @param classes K
     * @param groups any numbers, [N]: examples of one group share a fold; empty when there are no groups
     * @param count F, at least 2
     * @param seeds of the order within a class
     */
    public static int[] of(int[] labels, int classes, int[] groups, int count, Seeds seeds) {
        if (count < 2) {
            throw new IllegalArgumentException("folds must be at least 2, was " + count);
        }
        if (groups.length != 0 && groups.length != labels.length) {
            throw new IllegalArgumentException(
                    "groups must have one entry for each of " + labels.length + " rows, had " + groups.length);
        }
        int[] total = new int[classes];
        for (int label : labels) {
            total[label]++;
        }
        int[][] ofClass = new int[count][classes];
        int[] size = new int[count];
        int[] folds = new int[labels.length];
        for (int[] group : inOrder(labels, groups, seeds)) {
            int best = 0;
            double least = Double.POSITIVE_INFINITY;
            for (int fold = 0; fold < count; fold++) {
                double crowd = 0;
                for (int row : group) {
                    crowd += (double) ofClass[fold][labels[row]] / total[labels[row]];
                }
                if (crowd < least || (crowd == least && size[fold] < size[best])) {
                    best = fold;
                    least = crowd;
                }
            }
            for (int row : group) {
                folds[row] = best;
                ofClass[best][labels[row]]++;
            }
            size[best] += group.length;
        }
        return folds;
    }

    private static List<int[]> inOrder(int[] labels, int[] groups, Seeds seeds) {
        int[] shuffled = seeds.of("folds").permutation(labels.length);
        List<int[]> units = new ArrayList<>();
        if (groups.length == 0) {
            for (int row : shuffled) {
                units.add(new int[] {row});
            }
        } else {
            Map<Integer, List<Integer>> members = new LinkedHashMap<>();
            for (int row : shuffled) {
                members.computeIfAbsent(groups[row], key -> new ArrayList<>()).add(row);
            }
            for (List<Integer> rows : members.values()) {
                units.add(rows.stream().mapToInt(Integer::intValue).toArray());
            }
        }
        Comparator<int[]> largeFirst = Comparator.comparingInt(unit -> -unit.length);
        units.sort(largeFirst.thenComparingInt(
                unit -> Arrays.stream(unit).map(row -> labels[row]).min().orElse(0)));
        return units;
    }
}
