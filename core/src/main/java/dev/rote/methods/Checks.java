package dev.rote.methods;

/** Checks of the numbers in a recipe; each returns the value or names it as the recipe does. */
final class Checks {

    private Checks() {}

    /** In [0, 1). */
    static double rate(String name, double value) {
        return check(value >= 0 && value < 1, name, "in [0, 1)", value);
    }

    /** In (0, 1). */
    static double inner(String name, double value) {
        return check(value > 0 && value < 1, name, "in (0, 1)", value);
    }

    /** In [0, 1]. */
    static double share(String name, double value) {
        return check(value >= 0 && value <= 1, name, "in [0, 1]", value);
    }

    static double positive(String name, double value) {
        return check(value > 0 && Double.isFinite(value), name, "above 0", value);
    }

    static double notNegative(String name, double value) {
        return check(value >= 0 && Double.isFinite(value), name, "at least 0", value);
    }

    static int atLeast(int least, String name, int value) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", was " + value);
        }
        return value;
    }

    private static double check(boolean holds, String name, String rule, double value) {
        if (!holds) {
            throw new IllegalArgumentException(name + " must be " + rule + ", was " + value);
        }
        return value;
    }
}
