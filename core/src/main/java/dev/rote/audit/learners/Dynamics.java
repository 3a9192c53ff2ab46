package dev.rote.audit.learners;

import dev.rote.data.Dataset;
import dev.rote.scores.Vog;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Workers;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How each example fared while one net was trained on all that may be learned from, [N] each: the cheapest evidence about labels.
 *
 * <p>After each epoch e of E the net gives outputs z_e and probabilities p_e; y is the given label. Rows that may not be learned from are
 * watched too, but unlike the others the net has never seen their label, so their numbers are not comparable with those of the others.
 *
 * @param margin area under the margin, {@code mean_e (z_ey - max_(k != y) z_ek)}; low is suspicious. Source: Pleiss et al. 2020, "Identifying
 *     mislabeled data using the area under the margin ranking", equations 1 and 2
 * @param confidence {@code mean_e p_ey}, in [0, 1]. This and the next two: Swayamdipta et al. 2020, "Dataset cartography", section 2.1
 * @param variability standard deviation of p_ey over the epochs, divided by E, in [0, 0.5]
 * @param forgotten how often an example that was right one epoch was wrong in the next, Toneva et al. 2019, "An empirical study of example
 *     forgetting"; there it is counted batch by batch, here epoch by epoch
 * @param probabilities {@code mean_e p_e}, [N, K], rows of sum 1
 * @param vog {@link Vog variance of gradients} over the last three epochs, any number, high is hard; empty when not asked for, NaN when the
 *     training diverged or had one epoch
 */
public record Dynamics(
        double[] margin,
        double[] confidence,
        double[] variability,
        int[] forgotten,
        double[][] probabilities,
        double[] vog) {

    private static final int SNAPSHOTS = 3;

    /**
     * Those of a net on the scaled features, all but the variance of gradients.
     *
     * @throws IllegalArgumentException when no row may be learned from
     */
    public static Dynamics of(Task task, NetLearner learner, Workers workers) {
        int[] learned = task.learned();
        if (learned.length == 0) {
            throw new IllegalArgumentException("at least 1 row must be one to learn from, was 0 of " + task.rows());
        }
        int[] all = IntStream.range(0, task.rows()).toArray();
        FoldNets nets = learner.nets(task);
        Sums sums = new Sums(task);
        try (Scope scope = Scope.open()) {
            nets.training().train(nets.examples().at(learned), nets.examples().at(all), seeds(task), workers, sums);
        }
        return sums.over(nets.training().epochs(), new double[0]);
    }

    /**
     * Those of two nets, each on every other fold: what is told of how an example was learned comes from the net that learned it, the
     * probabilities from the one that did not, uniform where that one had nothing to learn from. Of rows that neither learns from, all
     * comes from the first.
     */
    public static Dynamics halves(Task task, NetLearner learner, Workers workers) {
        boolean[] even = new boolean[task.rows()];
        boolean[] odd = new boolean[task.rows()];
        for (int i = 0; i < even.length; i++) {
            even[i] = task.learn()[i] && task.folds()[i] % 2 == 0;
            odd[i] = task.learn()[i] && !even[i];
        }
        Dynamics first = half(task.learningFrom(even), learner, workers);
        Dynamics second = half(task.learningFrom(odd), learner, workers);
        for (int i = 0; i < even.length; i++) {
            if (odd[i]) {
                first.margin[i] = second.margin[i];
                first.confidence[i] = second.confidence[i];
                first.variability[i] = second.variability[i];
                first.forgotten[i] = second.forgotten[i];
            } else if (even[i]) {
                first.probabilities[i] = second.probabilities[i];
            }
        }
        return first;
    }

    private static Dynamics half(Task task, NetLearner learner, Workers workers) {
        if (task.learned().length > 0) {
            return of(task, learner, workers);
        }
        int rows = task.rows();
        double[][] guesses = new double[rows][];
        Arrays.setAll(guesses, i -> Probabilities.uniform(task.classes()));
        return new Dynamics(
                new double[rows], new double[rows], new double[rows], new int[rows], guesses, new double[0]);
    }

    /** All of those of a net on the scaled features, every row of which is learned from. */
    public static Dynamics all(Task task, NetLearner learner, Workers workers) {
        return all(task, learner.nets(task), workers);
    }

    /** The same of a net on pictures. */
    public static Dynamics all(Task task, PictureLearner learner, Workers workers) {
        return all(task, learner.nets(task), workers);
    }

    private static Dynamics all(Task task, FoldNets nets, Workers workers) {
        NetTraining training = nets.training().watchedThroughout();
        Sums sums = new Sums(task);
        int snapshots = Math.max(2, Math.min(SNAPSHOTS, training.epochs()));
        Vog vog = new Vog("train", Vog.Stage.LATE, snapshots, 1, Vog.By.LABEL, true);
        try (Scope scope = Scope.open()) {
            Dataset learned = nets.examples().at(task.learned());
            return sums.over(training.epochs(), training.train(learned, seeds(task), workers, sums, vog));
        }
    }

    private static Seeds seeds(Task task) {
        return task.seeds().of("dynamics");
    }

    /** What is added up epoch by epoch. */
    static final class Sums implements NetTraining.Watcher {
        private final int[] labels;
        private final double[] margin;
        private final double[] confidence;
        private final double[] square;
        private final boolean[] rightBefore;
        private final int[] forgotten;
        private final double[][] probabilities;

        Sums(Task task) {
            this(task.labels(), task.classes());
        }

        Sums(int[] labels, int classes) {
            int rows = labels.length;
            this.labels = labels;
            margin = new double[rows];
            confidence = new double[rows];
            square = new double[rows];
            rightBefore = new boolean[rows];
            forgotten = new int[rows];
            probabilities = new double[rows][classes];
        }

        @Override
        public void saw(int epoch, int first, float[] outputs) {
            double[] z = new double[probabilities[0].length];
            for (int i = 0; i * z.length < outputs.length; i++) {
                for (int k = 0; k < z.length; k++) {
                    z[k] = outputs[i * z.length + k];
                }
                add(first + i, z);
            }
        }

        /** Takes in a row's outputs [K], which are overwritten. */
        void add(int row, double[] z) {
            int label = labels[row];
            double other = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < z.length; k++) {
                other = k == label ? other : Math.max(other, z[k]);
            }
            double ahead = z[label] - other;
            Probabilities.softmax(z, 0, z.length);
            double p = z[label];
            for (int k = 0; k < z.length; k++) {
                probabilities[row][k] += z[k];
            }
            margin[row] += ahead;
            confidence[row] += p;
            square[row] += p * p;
            boolean now = ahead > 0;
            forgotten[row] += rightBefore[row] && !now ? 1 : 0;
            rightBefore[row] = now;
        }

        Dynamics over(int epochs, double[] vog) {
            int rows = margin.length;
            double[] variability = new double[rows];
            for (int i = 0; i < rows; i++) {
                margin[i] /= epochs;
                confidence[i] /= epochs;
                variability[i] = Math.sqrt(Math.max(0, square[i] / epochs - confidence[i] * confidence[i]));
                for (int k = 0; k < probabilities[i].length; k++) {
                    probabilities[i][k] /= epochs;
                }
            }
            return new Dynamics(margin, confidence, variability, forgotten, probabilities, vog);
        }
    }
}
