package dev.rote.audit.learners;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemorizationTest {

    private static final int WRONG = 10;

    /** Ten of 300 labels are wrong. */
    private static Task task() {
        Task right = Clouds.task(300, 3, 5, new Seeds(1));
        int[] labels = right.labels().clone();
        for (int i = 0; i < WRONG; i++) {
            labels[29 * i] = (labels[29 * i] + 1) % 3;
        }
        return Clouds.withLabels(right, labels);
    }

    private static void assertWrongOnesAreHigh(double[] values, int atLeast) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        assertThat(IntStream.range(0, WRONG).filter(i -> values[29 * i] > sorted[300 - 2 * WRONG - 1]))
                .hasSizeGreaterThanOrEqualTo(atLeast);
    }

    @Test
    void wrongLabelsAreKnownByHeart() {
        Task task = task();
        long before = Tensor.live();
        try (Workers one = new Workers(1);
                Workers two = new Workers(2)) {
            double[] values = Memorization.of(task, 64, 60, one);
            assertWrongOnesAreHigh(values, 6);
            assertThat(Memorization.of(task, 64, 60, two)).isEqualTo(values);
        }
        assertThat(Tensor.live()).isEqualTo(before);
    }

    @Test
    void wrongLabelsInfluenceThemselves() {
        Task task = task();
        long before = Tensor.live();
        try (Workers one = new Workers(1);
                Workers two = new Workers(2)) {
            Reasons reasons = Reasons.of(task, 32, 20, new int[] {29}, one);
            assertThat(Arrays.stream(reasons.self()).min().orElseThrow()).isGreaterThanOrEqualTo(0);
            assertWrongOnesAreHigh(reasons.self(), 8);
            assertThat(reasons.why()).hasSizeBetween(2, 4).allSatisfy(why -> {
                assertThat(why.example()).isEqualTo(29);
                assertThat(why.because()).isNotEqualTo(29);
            });
            Reasons again = Reasons.of(task, 32, 20, new int[] {29}, two);
            assertThat(again.self()).isEqualTo(reasons.self());
            assertThat(again.why()).isEqualTo(reasons.why());
        }
        assertThat(Tensor.live()).isEqualTo(before);
    }

    @Test
    void examplesOfTheSameLabelSpeakForIt() {
        Task task = task();
        try (Workers workers = new Workers(1)) {
            for (Reasons.Reason why :
                    Reasons.of(task, 32, 20, new int[] {29, 1, 2}, workers).why()) {
                boolean same = task.labels()[why.because()] == task.labels()[why.example()];
                assertThat(same).as("%s", why).isEqualTo(why.value() > 0);
            }
        }
    }
}
