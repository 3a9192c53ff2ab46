package dev.rote.tensor;

import java.nio.charset.StandardCharsets;

/**
 * Keyed randomness: every draw is a function of (seed, keys, counter) and of nothing else.
 *
 * <p>A moving stream gives other numbers after a resume, with other workers, or when a method evaluates its gradient
 * twice. Here {@code seeds.of("dropout").of(step)} is the same source wherever and whenever it is asked, so two
 * evaluations in one step see the same noise. The generator is SplitMix64's finaliser over a Weyl sequence, run as a
 * counter: draw {@code i} of a key is {@code mix(key + (i + 1) * 0x9E3779B97F4A7C15)} (Steele, Lea and Flood 2014, "Fast
 * splittable pseudorandom number generators", figure 17).
 *
 * @param key the state; make it with {@link #Seeds(long)} from a user's seed and {@link #of} from names and numbers
 */
public record Seeds(long key) {

    private static final long WEYL = 0x9E3779B97F4A7C15L;

    /** The finaliser: a bijection of 64 bits whose output bits each depend on all input bits. */
    public static long mix(long bits) {
        long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** The source for a name, independent of those for other names. */
    public Seeds of(String name) {
        long hash = 0xCBF29CE484222325L; // FNV-1a over UTF-8: stable across Java versions and platforms
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xFF)) * 0x100000001B3L;
        }
        return of(hash);
    }

    /** The source for a number (a step, an epoch, an example id), independent of those for other numbers. */
    public Seeds of(long number) {
        return new Seeds(mix(mix(key) + WEYL * (number + 1)));
    }

    /** Draw {@code i}: 64 uniform bits. */
    public long bits(long i) {
        return mix(key + WEYL * (i + 1));
    }

    /** Draw {@code i}: uniform in [0, 1), 53 bits. */
    public double uniform(long i) {
        return (bits(i) >>> 11) * 0x1.0p-53;
    }

    /**
     * Draw {@code i}: uniform in {0, ..., bound - 1}.
     *
     * @throws IllegalArgumentException when bound is below 1
     */
    public int below(int bound, long i) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound must be at least 1, was " + bound);
        }
        // Multiply-shift: the bias is below bound / 2^64.
        return (int) Math.multiplyHigh(bits(i) >>> 1, (long) bound << 1);
    }

    /** Draw {@code i}: standard normal (Box and Muller 1958), two uniforms per draw. */
    public double gaussian(long i) {
        double radius = Math.sqrt(-2 * StrictMath.log(1 - uniform(2 * i)));
        return radius * StrictMath.cos(2 * Math.PI * uniform(2 * i + 1));
    }

    /** Normal values with mean 0 and the given standard deviation, as an array. */
    public double[] gaussians(int count, double deviation) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = deviation * gaussian(i);
        }
        return values;
    }

    /** A uniformly random order of 0 to {@code count - 1} (Fisher and Yates). */
    public int[] permutation(int count) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[i] = i;
        }
        for (int i = count - 1; i > 0; i--) {
            int j = below(i + 1, i);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        return order;
    }
}
