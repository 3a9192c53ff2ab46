package dev.rote.losses;

/** Checks of the numbers of a loss; each names the number as the recipe does. */
final class Require {

    private Require() {}

    static void notNegative(String name, double value) {
        check(value >= 0 && Double.isFinite(value), name, "at least 0", value);
    }

    static void belowZero(String name, double value) {
        check(value < 0 && Double.isFinite(value), name, "below 0 and finite", value);
    }

    static void check(boolean holds, String name, String rule, double value) {
        if (!holds) {
            throw new IllegalArgumentException(name + " must be " + rule + ", was " + value);
        }
    }
}
