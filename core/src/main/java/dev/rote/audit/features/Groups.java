package dev.rote.audit.features;

import java.util.ArrayList;
import java.util.List;

/**
 * Which examples must not judge one another.
 *
 * @param codes of each example, from 0 without a gap, [N]
 * @param duplicates groups of at least two examples that are the same, or nearly
 * @param notices what should be known
 */
record Groups(int[] codes, List<int[]> duplicates, List<String> notices) {

    /** A cluster of more than this share of all examples (and of more than 20) is no example seen twice. */
    private static final double LARGEST = 0.02;

    private static final int SMALL = 20;

    /**
     * Merges a user's groups with duplicates. Rows that are alike because there is little to tell them apart, more than 20 and 2 % of
     * all in one cluster, are no duplicates: kept together they would take a class away from those who judge it.
     *
     * @param given group of each example
     * @param same which examples are duplicates
     * @param what an example is
     */
    static Groups of(int[] given, Clusters same, String what) {
        int[] clusters = same.codes();
        Clusters all = Clusters.of(given);
        List<String> notices = new ArrayList<>();
        List<int[]> found = new ArrayList<>();
        int repeated = 0;
        int common = 0;
        for (int[] group : same.groups()) {
            if (group.length > Math.max(SMALL, LARGEST * clusters.length)) {
                common += group.length;
                continue;
            }
            found.add(group);
            repeated += group.length - 1;
            for (int member : group) {
                all.join(group[0], member);
            }
        }
        if (repeated > 0) {
            notices.add(
                    Said.count(repeated, what) + (repeated == 1 ? " repeats an earlier one" : " repeat an earlier one")
                            + ", exactly or nearly; repetitions never judge one another.");
        }
        if (common > 0) {
            notices.add(Said.count(common, what) + " agree in everything with more than " + SMALL
                    + " others: they cannot be told apart, and are not taken for duplicates.");
        }
        return new Groups(all.codes(), found, notices);
    }
}
