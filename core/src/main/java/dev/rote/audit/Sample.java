package dev.rote.audit;

import dev.rote.tensor.Seeds;

/** Which examples are learned from when there are too many: of every class its share, and two at least. */
final class Sample {

    private Sample() {}

    /**
     * A sample.
     *
     * @param labels as given, [N]
     * @param classes K
     * @param most how many at most, but for two of every class
     * @return [N]
     */
    static boolean[] of(int[] labels, int classes, int most, Seeds seeds) {
        boolean[] chosen = new boolean[labels.length];
        int[] left = new int[classes];
        double share = Math.min(1, (double) most / labels.length);
        int[] counts = new int[classes];
        for (int label : labels) {
            counts[label]++;
        }
        for (int k = 0; k < classes; k++) {
            left[k] = (int) Math.max(Math.min(2, counts[k]), Math.floor(share * counts[k]));
        }
        for (int row : seeds.of("sample").permutation(labels.length)) {
            if (left[labels[row]] > 0) {
                chosen[row] = true;
                left[labels[row]]--;
            }
        }
        return chosen;
    }
}
