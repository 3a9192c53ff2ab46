package dev.rote.audit.learners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DynamicsTest {

    @Test
    void sumsAreThoseOfTheDefinitions() {
        Dynamics.Sums sums = new Dynamics.Sums(new int[] {0, 1}, 2);
        // probabilities of the label: 3/4, 1/4, 3/4, 1/4
        float ln3 = (float) Math.log(3);
        for (int epoch = 0; epoch < 4; epoch++) {
            sums.saw(epoch, 1, new float[] {5, 5 + (epoch % 2 == 0 ? ln3 : -ln3)});
        }
        Dynamics of = sums.over(4, new double[] {7});
        assertThat(of.margin()[1]).isCloseTo(0, within(1e-6));
        assertThat(of.confidence()[1]).isCloseTo(0.5, within(1e-6));
        assertThat(of.variability()[1]).isCloseTo(0.25, within(1e-6));
        assertThat(of.forgotten()[1]).isEqualTo(2);
        assertThat(of.probabilities()[1]).containsExactly(new double[] {0.5, 0.5}, within(1e-6));
        assertThat(of.vog()).containsExactly(7);
        assertThat(of.margin()[0]).isZero();
    }

    /** Ten of 300 labels are wrong. */
    private static Task noisy() {
        Task right = Clouds.task(300, 3, 5, new Seeds(1));
        int[] labels = right.labels().clone();
        for (int i = 0; i < 10; i++) {
            labels[29 * i] = (labels[29 * i] + 1) % 3;
        }
        return Clouds.withLabels(right, labels);
    }

    @Test
    void wrongLabelsHaveTheLowestMargins() {
        Task task = noisy();
        long before = Tensor.live();
        try (Workers one = new Workers(1);
                Workers two = new Workers(2)) {
            Dynamics of = Dynamics.of(task, new NetLearner(), one);
            double[] sorted = of.margin().clone();
            Arrays.sort(sorted);
            assertThat(IntStream.range(0, 10).filter(i -> of.margin()[29 * i] < sorted[10]))
                    .hasSizeGreaterThanOrEqualTo(9);
            assertThat(of.vog()).isEmpty();
            assertThat(Dynamics.of(task, new NetLearner(), two).margin()).isEqualTo(of.margin());
        }
        assertThat(Tensor.live()).isEqualTo(before);
    }

    @Test
    void halvesTellOfWhatTheyLearnedAndJudgeTheOthers() {
        Task task = noisy();
        NetLearner learner = new NetLearner(32, 6);
        try (Workers one = new Workers(1);
                Workers two = new Workers(2)) {
            Dynamics of = Dynamics.halves(task, learner, one);
            boolean[] even = new boolean[300];
            for (int i = 0; i < 300; i++) {
                even[i] = task.folds()[i] % 2 == 0;
            }
            Dynamics first = Dynamics.of(task.learningFrom(even), learner, one);
            for (int i = 0; i < 300; i++) {
                assertThat(of.margin()[i] == first.margin()[i]).isEqualTo(even[i]);
                assertThat(Arrays.equals(of.probabilities()[i], first.probabilities()[i]))
                        .isEqualTo(!even[i]);
            }
            assertThat(Dynamics.halves(task, learner, two).probabilities()).isDeepEqualTo(of.probabilities());
            Dynamics alone = Dynamics.halves(task.learningFrom(even), learner, one);
            for (int i = 0; i < 300; i++) {
                assertThat(alone.margin()[i]).isEqualTo(first.margin()[i]);
                assertThat(alone.probabilities()[i])
                        .containsExactly(
                                even[i] ? new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0} : first.probabilities()[i],
                                within(1e-12));
            }
        }
    }

    @Test
    void slopesAreTakenOfTheSameTraining() {
        Task task = noisy();
        NetLearner learner = new NetLearner(32, 6);
        long before = Tensor.live();
        try (Workers one = new Workers(1);
                Workers two = new Workers(2)) {
            Dynamics of = Dynamics.all(task, learner, one);
            assertThat(of.margin()).isEqualTo(Dynamics.of(task, learner, one).margin());
            assertThat(of.forgotten()).isEqualTo(Dynamics.of(task, learner, one).forgotten());
            for (int label = 0; label < 3; label++) {
                int some = label;
                double[] own = IntStream.range(0, 300)
                        .filter(i -> task.labels()[i] == some)
                        .mapToDouble(i -> of.vog()[i])
                        .toArray();
                assertThat(Arrays.stream(own).average().orElseThrow()).isCloseTo(0, within(1e-9));
                assertThat(Arrays.stream(own)
                                .map(value -> value * value)
                                .average()
                                .orElseThrow())
                        .isCloseTo(1, within(1e-9));
            }
            assertThat(Dynamics.all(task, learner, two).vog()).isEqualTo(of.vog());
            assertThat(Dynamics.all(task, new NetLearner(32, 1), one).vog()).containsOnly(Double.NaN);
        }
        assertThat(Tensor.live()).isEqualTo(before);
    }

    @Test
    void somethingMustBeLearned() {
        Task task = Clouds.task(12, 3, 2, new Seeds(1));
        try (Workers workers = new Workers(1)) {
            assertThatThrownBy(() -> Dynamics.of(task.learningFrom(new boolean[12]), new NetLearner(), workers))
                    .hasMessage("at least 1 row must be one to learn from, was 0 of 12");
        }
    }
}
