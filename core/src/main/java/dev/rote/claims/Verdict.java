package dev.rote.claims;

/** What became of a claim. */
public enum Verdict {
    /** The check passed on every seed. */
    HELD,
    /** The check did not pass on every seed. */
    FAILED,
    /** There was nothing to check, for a reason that the evidence gives. */
    NOT_RUN
}
