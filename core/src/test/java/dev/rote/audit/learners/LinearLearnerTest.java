package dev.rote.audit.learners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.audit.features.Dense;
import dev.rote.audit.features.Features;
import dev.rote.audit.features.Matrix;
import dev.rote.audit.features.Sparse;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Workers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LinearLearnerTest implements LearnerContract {

    @Override
    public Learner learner() {
        return new LinearLearner();
    }

    /** The same numbers, zeros left out. */
    private static Sparse sparse(Dense dense) {
        int[] starts = new int[dense.rows() + 1];
        int[] indices = new int[dense.values().length];
        float[] values = new float[dense.values().length];
        int at = 0;
        for (int i = 0; i < dense.rows(); i++) {
            for (int j = 0; j < dense.columns(); j++) {
                if (dense.at(i, j) != 0) {
                    indices[at] = j;
                    values[at++] = dense.at(i, j);
                }
            }
            starts[i + 1] = at;
        }
        return new Sparse(starts, Arrays.copyOf(indices, at), Arrays.copyOf(values, at), dense.columns());
    }

    private static void compareWithScikitLearn(String name, int columns, int classes, double c) throws IOException {
        List<double[]> lines;
        try (InputStream in = Objects.requireNonNull(LinearLearnerTest.class.getResourceAsStream(name))) {
            lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split(","))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toList();
        }
        int rows = lines.size();
        float[] values = new float[rows * columns];
        int[] labels = new int[rows];
        int[] folds = new int[rows];
        boolean[] learn = new boolean[rows];
        Arrays.fill(learn, true);
        for (int i = 0; i < rows; i++) {
            labels[i] = (int) lines.get(i)[0];
            folds[i] = i % 3;
            for (int j = 0; j < columns; j++) {
                values[i * columns + j] = (float) lines.get(i)[1 + j];
            }
        }
        Dense dense = new Dense(values, columns);
        for (Matrix matrix : List.of(dense, sparse(dense))) {
            Task task = new Task(new Features(matrix, dense, dense), labels, classes, folds, learn, new Seeds(0));
            try (Workers workers = new Workers(1)) {
                double[][] answer = new LinearLearner(c).outOfSample(task, workers);
                for (int i = 0; i < rows; i++) {
                    for (int k = 0; k < classes; k++) {
                        assertThat(answer[i][k]).isCloseTo(lines.get(i)[1 + columns + k], within(1e-3));
                    }
                }
            }
        }
    }

    @Test
    void threeClassesAreJudgedAsByScikitLearn() throws IOException {
        compareWithScikitLearn("logistic-3-classes.csv", 6, 3, 1);
    }

    @Test
    void twoClassesAreJudgedAsByScikitLearn() throws IOException {
        compareWithScikitLearn("logistic-2-classes.csv", 4, 2, 0.3);
    }

    @Test
    void withoutInformationItSaysTheShares() {
        // Intercepts are not penalised, so on constant columns the answer is the share of each class among the learned.
        Task task = Clouds.constant(60, 3, 5, new Seeds(1));
        int[] labels = task.labels().clone();
        for (int i = 0; i < 60; i++) {
            labels[i] = i % 12 < 6 ? 0 : 1 + i % 2;
        }
        Task uneven = Clouds.task(task.features().plain(), labels, 3, 5, new Seeds(1));
        try (Workers workers = new Workers(1)) {
            for (double[] row : new LinearLearner().outOfSample(uneven, workers)) {
                assertThat(row[0]).isCloseTo(0.5, within(1e-3));
                assertThat(row[1]).isCloseTo(0.25, within(1e-3));
            }
        }
    }

    @Test
    void theStrengthIsPositive() {
        assertThatThrownBy(() -> new LinearLearner(0)).hasMessage("c must be above 0, was 0.0");
    }
}
