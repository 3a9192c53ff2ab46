package dev.rote.audit.learners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.audit.features.Dense;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Workers;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ForestLearnerTest implements LearnerContract {

    @Override
    public Learner learner() {
        return new ForestLearner();
    }

    private static double[][] ask(Learner learner, Task task) {
        try (Workers workers = new Workers(1)) {
            return learner.outOfSample(task, workers);
        }
    }

    private static TreeGrower grower(float[] values, int columns, int[] labels, int classes, int[] weights, int least) {
        try (Workers workers = new Workers(1)) {
            Bins bins = Bins.of(new Dense(values, columns), 256, workers);
            return new TreeGrower(bins, labels, classes, weights, least, columns, false, new Seeds(1));
        }
    }

    /** The impurity-weighted best cut of one column by trying all of them, as the weight of its left side. */
    private static double bestScore(float[] values, int[] labels, int[] weights, int least) {
        double best = -1;
        for (float cut : values) {
            double[][] sides = new double[2][3];
            int[] rows = new int[2];
            for (int i = 0; i < values.length; i++) {
                if (weights[i] > 0) {
                    int side = values[i] <= cut ? 0 : 1;
                    sides[side][labels[i]] += weights[i];
                    rows[side]++;
                }
            }
            if (rows[0] >= least && rows[1] >= least) {
                double score = 0;
                for (double[] side : sides) {
                    double squares = 0;
                    for (double count : side) {
                        squares += count * count;
                    }
                    score += squares / Arrays.stream(side).sum();
                }
                best = Math.max(best, score);
            }
        }
        return best;
    }

    @Test
    void theFirstCutIsTheBestOfAll() {
        for (int seed = 0; seed < 50; seed++) {
            Seeds seeds = new Seeds(seed);
            int rows = 30;
            float[] values = new float[rows];
            int[] labels = new int[rows];
            int[] weights = new int[rows];
            for (int i = 0; i < rows; i++) {
                values[i] = seeds.of("x").below(15, i);
                labels[i] = seeds.of("y").below(3, i);
                weights[i] = seeds.of("w").below(4, i);
            }
            Tree tree = grower(values, 1, labels, 3, weights, 4).grow();
            float[] sorted = values.clone();
            Arrays.sort(sorted);
            double[] distinct = new double[rows];
            int count = 0;
            for (int i = 0; i < rows; i++) {
                if (i == 0 || sorted[i] != sorted[i - 1]) {
                    distinct[count++] = sorted[i];
                }
            }
            float cut = (float) distinct[tree.cuts()[0] - 1];
            double[][] sides = new double[2][3];
            for (int i = 0; i < rows; i++) {
                sides[values[i] <= cut ? 0 : 1][labels[i]] += weights[i];
            }
            double score = 0;
            for (double[] side : sides) {
                score += Arrays.stream(side).map(c -> c * c).sum()
                        / Arrays.stream(side).sum();
            }
            assertThat(score).isCloseTo(bestScore(values, labels, weights, 4), within(1e-9));
        }
    }

    @Test
    void aTreeWithoutLimitsRemembersItsRows() {
        float[] values = {0, 0, 0, 1, 1, 0, 1, 1}; // exclusive or: no single cut helps
        int[] labels = {0, 1, 1, 0};
        try (Workers workers = new Workers(1)) {
            Bins bins = Bins.of(new Dense(values, 2), 256, workers);
            Tree tree = grower(values, 2, labels, 2, new int[] {1, 1, 1, 1}, 1).grow();
            for (int i = 0; i < 4; i++) {
                double[] sums = new double[2];
                tree.addTo(bins, i, sums, 0);
                assertThat(sums[labels[i]]).isEqualTo(1);
            }
        }
    }

    @Test
    void aChainOfManyCutsIsNoTrouble() {
        int rows = 200;
        float[] values = new float[rows];
        int[] labels = new int[rows];
        int[] weights = new int[rows];
        Arrays.fill(weights, 1);
        for (int i = 0; i < rows; i++) {
            values[i] = i;
            labels[i] = i % 2;
        }
        assertThat(grower(values, 1, labels, 2, weights, 1).grow().features()).hasSize(2 * rows - 1);
    }

    @Test
    void aMissingNumberTells() {
        int rows = 60;
        float[] values = new float[rows];
        int[] labels = new int[rows];
        for (int i = 0; i < rows; i++) {
            labels[i] = i % 2;
            values[i] = labels[i] == 1 ? Float.NaN : (float) new Seeds(1).gaussian(i);
        }
        Task task = Clouds.task(new Dense(values, 1), labels, 2, 5, new Seeds(1));
        double[][] answer = ask(new ForestLearner(), task);
        for (int i = 0; i < rows; i++) {
            assertThat(answer[i][labels[i]]).isGreaterThan(0.9);
        }
    }

    @Test
    void membersOfAGroupDoNotJudgeOneAnother() {
        Task task = Clouds.task(60, 3, 4, new Seeds(3));
        int[] groups = new int[60];
        for (int i = 0; i < 60; i++) {
            groups[i] = i / 3;
        }
        Learner learner = new ForestLearner(groups);
        double[][] answer = ask(learner, task);
        int[] labels = task.labels().clone();
        for (int i = 30; i < 33; i++) {
            labels[i] = 0;
        }
        double[][] other = ask(learner, Clouds.withLabels(task, labels));
        for (int i = 30; i < 33; i++) {
            assertThat(other[i]).isEqualTo(answer[i]);
        }
        assertThat(Arrays.deepEquals(other, answer)).isFalse();
        boolean[] learn = task.learn().clone();
        learn[30] = false; // still a member of its group
        double[][] without = ask(learner, task.learningFrom(learn));
        assertThat(ask(learner, Clouds.withLabels(task, labels).learningFrom(learn))[30])
                .isEqualTo(without[30]);
    }

    @Test
    void whoWasAlwaysDrawnGetsTheSharesOfTheOthers() {
        Task task = Clouds.task(30, 3, 5, new Seeds(1));
        double[][] answer = ask(new ForestLearner(1, 2, false, new int[0]), task);
        int fallbacks = 0;
        for (int i = 0; i < 30; i++) {
            double[] shares = {10 / 29.0, 10 / 29.0, 10 / 29.0};
            shares[task.labels()[i]] = 9 / 29.0;
            fallbacks += Arrays.equals(answer[i], shares) ? 1 : 0;
        }
        assertThat(fallbacks).isBetween(13, 25); // each row is drawn with probability 0.64
    }

    @Test
    void wrongUseIsRefused() {
        assertThatThrownBy(() -> new ForestLearner(0, 2, false, new int[0]))
                .hasMessage("trees must be at least 1, was 0");
        assertThatThrownBy(() -> new ForestLearner(1, 0, false, new int[0]))
                .hasMessage("leastInLeaf must be at least 1, was 0");
        Task task = Clouds.task(30, 3, 5, new Seeds(1));
        assertThatThrownBy(() -> ask(new ForestLearner(new int[3]), task))
                .hasMessage("groups must have one entry for each of 30 rows, had 3");
    }
}
