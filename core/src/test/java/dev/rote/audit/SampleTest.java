package dev.rote.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.tensor.Seeds;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleTest {

    /** 700 of class 0, 290 of class 1, 7 of class 2, 2 of class 3, 1 of class 4. */
    private static final int[] LABELS = IntStream.range(0, 1000)
            .map(i -> i < 700 ? 0 : i < 990 ? 1 : i < 997 ? 2 : i < 999 ? 3 : 4)
            .toArray();

    private static int[] counts(boolean[] chosen) {
        int[] counts = new int[5];
        for (int i = 0; i < chosen.length; i++) {
            counts[LABELS[i]] += chosen[i] ? 1 : 0;
        }
        return counts;
    }

    @Test
    void everyClassHasItsShareAndTwoAtLeast() {
        assertThat(counts(Sample.of(LABELS, 5, 100, new Seeds(1)))).containsExactly(70, 29, 2, 2, 1);
        assertThat(counts(Sample.of(LABELS, 5, 500, new Seeds(1)))).containsExactly(350, 145, 3, 2, 1);
        assertThat(counts(Sample.of(LABELS, 5, 2, new Seeds(1)))).containsExactly(2, 2, 2, 2, 1);
    }

    @Test
    void allAreChosenWhereThereAreFew() {
        assertThat(counts(Sample.of(LABELS, 5, 1000, new Seeds(1)))).containsExactly(700, 290, 7, 2, 1);
        assertThat(counts(Sample.of(LABELS, 5, 20_000, new Seeds(1)))).containsExactly(700, 290, 7, 2, 1);
    }

    @Test
    void theSeedAloneDecides() {
        boolean[] chosen = Sample.of(LABELS, 5, 100, new Seeds(1));
        assertThat(Sample.of(LABELS, 5, 100, new Seeds(1))).isEqualTo(chosen);
        assertThat(Sample.of(LABELS, 5, 100, new Seeds(2))).isNotEqualTo(chosen);
        int early = 0;
        for (int i = 0; i < 350; i++) {
            early += chosen[i] ? 1 : 0;
        }
        // 70 drawn of 700: 35 of the first half are expected, deviation 4.
        assertThat(early).isBetween(19, 51);
        assertThat(Arrays.copyOf(chosen, 70)).isNotEqualTo(filled(70));
    }

    private static boolean[] filled(int count) {
        boolean[] filled = new boolean[count];
        Arrays.fill(filled, true);
        return filled;
    }
}
