package dev.rote.train;

/** Checks of the numbers in a recipe; each returns the value, or refuses it by the name that the recipe gives it. */
public final class Require {

    private Require() {}

    /** Above 0. */
    public static double positive(String name, double value) {
        return that(value > 0 && Double.isFinite(value), name, "above 0", value);
    }

    /** At least 0. */
    public static double notNegative(String name, double value) {
        return that(value >= 0 && Double.isFinite(value), name, "at least 0", value);
    }

    /** In [0, 1): the weight of the past in a moving average, a share that leaves something. */
    public static double below1(String name, double value) {
        return that(value >= 0 && value < 1, name, "in [0, 1)", value);
    }

    /** In [0, 1]. */
    public static double share(String name, double value) {
        return that(value >= 0 && value <= 1, name, "in [0, 1]", value);
    }

    /** A whole number of at least so much. */
    public static int atLeast(int least, String name, int value) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", was " + value);
        }
        return value;
    }

    /**
     * Any other rule.
     *
     * @param holds whether the value keeps it
     * @param rule in words, such as "in (0, 1)"
     * @throws IllegalArgumentException when it does not hold
     */
    public static double that(boolean holds, String name, String rule, double value) {
        if (!holds) {
            throw new IllegalArgumentException(name + " must be " + rule + ", was " + value);
        }
        return value;
    }
}
