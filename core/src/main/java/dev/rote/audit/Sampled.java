package dev.rote.audit;

import dev.rote.audit.features.Dense;
import dev.rote.audit.features.Features;
import dev.rote.audit.learners.Task;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The examples that are learned from as a task of their own, scaled features in all views: for what is told of learned examples only.
 *
 * @param rows their positions in the whole, ascending, [S]
 * @param task on them alone
 */
record Sampled(int[] rows, Task task) {

    static Sampled of(Task all) {
        int[] rows = all.learned();
        return new Sampled(rows, only(all, rows));
    }

    /** Some rows of a task, all of them to learn from. */
    private static Task only(Task all, int[] rows) {
        Dense scaled = all.features().scaled();
        int width = scaled.columns();
        float[] values = new float[Math.multiplyExact(rows.length, width)];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(scaled.values(), rows[i] * width, values, i * width, width);
        }
        Dense some = new Dense(values, width);
        boolean[] learn = new boolean[rows.length];
        Arrays.fill(learn, true);
        return new Task(
                new Features(some, some, some),
                at(all.labels(), rows),
                all.classes(),
                at(all.folds(), rows),
                learn,
                all.seeds());
    }

    /** At most so many of these, of each class its share. */
    Sampled atMost(int most) {
        if (rows.length <= most) {
            return this;
        }
        boolean[] chosen =
                Sample.of(task.labels(), task.classes(), most, task.seeds().of("fewer"));
        int[] places = IntStream.range(0, rows.length).filter(i -> chosen[i]).toArray();
        return new Sampled(at(rows, places), only(task, places));
    }

    /** The places of some positions of the whole among these; those that are not here are left out. */
    int[] places(int[] positions) {
        return Arrays.stream(positions)
                .map(position -> Arrays.binarySearch(rows, position))
                .filter(place -> place >= 0)
                .toArray();
    }

    /** The values of these examples, [S] of [N]. */
    double[] of(double[] all) {
        return Arrays.stream(rows).mapToDouble(row -> all[row]).toArray();
    }

    /** The same for classes. */
    int[] of(int[] all) {
        return at(all, rows);
    }

    /** Values of these examples as a column of the whole, [N]; NaN elsewhere. */
    double[] column(double[] some, int size) {
        double[] all = new double[size];
        Arrays.fill(all, Double.NaN);
        for (int i = 0; i < rows.length; i++) {
            all[rows[i]] = some[i];
        }
        return all;
    }

    private static int[] at(int[] all, int[] rows) {
        return Arrays.stream(rows).map(row -> all[row]).toArray();
    }
}
