package dev.rote.methods;

/**
 * How often predictions agree with labels when both are wrong at the same rate e, independently and uniformly over the other K - 1
 * classes: {@code (1 - e)^2 + e^2 / (K - 1)} (Chen et al. 2019, proposition 2).
 */
final class Agreement {

    private static final int GRID = 1000;

    private Agreement() {}

    /** The expected share of agreement at a noise rate in [0, 1], for at least 2 classes. */
    static double of(double rate, int classes) {
        return (1 - rate) * (1 - rate) + rate * rate / (classes - 1);
    }

    /**
     * The noise rate for a share of agreement: the smallest multiple of 0.001 at which no more than that is expected. The formula
     * falls up to (K - 1) / K, where labels tell nothing; a share below what is expected there gives the last multiple before it.
     */
    static double noiseRate(double agreement, int classes) {
        int most = (int) Math.floor(GRID * (classes - 1.0) / classes);
        int i = 0;
        while (i < most && of((double) i / GRID, classes) > agreement) {
            i++;
        }
        return (double) i / GRID;
    }
}
