package dev.rote.audit.learners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What every learner keeps to. */
interface LearnerContract {

    Learner learner();

    /** For those that hold more of the examples than the task does. */
    default Learner learner(Task task) {
        return learner();
    }

    /** Of rows that are far from any border, how many of 100 are judged right at least. */
    default double rightAtLeast() {
        return 0.95;
    }

    private double[][] ask(Task task, int count) {
        try (Workers workers = new Workers(count)) {
            return learner(task).outOfSample(task, workers);
        }
    }

    private static void assertProbabilities(double[][] rows, Task task) {
        assertThat(rows).hasNumberOfRows(task.rows());
        for (double[] row : rows) {
            assertThat(row).hasSize(task.classes());
            double sum = 0;
            for (double p : row) {
                assertThat(p).isBetween(0.0, 1.0);
                sum += p;
            }
            assertThat(sum).isCloseTo(1, within(1e-6));
        }
    }

    @Test
    default void rowsAreProbabilitiesAndMostlyRight() {
        Task task = Clouds.task(200, 3, 5, new Seeds(1));
        double[][] answer = ask(task, 1);
        assertProbabilities(answer, task);
        int right = 0;
        for (int i = 0; i < task.rows(); i++) {
            double own = answer[i][task.labels()[i]];
            right += own == Arrays.stream(answer[i]).max().orElseThrow() ? 1 : 0;
        }
        assertThat(right / 200.0).isGreaterThanOrEqualTo(rightAtLeast());
    }

    @Test
    default void theAnswerDoesNotDependOnWorkersAndNothingLeaks() {
        Task task = Clouds.task(150, 3, 5, new Seeds(2));
        long before = Tensor.live();
        double[][] one = ask(task, 1);
        assertThat(ask(task, 1)).isDeepEqualTo(one);
        assertThat(ask(task, 3)).isDeepEqualTo(one);
        assertThat(Tensor.live()).isEqualTo(before);
    }

    @Test
    default void aRowsOwnLabelDoesNotInfluenceItsAnswer() {
        Task task = Clouds.task(60, 3, 4, new Seeds(3));
        double[][] answer = ask(task, 1);
        for (int row : new int[] {0, 17, 42, 59}) {
            int[] labels = task.labels().clone();
            labels[row] = (labels[row] + 1) % 3;
            double[][] other = ask(Clouds.withLabels(task, labels), 1);
            assertThat(other[row]).isEqualTo(answer[row]);
            assertThat(Arrays.deepEquals(other, answer)).isFalse();
        }
    }

    @Test
    default void whatMayNotBeLearnedIsNotLearned() {
        Task all = Clouds.task(60, 3, 4, new Seeds(4));
        boolean[] learn = new boolean[60];
        for (int i = 0; i < 60; i++) {
            learn[i] = i % 4 != 1;
        }
        Task task = all.learningFrom(learn);
        double[][] answer = ask(task, 1);
        assertProbabilities(answer, task);
        assertThat(Arrays.deepEquals(answer, ask(all, 1))).isFalse();
        int[] labels = task.labels().clone();
        for (int i = 0; i < 60; i++) {
            labels[i] = learn[i] ? labels[i] : (labels[i] + 1) % 3;
        }
        assertThat(ask(Clouds.withLabels(task, labels), 1)).isDeepEqualTo(answer);
    }

    @Test
    default void aClassWithoutExamplesIsJudgedToo() {
        Task three = Clouds.task(60, 3, 4, new Seeds(5));
        Task task = new Task(three.features(), three.labels(), 6, three.folds(), three.learn(), three.seeds());
        double[][] answer = ask(task, 1);
        assertProbabilities(answer, task);
        assertThat(Arrays.stream(answer)).allSatisfy(row -> assertThat(row[5]).isLessThan(0.2));
    }

    @Test
    default void oneClassLeftToLearnFromIsLikely() {
        Task two = Clouds.task(40, 2, 2, new Seeds(6));
        int[] folds = new int[40];
        for (int i = 0; i < 40; i++) {
            folds[i] = two.labels()[i]; // who judges one class has seen only the other
        }
        Task task = new Task(two.features(), two.labels(), 2, folds, two.learn(), two.seeds());
        assertProbabilities(ask(task, 1), task);
    }

    @Test
    default void nothingToLearnFromMeansEverythingIsAsLikely() {
        Task all = Clouds.task(12, 3, 2, new Seeds(7));
        double[][] answer = ask(all.learningFrom(new boolean[12]), 1);
        for (double[] row : answer) {
            assertThat(row).containsExactly(1 / 3.0, 1 / 3.0, 1 / 3.0);
        }
    }

    @Test
    default void fewRowsAndConstantColumnsAreNoTrouble() {
        for (int rows = 1; rows <= 4; rows++) {
            Task task = Clouds.task(rows, 2, 5, new Seeds(8));
            assertProbabilities(ask(task, 1), task);
        }
        Task constant = Clouds.constant(30, 3, 5, new Seeds(9));
        double[][] answer = ask(constant, 1);
        assertProbabilities(answer, constant);
    }
}
