package dev.rote.train;

/** When {@link Method#at} is called. */
public enum Moment {
    /** Before the first step, and again when a run is resumed. */
    START,
    /** After each step. */
    STEP,
    /** After the last step of an epoch. */
    EPOCH,
    /** After the last step. */
    END
}
