package dev.rote.audit;

import java.util.Arrays;
import java.util.List;

/** The same example under different labels: one of them is wrong, or the features do not tell what the label depends on. */
final class Conflicts {

    private Conflicts() {}

    /**
     * Groups whose members do not all have one label.
     *
     * @param duplicates positions of examples that are the same, or nearly
     * @param labels as given, [N]
     */
    static List<int[]> of(List<int[]> duplicates, int[] labels) {
        return duplicates.stream()
                .filter(group ->
                        Arrays.stream(group).map(i -> labels[i]).distinct().count() > 1)
                .toList();
    }
}
