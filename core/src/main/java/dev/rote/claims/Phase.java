package dev.rote.claims;

/**
 * What a net on partly corrupted data ended up doing (Doshi et al. 2024, table 2).
 *
 * <p>With test and train accuracy in percent and the corrupted share xi: a net that generalises (test at least 90) is in
 * coexistence when it also fits what it was given (train at least 90), in partial inversion when it lets go of some wrong labels,
 * in full inversion when train accuracy is below {@code 100 (1.05 - xi)}: it is right where its teacher was wrong.
 */
public enum Phase {
    COEXISTENCE("Coexistence"),
    PARTIAL_INVERSION("Partial Inversion"),
    FULL_INVERSION("Full Inversion"),
    MEMORIZATION("Memorization"),
    /** It never fitted, or it forgot: told apart by the best test accuracy on the way. */
    FORGETTING_OR_CONFUSION("Forgetting or Confusion");

    private final String title;

    Phase(String title) {
        this.title = title;
    }

    /** As the paper writes it. */
    public String title() {
        return title;
    }

    /**
     * The phase of final accuracies.
     *
     * @param train in [0, 1], against the given labels
     * @param test in [0, 1]
     * @param corrupted xi, in [0, 1]
     * @throws IllegalArgumentException when corrupted is outside its range or not a number
     */
    public static Phase of(double train, double test, double corrupted) {
        if (!(corrupted >= 0 && corrupted <= 1)) {
            throw new IllegalArgumentException("corrupted must be in [0, 1], was " + corrupted);
        }
        if (test < 0.9) {
            return train >= 0.9 ? MEMORIZATION : FORGETTING_OR_CONFUSION;
        }
        if (train >= 0.9) {
            return COEXISTENCE;
        }
        return train >= 1.05 - corrupted ? PARTIAL_INVERSION : FULL_INVERSION;
    }
}
