package dev.rote.methods;

/** Where the transition matrix T of a loss correction comes from; T_ij is the probability that true class i is labelled j. */
public enum TransitionSource {
    /** From the recipe. */
    GIVEN,
    /** The realised matrix of the noise that the recipe put in: an upper bound for what estimating can reach. */
    TRUTH,
    /** Estimated from the model after some epochs of plain training. */
    ANCHORS
}
