package dev.rote.audit;

/** The most probable class, of equals the first. */
final class Likeliest {

    private Likeliest() {}

    /**
     * Of all classes.
     *
     * @param p [K]
     */
    static int of(double[] p) {
        int best = 0;
        for (int k = 1; k < p.length; k++) {
            best = p[k] > p[best] ? k : best;
        }
        return best;
    }

    /**
     * Of all classes but one.
     *
     * @param p [K], K at least 2
     */
    static int beside(int given, double[] p) {
        int best = given == 0 ? 1 : 0;
        for (int k = 0; k < p.length; k++) {
            best = k != given && p[k] > p[best] ? k : best;
        }
        return best;
    }
}
