package dev.rote.claims;

import java.util.Arrays;

/**
 * What several seeds say of one number.
 *
 * @param mean over the seeds that have the number; not-a-number when none has
 * @param deviation their sample standard deviation, sqrt(sum (x - mean)^2 / (count - 1)); not-a-number below two seeds
 * @param count how many seeds have the number
 */
public record OverSeeds(double mean, double deviation, int count) {

    /** Of one value per seed; values that are not finite count as missing. */
    public static OverSeeds of(double... values) {
        double[] known = Arrays.stream(values).filter(Double::isFinite).toArray();
        double mean = Arrays.stream(known).average().orElse(Double.NaN);
        double squares = Arrays.stream(known).map(x -> (x - mean) * (x - mean)).sum();
        double deviation = known.length < 2 ? Double.NaN : Math.sqrt(squares / (known.length - 1));
        return new OverSeeds(mean, deviation, known.length);
    }

    /** Whether there is a number at all. */
    public boolean known() {
        return count > 0;
    }

    /**
     * Whether the seeds tell two means apart: they differ by more than the larger of the two standard deviations. One seed tells
     * nothing apart.
     */
    boolean apart(OverSeeds other) {
        return Math.abs(mean - other.mean) > Math.max(deviation, other.deviation);
    }
}
