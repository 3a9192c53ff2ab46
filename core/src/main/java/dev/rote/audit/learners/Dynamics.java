package dev.rote.audit.learners;

import dev.rote.tensor.Scope;
import dev.rote.tensor.Workers;
import java.util.stream.IntStream;

/**
 * How each example fared while one net was trained on all that may be learned from, [N] each: the cheapest evidence about labels.
 *
 * <p>After each epoch e of E the net gives outputs z_e and probabilities p_e; y is the given label. Rows that may not be learned from are
 * watched too, but unlike the others the net has never seen their label, so their numbers are not comparable with those of the others.
 *
 * @param margin area under the margin, {@code mean_e (z_ey - max_(k != y) z_ek)}; low is suspicious. Source: Pleiss et al. 2020, "Identifying
 *     mislabeled data using the area under the margin ranking", equations 1 and 2
 * @param earlyMargin the same over the first third of the epochs, before much is memorised
 * @param confidence {@code mean_e p_ey}, in [0, 1]. This and the next two: Swayamdipta et al. 2020, "Dataset cartography", section 2.1
 * @param variability standard deviation of p_ey over the epochs, divided by E, in [0, 0.5]
 * @param correctness share of epochs in which y had the largest output, in [0, 1]
 * @param forgotten how often an example that was right one epoch was wrong in the next, Toneva et al. 2019, "An empirical study of example
 *     forgetting"; there it is counted batch by batch, here epoch by epoch
 * @param loss {@code mean_e -log p_ey}, at least 0; high is suspicious
 * @param probabilities {@code mean_e p_e}, [N, K], rows of sum 1
 */
public record Dynamics(
        double[] margin,
        double[] earlyMargin,
        double[] confidence,
        double[] variability,
        double[] correctness,
        int[] forgotten,
        double[] loss,
        double[][] probabilities) {

    private static final int EPOCHS = 30;

    /** Those of a net of 128 neurons in 30 epochs. */
    public static Dynamics of(Task task, Workers workers) {
        return of(task, NetLearner.WIDTH, EPOCHS, workers);
    }

    /**
     * Those of a net of a given width in a given number of epochs, both at least 1.
     *
     * @throws IllegalArgumentException when no row may be learned from
     */
    public static Dynamics of(Task task, int width, int epochs, Workers workers) {
        int[] learned = task.learned();
        if (learned.length == 0) {
            throw new IllegalArgumentException("at least 1 row must be one to learn from, was 0 of " + task.rows());
        }
        int classes = task.classes();
        Sums sums = new Sums(task.rows(), classes, Math.max(1, epochs / 3));
        int[] all = IntStream.range(0, task.rows()).toArray();
        try (Scope scope = Scope.open()) {
            NetTraining.dense(width, epochs)
                    .train(
                            new DenseExamples(task.features().scaled(), learned, task.labels(), classes),
                            new DenseExamples(task.features().scaled(), all, task.labels(), classes),
                            task.seeds().of("dynamics"),
                            workers,
                            (epoch, first, outputs) -> {
                                double[] z = new double[classes];
                                for (int i = 0; i * classes < outputs.length; i++) {
                                    for (int k = 0; k < classes; k++) {
                                        z[k] = outputs[i * classes + k];
                                    }
                                    sums.add(epoch, first + i, z, task.labels()[first + i]);
                                }
                            });
        }
        return sums.over(epochs);
    }

    /** What is added up epoch by epoch. */
    static final class Sums {
        private final int early;
        private final double[] margin;
        private final double[] earlyMargin;
        private final double[] confidence;
        private final double[] square;
        private final int[] right;
        private final boolean[] rightBefore;
        private final int[] forgotten;
        private final double[] loss;
        private final double[][] probabilities;

        Sums(int rows, int classes, int early) {
            this.early = early;
            margin = new double[rows];
            earlyMargin = new double[rows];
            confidence = new double[rows];
            square = new double[rows];
            right = new int[rows];
            rightBefore = new boolean[rows];
            forgotten = new int[rows];
            loss = new double[rows];
            probabilities = new double[rows][classes];
        }

        /** Takes in a row's outputs [K], which are overwritten. */
        void add(int epoch, int row, double[] z, int label) {
            double other = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < z.length; k++) {
                other = k == label ? other : Math.max(other, z[k]);
            }
            double own = z[label];
            double ahead = own - other;
            loss[row] += Probabilities.softmax(z, 0, z.length) - own;
            double p = z[label];
            for (int k = 0; k < z.length; k++) {
                probabilities[row][k] += z[k];
            }
            margin[row] += ahead;
            earlyMargin[row] += epoch < early ? ahead : 0;
            confidence[row] += p;
            square[row] += p * p;
            boolean now = ahead > 0;
            right[row] += now ? 1 : 0;
            forgotten[row] += rightBefore[row] && !now ? 1 : 0;
            rightBefore[row] = now;
        }

        Dynamics over(int epochs) {
            int rows = margin.length;
            double[] variability = new double[rows];
            double[] correctness = new double[rows];
            for (int i = 0; i < rows; i++) {
                margin[i] /= epochs;
                earlyMargin[i] /= early;
                confidence[i] /= epochs;
                variability[i] = Math.sqrt(Math.max(0, square[i] / epochs - confidence[i] * confidence[i]));
                correctness[i] = (double) right[i] / epochs;
                loss[i] /= epochs;
                for (int k = 0; k < probabilities[i].length; k++) {
                    probabilities[i][k] /= epochs;
                }
            }
            return new Dynamics(
                    margin, earlyMargin, confidence, variability, correctness, forgotten, loss, probabilities);
        }
    }
}
