package dev.rote.data;

import dev.rote.tensor.InputShape;
import dev.rote.tensor.Place;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * All equations {@code m o n = c (mod p)}, shuffled once and split: the first floor(fraction * count) are the train part,
 * the rest the test part.
 *
 * <p>An input is the pair of residues (m, n) as two tokens of a vocabulary of p, int64 [N, 2]; the target is the class c
 * among p. The id of an equation is {@code m * p + n}. Division leaves out n = 0, so it has p(p - 1) equations, the others
 * p^2. Source: Power et al. 2022, section 3; Doshi et al. 2024, section 2.
 *
 * @param p the modulus, at least 2; division needs a prime
 * @param operation what stands between m and n
 * @param fraction share of equations in the train part (the alpha of Doshi et al.), in (0, 1]
 */
public record ModularArithmetic(int p, Operation operation, double fraction) implements Source {

    /** The setting of Doshi et al. 2024: addition modulo 97, half of the equations for training. */
    public ModularArithmetic() {
        this(97, Operation.ADD, 0.5);
    }

    public ModularArithmetic {
        if (p < 2 || p > 4096) {
            throw new IllegalArgumentException("p must be from 2 to 4096, was " + p);
        }
        if (!(fraction > 0 && fraction <= 1)) {
            throw new IllegalArgumentException("fraction must be in (0, 1], was " + fraction);
        }
        if (operation == Operation.DIVIDE && !isPrime(p)) {
            throw new IllegalArgumentException("operation / needs a prime p, was " + p);
        }
    }

    private static boolean isPrime(int n) {
        return n > 1 && IntStream.rangeClosed(2, (int) Math.sqrt(n)).noneMatch(d -> n % d == 0);
    }

    @Override
    public Parts open(Seeds seeds) {
        long[] all = LongStream.range(0, (long) p * p)
                .filter(id -> operation != Operation.DIVIDE || id % p != 0)
                .toArray();
        int[] order = seeds.of("split").permutation(all.length);
        int count = (int) Math.floor(fraction * all.length);
        if (count < 1) {
            throw new IllegalArgumentException(
                    "fraction " + fraction + " of " + all.length + " equations leaves none to train on");
        }
        return new Parts(this, Map.of())
                .with("train", new Equations(this, pick(all, order, 0, count)))
                .with("test", new Equations(this, pick(all, order, count, all.length)));
    }

    private static long[] pick(long[] all, int[] order, int from, int to) {
        return Arrays.stream(order, from, to).mapToLong(i -> all[i]).sorted().toArray();
    }

    /** Some of the equations; makes tensors on demand. */
    private record Equations(ModularArithmetic source, long[] ids) implements Dataset {

        @Override
        public InputShape inputs() {
            return new InputShape.Tokens(2, source.p);
        }

        @Override
        public Target target() {
            return new Target.Classes(source.p);
        }

        @Override
        public Batch batch(long[] wanted) {
            int p = source.p;
            long[] pairs = new long[2 * wanted.length];
            long[] results = new long[wanted.length];
            for (int i = 0; i < wanted.length; i++) {
                if (Arrays.binarySearch(ids, wanted[i]) < 0) {
                    throw new IllegalArgumentException("equation " + wanted[i] + " is not in this part");
                }
                int m = (int) (wanted[i] / p);
                int n = (int) (wanted[i] % p);
                pairs[2 * i] = m;
                pairs[2 * i + 1] = n;
                results[i] = source.operation.apply(m, n, p);
            }
            Tensor inputs = Place.FLOAT32.indices(pairs, wanted.length, 2);
            return new Batch(wanted, inputs, Place.FLOAT32.indices(results, wanted.length));
        }
    }
}
