package dev.rote.audit.learners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.audit.features.Dense;
import dev.rote.audit.features.Features;
import dev.rote.audit.features.Sparse;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Workers;
import org.junit.jupiter.api.Test;

class NaiveBayesLearnerTest implements LearnerContract {

    /** The learner, shown what is positive: words are counted, never missed. */
    @Override
    public Learner learner() {
        return new Learner() {
            @Override
            public double[][] outOfSample(Task task, Workers workers) {
                float[] values = task.features().scaled().values().clone();
                for (int i = 0; i < values.length; i++) {
                    values[i] = Math.max(0, values[i]);
                }
                Dense counts = new Dense(values, task.features().scaled().columns());
                Task counted = new Task(
                        new Features(counts, counts, counts),
                        task.labels(),
                        task.classes(),
                        task.folds(),
                        task.learn(),
                        task.seeds());
                return new NaiveBayesLearner().outOfSample(counted, workers);
            }

            @Override
            public String name() {
                return new NaiveBayesLearner().name();
            }
        };
    }

    @Test
    void itIsBayesRuleByHand() {
        // Row 3 has the second word twice. Class 0 was learned from rows (2, 1) and (1, 0), class 1 from row (0, 3).
        Sparse words = new Sparse(new int[] {0, 2, 3, 4, 5}, new int[] {0, 1, 0, 1, 1}, new float[] {2, 1, 1, 3, 2}, 2);
        Dense dense = new Dense(new float[] {2, 1, 1, 0, 0, 3, 0, 2}, 2);
        double zero = 2 * Math.pow(1.5 / 5, 2); // 2 rows; (1 + alpha) of (4 + 2 alpha) words
        double one = Math.pow(3.5 / 4, 2);
        for (Features features :
                new Features[] {new Features(words, dense, dense), new Features(dense, dense, dense)}) {
            Task task = new Task(
                    features,
                    new int[] {0, 0, 1, 0},
                    2,
                    new int[] {1, 1, 1, 0},
                    new boolean[] {true, true, true, true},
                    new Seeds(0));
            try (Workers workers = new Workers(1)) {
                assertThat(new NaiveBayesLearner(0.5).outOfSample(task, workers)[3])
                        .containsExactly(new double[] {zero / (zero + one), one / (zero + one)}, within(1e-12));
            }
        }
    }

    @Test
    void onlyWeightsOfWordsSuit() {
        int[] starts = {0, 1};
        assertThat(NaiveBayesLearner.suits(new Sparse(starts, new int[] {1}, new float[] {0.5F}, 3)))
                .isTrue();
        assertThat(NaiveBayesLearner.suits(new Sparse(starts, new int[] {1}, new float[] {-0.5F}, 3)))
                .isFalse();
        assertThat(NaiveBayesLearner.suits(new Dense(new float[] {1}, 1))).isFalse();
    }

    @Test
    void alphaIsPositive() {
        assertThatThrownBy(() -> new NaiveBayesLearner(0)).hasMessage("alpha must be above 0, was 0.0");
    }
}
