package dev.rote.audit.features;

import dev.rote.data.Examples;
import java.util.List;
import java.util.Optional;

/**
 * A user's data, ready to be audited: N examples in the order of the input, K classes.
 *
 * @param source what it is, such as {@code people.csv}
 * @param classes names, [K], at least 2
 * @param labels class of each example as given, [N]
 * @param rows the row of each example in the input, from 0, ascending, [N]; examples without a label are left out
 * @param ids what the input calls each example, verbatim, [N]; empty when no column was named
 * @param groups which examples must not judge one another, [N]: those of a user's group, and duplicates; from 0 without a gap
 * @param features the examples as numbers
 * @param exhibits the examples as a person would look at them
 * @param duplicates groups of at least two examples that are the same, or nearly, positions ascending
 * @param pictures all their pixels, by row of the input, when the examples are pictures
 * @param sentences their vectors, when the examples are texts
 * @param notices what a reader must know before believing anything, a sentence each
 */
public record Input(
        String source,
        List<String> classes,
        int[] labels,
        int[] rows,
        List<String> ids,
        int[] groups,
        Features features,
        Exhibits exhibits,
        List<int[]> duplicates,
        Optional<Examples> pictures,
        Optional<Sentences> sentences,
        List<String> notices) {

    public Input {
        classes = List.copyOf(classes);
        ids = List.copyOf(ids);
        duplicates = List.copyOf(duplicates);
        notices = List.copyOf(notices);
        int size = features.rows();
        if (labels.length != size
                || rows.length != size
                || groups.length != size
                || !(ids.isEmpty() || ids.size() == size)) {
            throw new IllegalArgumentException(
                    "labels, rows, groups and ids must have one entry for each of " + size + " examples");
        }
    }

    /** N. */
    public int size() {
        return labels.length;
    }
}
