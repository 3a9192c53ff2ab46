package dev.rote.noise;

/** How many labels are spoiled, and of which classes. */
public enum Draw {
    /** Exactly floor(fraction * n) of all that may be spoiled, whatever their class. */
    OVERALL,
    /** Exactly the share of each class, rounded. */
    PER_CLASS,
    /** Each example by a draw of its own, keyed by its id: the number varies as that of coin tosses does. */
    IID
}
