package dev.rote.confident;

/** What can be said of one example alone. */
final class Row {

    /** By how much two probabilities may differ and still count as equal. */
    static final double NEAR = 1e-6;

    private Row() {}

    /** Where the largest number is; the lowest index among equals. */
    static int argmax(double[] p) {
        int best = 0;
        for (int j = 1; j < p.length; j++) {
            if (p[j] > p[best]) {
                best = j;
            }
        }
        return best;
    }

    /** Whether no class is more probable than the given one by more than {@link #NEAR}. */
    static boolean agrees(int label, double[] p) {
        return p[label] >= p[argmax(p)] - NEAR;
    }

    /**
     * The class an example is confidently of: the only one whose threshold it reaches; the most probable of all where it reaches two
     * or more; -1 where it reaches none.
     */
    static int confidentClass(double[] p, double[] thresholds) {
        int found = -1;
        for (int j = 0; j < p.length; j++) {
            if (p[j] >= thresholds[j] - NEAR) {
                if (found >= 0) {
                    return argmax(p);
                }
                found = j;
            }
        }
        return found;
    }

    /** Whether an example counts off the diagonal of the confident joint and its label is not as good as the most probable. */
    static boolean confidentlyOther(int label, double[] p, double[] thresholds) {
        int confident = confidentClass(p, thresholds);
        return confident >= 0 && confident != label && !agrees(label, p);
    }
}
