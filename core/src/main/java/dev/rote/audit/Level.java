package dev.rote.audit;

/** How much an audit does. */
public enum Level {
    /** One training run; area under the margin. */
    QUICK,
    /** A committee of learners out of sample: flags, suggested labels, noise rate. */
    DEFAULT,
    /** Besides: training dynamics, influence, memorisation, planting of known noise, remedies. */
    FULL
}
