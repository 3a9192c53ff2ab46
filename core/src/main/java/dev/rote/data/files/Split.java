package dev.rote.data.files;

import dev.rote.data.Examples;
import dev.rote.data.Parts;
import dev.rote.data.Source;
import dev.rote.data.Target;
import dev.rote.tensor.Seeds;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

/** Cuts a test part off examples that have none: of each class the same share, drawn from the seeds. */
final class Split {

    private Split() {}

    /** Throws {@link IllegalArgumentException} unless the share is in [0, 1). */
    static void require(String field, double share) {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException(field + " must be in [0, 1), was " + share);
        }
    }

    /**
     * The share of each class, rounded to whole examples, but never all of them, becomes the test part; 0 makes none.
     *
     * @throws IllegalArgumentException when a share above 0 comes to no example at all
     */
    static Parts of(Source source, Examples all, String field, double share, Seeds seeds) {
        Parts parts = new Parts(source, Map.of());
        if (share == 0) {
            return parts.with("train", all);
        }
        int[] labels = all.labels();
        boolean[] test = new boolean[labels.length];
        int classes = ((Target.Classes) all.target()).count();
        int[][] members = members(labels, classes);
        for (int label = 0; label < classes; label++) {
            int[] order = seeds.of("split").of(label).permutation(members[label].length);
            long count = Math.min(order.length - 1L, Math.round(share * order.length));
            for (int i = 0; i < count; i++) {
                test[members[label][order[i]]] = true;
            }
        }
        int[] chosen = IntStream.range(0, test.length).filter(i -> test[i]).toArray();
        if (chosen.length == 0) {
            throw new IllegalArgumentException(field + " " + share + " of " + labels.length
                    + " examples leaves none to test on; make it larger, or 0 for no test part");
        }
        int[] rest = IntStream.range(0, test.length).filter(i -> !test[i]).toArray();
        return parts.with("train", all.at(rest)).with("test", all.at(chosen));
    }

    private static int[][] members(int[] labels, int classes) {
        int[] counts = new int[classes];
        for (int label : labels) {
            counts[label]++;
        }
        int[][] members = Arrays.stream(counts).mapToObj(int[]::new).toArray(int[][]::new);
        for (int i = labels.length - 1; i >= 0; i--) {
            members[labels[i]][--counts[labels[i]]] = i;
        }
        return members;
    }
}
