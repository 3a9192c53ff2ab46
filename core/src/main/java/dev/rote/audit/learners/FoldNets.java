package dev.rote.audit.learners;

import dev.rote.data.Dataset;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Workers;
import java.util.Arrays;

/**
 * How nets are trained, and on what. One a fold, they judge out of sample: {@code p = sum_t softmax(z_t) / T} over all T looks at an example.
 *
 * @param training how each is trained
 * @param examples those of the task that a net works on
 */
record FoldNets(NetTraining training, Chosen examples) {

    /** Examples of a task, by row. */
    @FunctionalInterface
    interface Chosen {
        /** The examples of these rows, ascending; called in the scope in which they are used. */
        Dataset at(int[] rows);
    }

    /** Probabilities, [N][K]: 0 for classes that a fold's net has not met, uniform where there is nothing to learn from. */
    double[][] outOfSample(Task task, Seeds seeds, Workers workers) {
        double[][] answer = new double[task.rows()][];
        workers.forEach(task.foldCount(), fold -> {
            FoldRows rows = FoldRows.of(task, fold);
            boolean learns = rows.learned().length > 0;
            for (int row : rows.judged()) {
                answer[row] = learns ? new double[task.classes()] : Probabilities.uniform(task.classes());
            }
            if (learns && rows.judged().length > 0) {
                int[] met = rows.counts(task);
                training.train(
                        examples.at(rows.learned()),
                        examples.at(rows.judged()),
                        seeds.of(fold),
                        workers,
                        (epoch, first, outputs) -> add(outputs, rows.judged(), first, met, answer));
            }
        });
        return answer;
    }

    private void add(float[] outputs, int[] judged, int first, int[] met, double[][] answer) {
        int classes = met.length;
        double[] p = new double[classes];
        for (int i = 0; i * classes < outputs.length; i++) {
            for (int k = 0; k < classes; k++) {
                p[k] = met[k] > 0 ? outputs[i * classes + k] : Double.NEGATIVE_INFINITY;
            }
            Probabilities.softmax(p, 0, classes);
            double[] row = answer[judged[first + i]];
            Arrays.setAll(row, k -> row[k] + p[k] / training.looks());
        }
    }
}
