package dev.rote.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.train.Clock;
import org.junit.jupiter.api.Test;

class SmallLossTest {

    private static Clock epoch(long epoch) {
        return new Clock(3 * epoch + 1, 100, 3);
    }

    @Test
    void whatIsDroppedRisesAsTheAuthorsLinspaceFromItsSecondValueOn() {
        // linspace(0, 0.45, 10) is 0, 0.05, ..., 0.45; training begins at index 1.
        for (int i = 0; i < 9; i++) {
            assertThat(SmallLoss.dropped(0.45, 10, epoch(i))).isCloseTo(0.05 * (i + 1), within(1e-15));
        }
        assertThat(SmallLoss.dropped(0.45, 10, epoch(9))).isEqualTo(0.45);
        assertThat(SmallLoss.dropped(0.45, 10, epoch(30))).isEqualTo(0.45);
        for (int ramp : new int[] {0, 1, 2}) {
            assertThat(SmallLoss.dropped(0.45, ramp, epoch(0))).isEqualTo(0.45);
        }
    }

    @Test
    void keepsTheWholePartOfTheRestButAtLeastOne() {
        assertThat(SmallLoss.kept(10, 0.9, 0, epoch(0))).isEqualTo(1);
        assertThat(SmallLoss.kept(10, 0.7, 0, epoch(0))).isEqualTo(3);
        assertThat(SmallLoss.kept(9, 0.5, 0, epoch(0))).isEqualTo(4);
        assertThat(SmallLoss.kept(128, 0.5, 10, epoch(0))).isEqualTo(120); // 128 (1 - 0.5 / 9) = 120.9
        assertThat(SmallLoss.kept(7, 0, 10, epoch(5))).isEqualTo(7);
        assertThat(SmallLoss.kept(1, 0.9, 0, epoch(0))).isEqualTo(1);
        assertThat(SmallLoss.kept(0, 0.9, 0, epoch(0))).isZero();
    }

    @Test
    void picksExactlyTheSmallestAndOfEqualsTheFirst() {
        try (Scope scope = Scope.open()) {
            var losses = Place.FLOAT64.of(new double[] {3, 1, Double.NaN, 2, 1, 0, 2}, 7);
            assertThat(SmallLoss.smallest(losses, 4)).containsExactly(1, 3, 4, 5);
            assertThat(SmallLoss.smallest(losses, 0)).isEmpty();
            assertThat(SmallLoss.smallest(losses, 7)).containsExactly(0, 1, 2, 3, 4, 5, 6);
            assertThat(SmallLoss.at(losses, new int[] {5, 3}).toDoubles()).containsExactly(0, 2);
        }
    }
}
