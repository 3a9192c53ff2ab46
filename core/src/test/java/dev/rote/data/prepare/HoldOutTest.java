package dev.rote.data.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.data.Parts;
import dev.rote.data.Preparation;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class HoldOutTest implements PreparationContract {

    @Override
    public Preparation preparation() {
        return new HoldOut();
    }

    @Override
    public String name() {
        return "hold-out";
    }

    @Override
    public Set<String> touched() {
        return Set.of("train", "validation");
    }

    @Override
    public boolean draws() {
        return true;
    }

    @Override
    public Map<String, ThrowingCallable> refusals() {
        return Map.of(
                "fraction must be in (0, 1), was 1.0",
                () -> new HoldOut("train", "validation", 1),
                "count must be at least 1, was 0",
                () -> counted(0),
                "as must be a name, was ' '",
                () -> new HoldOut("train", " ", 0.1),
                "as must be the name of a new part, not one of [train, test, extra], was test",
                () -> new HoldOut("train", "test", 0.1).apply(Album.usual().parts(), SEEDS),
                "hold-out must leave examples in both parts, it would move 61 of the 61 of part train",
                () -> counted(61).apply(Album.usual().parts(), SEEDS),
                "hold-out must leave examples in both parts, it would move 0 of the 61 of part train",
                () -> new HoldOut("train", "validation", 0.001)
                        .apply(Album.usual().parts(), SEEDS));
    }

    private static HoldOut counted(int count) {
        return new HoldOut("train", "validation", 0.5, OptionalInt.of(count));
    }

    @Test
    void theTwoPartsMakeUpTheOld() {
        Parts before = Album.usual().parts();
        Parts after = new HoldOut("train", "holdout", 0.25).apply(before, SEEDS);
        assertThat(after.get("holdout").size()).isEqualTo(15);
        assertThat(LongStream.concat(
                                LongStream.of(after.get("train").ids()),
                                LongStream.of(after.get("holdout").ids()))
                        .sorted())
                .containsExactly(
                        LongStream.of(before.get("train").ids()).boxed().toArray(Long[]::new));
        int[] all = TakeTest.sizes(Album.examples(before.get("train")));
        int[] held = TakeTest.sizes(Album.examples(after.get("holdout")));
        for (int label = 0; label < 5; label++) {
            assertThat((double) held[label]).isCloseTo(15 * all[label] / 61.0, within(1 - 1e-9));
        }
    }

    @Test
    void aCountStandsInPlaceOfTheFraction() {
        assertThat(counted(7)
                        .apply(Album.usual().parts(), SEEDS)
                        .get("validation")
                        .size())
                .isEqualTo(7);
    }

    @Test
    void sharesAreRoundedToTheNearest() {
        // 0.29 * 100 is a little below 29 in floating point
        Parts hundred = Album.usual().parts();
        long[] ids = LongStream.range(0, 100).toArray();
        var train = dev.rote.data.Examples.of(
                ids, Album.examples(hundred.get("train")).rows(), new dev.rote.data.Target.Classes(1), new int[100]);
        assertThat(new HoldOut("train", "validation", 0.29)
                        .apply(hundred.with("train", train), SEEDS)
                        .get("validation")
                        .size())
                .isEqualTo(29);
    }
}
