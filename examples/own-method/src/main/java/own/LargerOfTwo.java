package own;

import dev.rote.data.Batch;
import dev.rote.data.Dataset;
import dev.rote.data.Parts;
import dev.rote.data.Source;
import dev.rote.data.Target;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Place;
import dev.rote.tensor.Seeds;
import java.util.Arrays;
import java.util.Map;

/**
 * All pairs (m, n) of numbers below {@code size}; the class is the larger one.
 *
 * @param size how many numbers there are, at least 2
 * @param fraction share of pairs in the train part, in (0, 1); the others are the test part
 */
public record LargerOfTwo(int size, double fraction) implements Source {

    public LargerOfTwo {
        if (size < 2) {
            throw new IllegalArgumentException("size must be at least 2, was " + size);
        }
        if (!(fraction > 0 && fraction < 1)) {
            throw new IllegalArgumentException("fraction must be in (0, 1), was " + fraction);
        }
    }

    @Override
    public Parts open(Seeds seeds) {
        int[] order = seeds.of("split").permutation(size * size);
        int train = Math.max(1, (int) (fraction * order.length));
        return new Parts(this, Map.of())
                .with("train", new Pairs(this, ids(order, 0, train)))
                .with("test", new Pairs(this, ids(order, train, order.length)));
    }

    private static long[] ids(int[] order, int from, int to) {
        return Arrays.stream(order, from, to).sorted().asLongStream().toArray();
    }

    private record Pairs(LargerOfTwo source, long[] ids) implements Dataset {

        @Override
        public InputShape inputs() {
            return new InputShape.Tokens(2, source.size);
        }

        @Override
        public Target target() {
            return new Target.Classes(source.size);
        }

        @Override
        public Batch batch(long[] wanted) {
            long[] pairs = new long[2 * wanted.length];
            long[] larger = new long[wanted.length];
            for (int i = 0; i < wanted.length; i++) {
                pairs[2 * i] = wanted[i] / source.size;
                pairs[2 * i + 1] = wanted[i] % source.size;
                larger[i] = Math.max(pairs[2 * i], pairs[2 * i + 1]);
            }
            Place place = Place.FLOAT32;
            return new Batch(wanted, place.indices(pairs, wanted.length, 2), place.indices(larger, wanted.length));
        }
    }
}
