package dev.rote.claims;

/** How large a paper is re-measured. */
public enum Scale {
    /** Seconds: shows that the machinery works; verdicts mean nothing. */
    SMOKE,
    /** Minutes on two cores: the sizes at which Rote checks claims by default. */
    DESK,
    /** As published; hours, or a cluster. */
    PAPER
}
