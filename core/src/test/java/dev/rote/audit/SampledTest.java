package dev.rote.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.audit.features.Dense;
import dev.rote.audit.features.Features;
import dev.rote.audit.learners.Task;
import dev.rote.tensor.Seeds;
import org.junit.jupiter.api.Test;

class SampledTest {

    private static Task task() {
        Dense dense = new Dense(new float[] {0, 1, 10, 11, 20, 21, 30, 31}, 2);
        return new Task(
                new Features(dense, dense, dense),
                new int[] {0, 1, 0, 1},
                2,
                new int[] {1, 0, 0, 1},
                new boolean[] {true, false, true, true},
                new Seeds(1));
    }

    @Test
    void whatIsLearnedFromIsATaskOfItsOwn() {
        Sampled sampled = Sampled.of(task());
        assertThat(sampled.rows()).containsExactly(0, 2, 3);
        assertThat(sampled.task().labels()).containsExactly(0, 0, 1);
        assertThat(sampled.task().folds()).containsExactly(1, 0, 1);
        assertThat(sampled.task().learn()).containsExactly(true, true, true);
        assertThat(sampled.task().features().scaled().values()).containsExactly(0, 1, 20, 21, 30, 31);
    }

    @Test
    void positionsAndPlacesAreTwoWaysOfCounting() {
        Sampled sampled = Sampled.of(task());
        assertThat(sampled.places(new int[] {3, 1, 0})).containsExactly(2, 0);
        assertThat(sampled.of(new int[] {5, 6, 7, 8})).containsExactly(5, 7, 8);
        assertThat(sampled.of(new double[] {5, 6, 7, 8})).containsExactly(5, 7, 8);
        assertThat(sampled.column(new double[] {1, 2, 3}, 4)).containsExactly(1, Double.NaN, 2, 3);
    }

    @Test
    void fewerAreOfEveryClass() {
        Sampled sampled = Sampled.of(task());
        assertThat(sampled.atMost(3)).isSameAs(sampled);
        Sampled two = sampled.atMost(2);
        assertThat(two.rows()).contains(3).hasSizeLessThanOrEqualTo(3);
        for (int i = 0; i < two.rows().length; i++) {
            assertThat(two.task().features().scaled().at(i, 0)).isEqualTo(10 * two.rows()[i]);
        }
    }
}
