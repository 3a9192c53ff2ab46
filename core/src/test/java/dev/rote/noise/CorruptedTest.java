package dev.rote.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CorruptedTest {

    private final Blobs clean = Blobs.of(6);
    private final long[] ids = clean.ids();
    private final long[] truth = Labels.of(clean);

    /** Replaces the label at one position. */
    private static long[] one(int position, long label) {
        long[] replacement = Labels.untouched(6);
        replacement[position] = label;
        return replacement;
    }

    @Test
    void aLabelThatIsReplacedByTheTrueOneIsCorruptedAndNotWrong() {
        Corrupted lucky = new Corrupted(clean, one(2, truth[2]));
        assertThat(lucky.isCorrupted(ids[2])).isTrue();
        assertThat(lucky.isWrong(ids[2])).isFalse();
        assertThat(lucky.corruptedRate()).isCloseTo(1 / 6.0, within(1e-15));
        assertThat(lucky.wrongRate()).isZero();
    }

    @Test
    void layersAddUp() {
        long wrong = (truth[2] + 3) % Blobs.CLASSES;
        Corrupted first = new Corrupted(clean, one(2, wrong));
        Corrupted second = new Corrupted(first, one(4, (truth[4] + 1) % Blobs.CLASSES));
        Corrupted third = new Corrupted(second, one(2, truth[2]));
        assertThat(second.labels(new long[] {ids[2]})).containsExactly(wrong);
        assertThat(second.ids(true)).containsExactly(ids[2], ids[4]);
        assertThat(second.ids(false)).containsExactly(ids[0], ids[1], ids[3], ids[5]);
        assertThat(third.isCorrupted(ids[2])).isTrue();
        assertThat(third.isWrong(ids[2])).isFalse();
        assertThat(third.isWrong(ids[4])).isTrue();
        assertThat(third.clean()).isSameAs(clean);
        assertThat(third.truth(ids)).containsExactly(truth);
        assertThat(first.ids(true)).as("layers above change nothing below").containsExactly(ids[2]);
    }

    @Test
    void aClassWithoutExamplesKeepsItsLabelInTheTransitionMatrix() {
        long missing = java.util.stream.LongStream.range(0, Blobs.CLASSES)
                .filter(label -> Arrays.stream(truth).noneMatch(seen -> seen == label))
                .findFirst()
                .orElseThrow();
        double[] row = new Corrupted(clean, Labels.untouched(6)).transition()[(int) missing];
        assertThat(row[(int) missing]).isEqualTo(1);
        assertThat(Arrays.stream(row).sum()).isEqualTo(1);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> new Corrupted(clean, new long[5]))
                .hasMessage("need one replacement per example, 6, was given 5");
        assertThatThrownBy(() -> new Corrupted(clean, one(0, 10))).hasMessage("a new label is outside the 10 classes");
        Corrupted noisy = new Corrupted(clean, Labels.untouched(6));
        for (org.assertj.core.api.ThrowableAssert.ThrowingCallable asking :
                new org.assertj.core.api.ThrowableAssert.ThrowingCallable[] {
                    () -> noisy.isCorrupted(2),
                    () -> noisy.isWrong(2),
                    () -> noisy.truth(new long[] {2}),
                    () -> noisy.labels(new long[] {2})
                }) {
            assertThatThrownBy(asking)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("example 2 is not in this part");
        }
    }
}
