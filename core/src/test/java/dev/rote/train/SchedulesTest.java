package dev.rote.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SchedulesTest {

    private static double at(Schedule schedule, long step, long steps) {
        return schedule.factor(new Clock(step, steps, 5));
    }

    @Test
    void constantIsOne() {
        assertThat(at(new Constant(), 7, 10)).isEqualTo(1);
    }

    @Test
    void cosineFallsFromOneThroughTheMiddleToTheFloor() {
        Schedule schedule = new Cosine(0.2);
        assertThat(at(schedule, 0, 100)).isEqualTo(1);
        assertThat(at(schedule, 50, 100)).isCloseTo(0.6, within(1e-12));
        assertThat(at(schedule, 100, 100)).isCloseTo(0.2, within(1e-12));
        assertThat(at(schedule, 25, 100)).isCloseTo(0.2 + 0.4 * (1 + Math.sqrt(0.5)), within(1e-12));
    }

    @Test
    void warmupRisesInEqualStepsAndHandsOver() {
        Schedule schedule = new Warmup(4, new Cosine());
        assertThat(at(schedule, 0, 104)).isEqualTo(0.25);
        assertThat(at(schedule, 2, 104)).isEqualTo(0.75);
        assertThat(at(schedule, 3, 104)).isEqualTo(1);
        assertThat(at(schedule, 4, 104)).isEqualTo(1);
        assertThat(at(schedule, 54, 104)).isCloseTo(0.5, within(1e-12));
        assertThat(at(schedule, 104, 104)).isCloseTo(0, within(1e-12));
    }

    @Test
    void aTrainingShorterThanItsWarmupNeverLeavesIt() {
        assertThat(at(new Warmup(10, new Constant()), 4, 5)).isEqualTo(0.5);
    }

    @Test
    void linearStaysThenFallsInAStraightLine() {
        Schedule schedule = new Linear(0.4, 0);
        assertThat(at(schedule, 40, 100)).isEqualTo(1);
        assertThat(at(schedule, 70, 100)).isCloseTo(0.5, within(1e-12));
        assertThat(at(schedule, 100, 100)).isCloseTo(0, within(1e-12));
        assertThat(at(new Linear(0, 0.5), 50, 100)).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void stepsMultiplyAtEachMilestone() {
        Schedule schedule = new Steps();
        assertThat(at(schedule, 49, 100)).isEqualTo(1);
        assertThat(at(schedule, 50, 100)).isEqualTo(0.1);
        assertThat(at(schedule, 75, 100)).isCloseTo(0.01, within(1e-12));
    }

    @Test
    void everyRoundGoesByTheSameScheduleAndTheLastTakesTheRest() {
        Schedule schedule = new Rounds(3, new Cosine());
        for (long step = 0; step < 33; step++) {
            assertThat(at(schedule, step, 100)).isEqualTo(at(schedule, step + 33, 100));
        }
        assertThat(at(schedule, 66, 100)).isEqualTo(1);
        assertThat(at(schedule, 83, 100)).isCloseTo(0.5, within(1e-12));
        assertThat(at(new Rounds(9, new Cosine()), 3, 4)).isEqualTo(1); // more rounds than steps
    }

    @Test
    void wrongValuesAreNamed() {
        assertThatThrownBy(() -> new Linear(1, 0)).hasMessage("from must be in [0, 1), was 1.0");
        assertThatThrownBy(() -> new Steps(java.util.List.of(2.0), 0.1)).hasMessage("at must be in [0, 1], was 2.0");
        assertThatThrownBy(() -> new Rounds(0, new Cosine())).hasMessage("count must be at least 1, was 0");
        assertThatThrownBy(() -> new Cosine(1.5)).hasMessage("floor must be in [0, 1], was 1.5");
        assertThatThrownBy(() -> new Warmup(0, new Constant())).hasMessage("length must be at least 1, was 0");
    }
}
