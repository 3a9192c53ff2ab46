package dev.rote.data.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.data.Examples;
import dev.rote.data.Parts;
import dev.rote.data.Preparation;
import dev.rote.data.Target;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SubsampleTest implements PreparationContract {

    @Override
    public Preparation preparation() {
        return new Subsample();
    }

    @Override
    public String name() {
        return "subsample";
    }

    @Override
    public Set<String> touched() {
        return Set.of("train");
    }

    @Override
    public boolean draws() {
        return true;
    }

    @Override
    public Map<String, ThrowingCallable> refusals() {
        Parts album = Album.usual().parts();
        Examples train = Album.examples(album.get("train"));
        Parts ants = album.with("train", train.with(new Target.Classes(1), new int[61]));
        Examples reals = new Examples(train.ids(), train.rows(), new Target.Reals(1), new float[61]);
        return Map.of(
                "fraction must be in [0, 1], was 1.5",
                () -> new Subsample("train", 0, 1.5),
                "label must be a class from 0 to 4, was 5",
                () -> new Subsample("train", 5, 0.5).apply(album, SEEDS),
                "label must be a class from 0 to 4, was -1",
                () -> new Subsample("train", -1, 0.5).apply(album, SEEDS),
                "fraction must leave an example in part train, was 0.0",
                () -> new Subsample("train", 0, 0).apply(ants, SEEDS),
                "subsample needs classes as target, was Reals[size=1]",
                () -> preparation().apply(album.with("train", reals), SEEDS));
    }

    @Test
    void oneClassShrinksAndTheOthersStay() {
        Parts before = Album.usual().parts();
        int[] all = TakeTest.sizes(Album.examples(before.get("train")));
        long[] larger = before.get("train").ids();
        for (double fraction : new double[] {1, 0.8, 0.5, 0.1, 0}) {
            Parts after = new Subsample("train", 1, fraction).apply(before, SEEDS);
            int[] kept = TakeTest.sizes(Album.examples(after.get("train")));
            int[] expected = all.clone();
            expected[1] = (int) Math.round(fraction * all[1]);
            assertThat(kept).containsExactly(expected);
            long[] smaller = after.get("train").ids();
            assertThat(larger).contains(smaller);
            larger = smaller;
        }
        assertThat(LongStream.of(larger)).noneMatch(id -> Album.label(id) == 1);
    }
}
