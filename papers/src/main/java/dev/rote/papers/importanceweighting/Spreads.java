package dev.rote.papers.importanceweighting;

import dev.rote.claims.Means;

/** How far the decision of a net follows the weights of its classes. */
final class Spreads {

    static final String TEST = "class-share.test.1";
    static final String OTHERS = "class-share.others.1";

    private Spreads() {}

    /** Share taken for the second class when that is the heavy one, less the share when the first is, after so many epochs; in [-1, 1]. */
    static double after(Means means, String arm, int ratio, String share, int epochs) {
        long step = (long) epochs * Experiments.EPOCH;
        return means.of(
                        Experiments.arm(arm, 1, ratio),
                        run -> run.readings(share).at(step))
                - means.of(
                        Experiments.arm(arm, ratio, 1),
                        run -> run.readings(share).at(step));
    }

    /** The same at the end. */
    static double end(Means means, String arm, int ratio, String share) {
        return after(means, arm, ratio, share, Integer.MAX_VALUE);
    }

    /** The same at the end, for weights 32 : 1 and 1 : 32. */
    static double end(Means means, String arm, String share) {
        return end(means, arm, Experiments.RATIO, share);
    }
}
