package dev.rote.audit.learners;

import java.util.stream.IntStream;

/**
 * What one fold's model learns from and whom it judges.
 *
 * @param learned rows of other folds that may be learned from, ascending
 * @param judged rows of the fold, ascending
 */
record FoldRows(int[] learned, int[] judged) {

    static FoldRows of(Task task, int fold) {
        int[] folds = task.folds();
        boolean[] learn = task.learn();
        return new FoldRows(
                IntStream.range(0, folds.length)
                        .filter(i -> learn[i] && folds[i] != fold)
                        .toArray(),
                IntStream.range(0, folds.length).filter(i -> folds[i] == fold).toArray());
    }

    /** How many of the learned rows have each class, [K]. */
    int[] counts(Task task) {
        int[] counts = new int[task.classes()];
        for (int row : learned) {
            counts[task.labels()[row]]++;
        }
        return counts;
    }
}
