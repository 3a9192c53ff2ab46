package dev.rote.audit.learners;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DynamicsTest {

    @Test
    void sumsAreThoseOfTheDefinitions() {
        Dynamics.Sums sums = new Dynamics.Sums(1, 2, 1);
        // probabilities of the label: 3/4, 1/4, 3/4, 1/4
        double ln3 = Math.log(3);
        for (int epoch = 0; epoch < 4; epoch++) {
            sums.add(epoch, 0, new double[] {5, 5 + (epoch % 2 == 0 ? ln3 : -ln3)}, 1);
        }
        Dynamics of = sums.over(4);
        assertThat(of.margin()[0]).isCloseTo(0, within(1e-12));
        assertThat(of.earlyMargin()[0]).isCloseTo(ln3, within(1e-12));
        assertThat(of.confidence()[0]).isCloseTo(0.5, within(1e-12));
        assertThat(of.variability()[0]).isCloseTo(0.25, within(1e-12));
        assertThat(of.correctness()[0]).isEqualTo(0.5);
        assertThat(of.forgotten()[0]).isEqualTo(2);
        assertThat(of.loss()[0]).isCloseTo(-Math.log(3 / 16.0) / 2, within(1e-12));
    }

    @Test
    void wrongLabelsHaveTheLowestMargins() {
        Task right = Clouds.task(300, 3, 5, new Seeds(1));
        int[] labels = right.labels().clone();
        for (int i = 0; i < 10; i++) {
            labels[29 * i] = (labels[29 * i] + 1) % 3;
        }
        Task task = Clouds.withLabels(right, labels);
        long before = Tensor.live();
        try (Workers one = new Workers(1);
                Workers two = new Workers(2)) {
            Dynamics of = Dynamics.of(task, one);
            double[] sorted = of.earlyMargin().clone();
            java.util.Arrays.sort(sorted);
            assertThat(IntStream.range(0, 10).filter(i -> of.earlyMargin()[29 * i] < sorted[10]))
                    .hasSizeGreaterThanOrEqualTo(9);
            assertThat(Dynamics.of(task, two).margin()).isEqualTo(of.margin());
        }
        assertThat(Tensor.live()).isEqualTo(before);
    }

    @Test
    void somethingMustBeLearned() {
        Task task = Clouds.task(12, 3, 2, new Seeds(1));
        try (Workers workers = new Workers(1)) {
            assertThatThrownBy(() -> Dynamics.of(task.learningFrom(new boolean[12]), workers))
                    .hasMessage("at least 1 row must be one to learn from, was 0 of 12");
        }
    }
}
