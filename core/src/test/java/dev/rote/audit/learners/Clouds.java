package dev.rote.audit.learners;

import dev.rote.audit.features.Dense;
import dev.rote.audit.features.Features;
import dev.rote.tensor.Seeds;
import java.util.Arrays;

/** Tasks of points around one centre per class. */
final class Clouds {

    private static final int COLUMNS = 4;

    private Clouds() {}

    /** Points with deviation 1 around centres 6 from the origin, each along an axis of its own; the last column is constant. */
    static Task task(int rows, int classes, int folds, Seeds seeds) {
        float[] values = new float[rows * COLUMNS];
        int[] labels = new int[rows];
        for (int i = 0; i < rows; i++) {
            labels[i] = i % classes;
            for (int j = 0; j < COLUMNS - 1; j++) {
                values[i * COLUMNS + j] = (float) (seeds.gaussian(i * COLUMNS + j) + (labels[i] == j ? 6 : 0));
            }
        }
        return task(new Dense(values, COLUMNS), labels, classes, folds, seeds);
    }

    /** Rows that cannot be told from one another. */
    static Task constant(int rows, int classes, int folds, Seeds seeds) {
        int[] labels = new int[rows];
        for (int i = 0; i < rows; i++) {
            labels[i] = i % classes;
        }
        return task(new Dense(new float[rows * COLUMNS], COLUMNS), labels, classes, folds, seeds);
    }

    static Task task(Dense dense, int[] labels, int classes, int folds, Seeds seeds) {
        boolean[] learn = new boolean[labels.length];
        Arrays.fill(learn, true);
        int[] fold = Folds.of(labels, classes, new int[0], folds, seeds);
        return new Task(new Features(dense, dense, dense), labels, classes, fold, learn, seeds);
    }

    static Task withLabels(Task task, int[] labels) {
        return new Task(task.features(), labels, task.classes(), task.folds(), task.learn(), task.seeds());
    }
}
