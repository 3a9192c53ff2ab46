package dev.rote.confident;

/**
 * How label issues are looked for.
 *
 * @param filter which labels are called wrong
 * @param rankBy what flagged examples are ranked by, lowest first
 * @param fracNoise share of the estimated wrong labels that the three prune filters flag, in [0, 1]; 1 takes all
 * @param minExamplesPerClass the prune filters leave so many examples to each class, and classes with no more alone; at least 0
 */
public record Options(Filter filter, Quality rankBy, double fracNoise, int minExamplesPerClass) {

    public Options {
        if (!(fracNoise >= 0 && fracNoise <= 1)) {
            throw new IllegalArgumentException("fracNoise must be in [0, 1], was " + fracNoise);
        }
        if (minExamplesPerClass < 0) {
            throw new IllegalArgumentException("minExamplesPerClass must be at least 0, was " + minExamplesPerClass);
        }
    }

    /** The defaults: {@link Filter#PRUNE_BY_NOISE_RATE}, {@link Quality#SELF_CONFIDENCE}, all noise, at least one example. */
    public Options() {
        this(Filter.PRUNE_BY_NOISE_RATE, Quality.SELF_CONFIDENCE, 1, 1);
    }

    /** The same with another filter. */
    public Options with(Filter other) {
        return new Options(other, rankBy, fracNoise, minExamplesPerClass);
    }
}
