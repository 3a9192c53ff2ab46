package dev.rote.audit.learners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.audit.features.Dense;
import dev.rote.audit.features.Features;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Workers;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeighboursLearnerTest implements LearnerContract {

    @Override
    public Learner learner() {
        return new NeighboursLearner();
    }

    private static double[][] ask(int k, Task task) {
        try (Workers workers = new Workers(1)) {
            return new NeighboursLearner(k).outOfSample(task, workers);
        }
    }

    private static double distance(Dense matrix, int a, int b) {
        double sum = 0;
        for (int j = 0; j < matrix.columns(); j++) {
            sum += Math.pow(matrix.at(a, j) - matrix.at(b, j), 2);
        }
        return Math.sqrt(sum);
    }

    @Test
    void theVotesAreThoseOfTheNearest() {
        Task task = Clouds.task(90, 3, 4, new Seeds(1));
        boolean[] learn = new boolean[90];
        for (int i = 0; i < 90; i++) {
            learn[i] = i % 7 != 0;
        }
        double[][] answer = ask(6, task.learningFrom(learn));
        Dense matrix = task.features().scaled();
        for (int row = 0; row < 90; row++) {
            int asked = row;
            List<Integer> others = IntStream.range(0, 90)
                    .filter(i -> learn[i] && task.folds()[i] != task.folds()[asked])
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> distance(matrix, asked, i)))
                    .toList();
            double half = others.stream()
                            .limit(6)
                            .mapToDouble(i -> distance(matrix, asked, i))
                            .sum()
                    / 12;
            double total = others.stream()
                    .limit(6)
                    .mapToDouble(i -> 1 / (distance(matrix, asked, i) + half))
                    .sum();
            for (int k = 0; k < 3; k++) {
                int wanted = k;
                double votes = others.stream()
                        .limit(6)
                        .filter(i -> task.labels()[i] == wanted)
                        .mapToDouble(i -> 1 / (distance(matrix, asked, i) + half))
                        .sum();
                double usual = (double) others.stream()
                                .filter(i -> task.labels()[i] == wanted)
                                .count()
                        / others.size();
                assertThat(answer[row][k]).isCloseTo((6 * votes / total + usual) / 7, within(1e-9));
            }
        }
    }

    @Test
    void aRowJustLikeThisHasMostVotes() {
        Dense matrix = new Dense(new float[] {0, 0, 1, 2}, 1);
        Task task = new Task(
                new Features(matrix, matrix, matrix),
                new int[] {0, 1, 0, 0},
                2,
                new int[] {0, 1, 1, 1},
                new boolean[] {true, true, true, true},
                new Seeds(0));
        // Distances 0, 1 and 2, half their mean is a half: votes of 2, 2/3 and 2/5.
        assertThat(ask(3, task)[0][1]).isCloseTo((3 * 2 / (2 + 2 / 3.0 + 2 / 5.0) + 1 / 3.0) / 4, within(1e-12));
    }

    @Test
    void moreThanABlockIsSearched() {
        int rows = 9000;
        float[] values = new float[rows];
        int[] labels = new int[rows];
        for (int i = 0; i < rows; i++) {
            values[i] = i * 4001 % rows;
            labels[i] = values[i] < rows / 2 ? 0 : 1;
        }
        Task task = Clouds.task(new Dense(values, 1), labels, 2, 2, new Seeds(1));
        double[][] answer = ask(3, task);
        for (int i = 0; i < rows; i++) {
            if (Math.abs(values[i] - rows / 2) > 30) {
                assertThat(answer[i][labels[i]]).isCloseTo(3.5 / 4, within(1e-9));
            }
        }
    }

    @Test
    void oneNeighbourAtLeast() {
        assertThatThrownBy(() -> new NeighboursLearner(0)).hasMessage("k must be at least 1, was 0");
    }
}
