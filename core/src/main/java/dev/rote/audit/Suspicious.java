package dev.rote.audit;

/** Which end of a score speaks against a label. */
public enum Suspicious {
    LOW,
    HIGH,

    /** The score tells something else, such as how hard an example is. */
    NEITHER
}
