package dev.rote.confident;

/** A rule that says which labels are wrong; K classes, p_j the probability of class j, k the given label. */
public enum Filter {

    /** For each class, the examples least likely to be of it, as many as the calibrated joint says are wrong there. */
    PRUNE_BY_CLASS,

    /** For each pair of given and other class, the examples of largest {@code p_j - p_k}, as many as the calibrated joint says. */
    PRUNE_BY_NOISE_RATE,

    /** What {@link #PRUNE_BY_CLASS} and {@link #PRUNE_BY_NOISE_RATE} agree upon: the most careful of the three. */
    BOTH,

    /** The examples counted off the diagonal of the confident joint: confidently of another class. */
    CONFIDENT_LEARNING,

    /** The examples whose most probable class is not the given one: no confidence asked. */
    PREDICTED_NEQ_GIVEN,

    /** The examples of lowest {@link Quality#NORMALIZED_MARGIN}, as many as {@link #CONFIDENT_LEARNING} flags. */
    LOW_NORMALIZED_MARGIN,

    /** The examples of lowest {@link Quality#SELF_CONFIDENCE}, as many as {@link #CONFIDENT_LEARNING} flags. */
    LOW_SELF_CONFIDENCE;

    /** Whether it takes the worst of each class. */
    boolean byClass() {
        return this == PRUNE_BY_CLASS || this == BOTH;
    }

    /** Whether it takes the worst of each pair of classes. */
    boolean byPair() {
        return this == PRUNE_BY_NOISE_RATE || this == BOTH;
    }

    /** Whether it takes the worst of all. */
    boolean overall() {
        return this == LOW_NORMALIZED_MARGIN || this == LOW_SELF_CONFIDENCE;
    }
}
