package dev.rote.audit.learners;

import dev.rote.audit.features.Features;
import dev.rote.tensor.Seeds;
import java.util.stream.IntStream;

/**
 * What a learner is asked: the class of every example, out of sample.
 *
 * @param features of N examples
 * @param labels as given, [N], 0 to K - 1
 * @param classes K, at least 2
 * @param folds the fold of each example, [N], 0 to F - 1; examples of one fold are never used to judge one another
 * @param learn which examples may be learned from, [N]; the others are judged all the same
 * @param seeds for what is drawn
 */
public record Task(Features features, int[] labels, int classes, int[] folds, boolean[] learn, Seeds seeds) {

    public Task {
        int rows = features.rows();
        if (labels.length != rows || folds.length != rows || learn.length != rows) {
            throw new IllegalArgumentException(
                    "labels, folds and learn must have one entry for each of " + rows + " rows");
        }
        if (classes < 2) {
            throw new IllegalArgumentException("classes must be at least 2, was " + classes);
        }
    }

    /** N. */
    public int rows() {
        return labels.length;
    }

    /** The rows that may be learned from, ascending. */
    public int[] learned() {
        return IntStream.range(0, learn.length).filter(i -> learn[i]).toArray();
    }

    /** F. */
    public int foldCount() {
        int most = 0;
        for (int fold : folds) {
            most = Math.max(most, fold);
        }
        return most + 1;
    }

    /** The same question about other labels. */
    public Task labelled(int[] other) {
        return new Task(features, other, classes, folds, learn, seeds);
    }

    /** The same question about other features. */
    public Task seeing(Features other) {
        return new Task(other, labels, classes, folds, learn, seeds);
    }

    /** The same question with other examples to learn from. */
    public Task learningFrom(boolean[] other) {
        return new Task(features, labels, classes, folds, other, seeds);
    }
}
