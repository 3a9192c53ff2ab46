package dev.rote.claims;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ObservationTest {

    private final Observation start = Observation.start();

    @Test
    void beginsWellAndKeepsFiguresInOrder() {
        assertThat(start.holds()).isTrue();
        Observation seen =
                start.see("z", 1).atLeast("a", 2, 1).atMost("m", 3, 3).within("b", 4, 4, 5);
        assertThat(seen.holds()).isTrue();
        assertThat(seen.figures().keySet()).containsExactly("z", "a", "m", "b");
        assertThat(start.figures()).isEmpty();
    }

    @Test
    void bordersBelongAndWhatLiesBeyondFails() {
        assertThat(start.atLeast("x", 0.9, 0.9).holds()).isTrue();
        assertThat(start.atLeast("x", Math.nextDown(0.9), 0.9).holds()).isFalse();
        assertThat(start.atMost("x", 0.9, 0.9).holds()).isTrue();
        assertThat(start.atMost("x", Math.nextUp(0.9), 0.9).holds()).isFalse();
        assertThat(start.within("x", 1, 1, 2).holds()).isTrue();
        assertThat(start.within("x", 2, 1, 2).holds()).isTrue();
        assertThat(start.within("x", 2.001, 1, 2).holds()).isFalse();
    }

    @Test
    void whatFailedOnceStaysFailed() {
        assertThat(start.and(false).and(true).atLeast("x", 1, 0).holds()).isFalse();
    }

    @Test
    void notANumberNeverPasses() {
        assertThat(start.atLeast("x", Double.NaN, 0).holds()).isFalse();
        assertThat(start.atMost("x", Double.NaN, 0).holds()).isFalse();
        assertThat(start.within("x", Double.NaN, 0, 1).holds()).isFalse();
        assertThat(start.see("x", Double.NaN).holds()).isTrue();
    }
}
