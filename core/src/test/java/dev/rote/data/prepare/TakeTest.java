package dev.rote.data.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.data.Examples;
import dev.rote.data.Parts;
import dev.rote.data.Preparation;
import dev.rote.data.Target;
import dev.rote.data.prepare.Take.Order;
import dev.rote.tensor.Seeds;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TakeTest implements PreparationContract {

    @Override
    public Preparation preparation() {
        return new Take("train", 23, Order.RANDOM);
    }

    @Override
    public String name() {
        return "take";
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
        return Map.of(
                "count must be at least 1, was 0",
                () -> new Take("train", 0, Order.FIRST),
                "count must be at most the 61 examples of part train, was 62",
                () -> new Take("train", 62, Order.RANDOM).apply(Album.usual().parts(), SEEDS),
                "there is no data part 'valid', only [train, test, extra]",
                () -> new Take("valid", 1, Order.RANDOM).apply(Album.usual().parts(), SEEDS));
    }

    static int[] sizes(Examples part) {
        int[] sizes = new int[5];
        for (int label : part.labels()) {
            sizes[label]++;
        }
        return sizes;
    }

    @Property(tries = 100)
    void everyClassKeepsItsShareUpToOne(@ForAll long seed, @ForAll @IntRange(min = 1, max = 61) int count) {
        Parts before = Album.usual().parts();
        Examples taken = Album.examples(new Take("train", count, Order.RANDOM)
                .apply(before, new Seeds(seed))
                .get("train"));
        assertThat(taken.size()).isEqualTo(count);
        int[] all = sizes(Album.examples(before.get("train")));
        int[] kept = sizes(taken);
        for (int label = 0; label < 5; label++) {
            assertThat((double) kept[label]).isCloseTo(count * all[label] / 61.0, within(1 - 1e-9));
        }
    }

    @Test
    void largestRemaindersGetTheLastPlaces() {
        // 5 of 4 + 3 + 3: shares 2, 1.5, 1.5; the tie goes to class 1
        long[] ids = LongStream.range(0, 10).toArray();
        int[] labels = {0, 0, 0, 0, 1, 1, 1, 2, 2, 2};
        Examples part = Examples.of(
                ids, Album.examples(Album.usual().parts().get("train")).rows(), new Target.Classes(3), labels);
        Parts parts =
                new Take("train", 5, Order.RANDOM).apply(Album.usual().parts().with("train", part), SEEDS);
        assertThat(Arrays.copyOf(sizes(Album.examples(parts.get("train"))), 3)).containsExactly(2, 2, 1);
    }

    @Test
    void everyExampleOfAClassIsAsLikely() {
        Parts before = Album.usual().parts();
        Examples train = Album.examples(before.get("train"));
        int[] times = new int[61];
        for (int seed = 0; seed < 2000; seed++) {
            for (long id : new Take("train", 20, Order.RANDOM)
                    .apply(before, new Seeds(seed))
                    .get("train")
                    .ids()) {
                times[(int) id / 3]++;
            }
        }
        int[] all = sizes(train);
        int[] kept = sizes(Album.examples(
                new Take("train", 20, Order.RANDOM).apply(before, SEEDS).get("train")));
        for (int i = 0; i < 61; i++) {
            double p = (double) kept[train.labels()[i]] / all[train.labels()[i]];
            assertThat(times[i] / 2000.0).isCloseTo(p, within(4.5 * Math.sqrt(p * (1 - p) / 2000) + 1e-12));
        }
    }

    @Test
    void firstIsByIdAndAllIsEverything() {
        Parts before = Album.usual().parts();
        assertThat(new Take("test", 3, Order.FIRST)
                        .apply(before, SEEDS)
                        .get("test")
                        .ids())
                .containsExactly(1, 4, 7);
        Parts all = new Take("train", 61, Order.RANDOM).apply(before, SEEDS);
        assertThat(Album.seen(all.get("train"))).isEqualTo(Album.seen(before.get("train")));
    }

    @Test
    void realTargetsAreOneClass() {
        Examples train = Album.examples(Album.usual().parts().get("train"));
        Examples reals = new Examples(train.ids(), train.rows(), new Target.Reals(2), new float[122]);
        Parts parts = preparation().apply(Album.usual().parts().with("train", reals), SEEDS);
        assertThat(parts.get("train").size()).isEqualTo(23);
        assertThat(parts.get("train").target()).isEqualTo(new Target.Reals(2));
    }
}
