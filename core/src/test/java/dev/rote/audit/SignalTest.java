package dev.rote.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignalTest {

    /** 60 of 100 are of class 0: chance reaches 60 + 2 * 4.9. */
    private static boolean missing(int right) {
        int[] labels = IntStream.range(0, 100).map(i -> i < 60 ? 0 : 1).toArray();
        return Signal.missing(labels, 2, IntStream.range(0, 100).toArray(), row -> row < right)
                .isPresent();
    }

    @Test
    void aSignalBeatsTheMostFrequentClass() {
        assertThat(missing(0)).isTrue();
        assertThat(missing(60)).isTrue();
        assertThat(missing(69)).isTrue();
        assertThat(missing(70)).isFalse();
        assertThat(missing(100)).isFalse();
    }

    @Test
    void onlyTheRowsThatWereAskedCount() {
        int[] labels = {0, 0, 1, 1, 0, 0};
        assertThat(Signal.missing(labels, 2, new int[] {2, 3}, row -> false))
                .contains(
                        "What is known of the examples does not predict their labels: out of sample 0.0 % are predicted"
                                + " as labelled, and the most frequent class alone is 100.0 %.");
    }

    @Test
    void aLabelIsNotWrongOnlyBecauseMostAreHardToPredict() {
        assertThat(Signal.drowned(new Interval(0.4, 0.3, 0.5))).isEmpty();
        assertThat(Signal.drowned(new Interval(0.4, 0.3, 0.501)))
                .contains(
                        "Between 30 and 50 % of the labels contradict what is known of their examples: either most of them"
                                + " are wrong, or what is known says too little about them.");
    }
}
