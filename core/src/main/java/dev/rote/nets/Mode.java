package dev.rote.nets;

/** How a forward pass treats dropout and running statistics. */
public enum Mode {
    /** Dropout drops; batch norm uses the batch's statistics and moves its running ones. */
    TRAIN,
    /** As {@link #TRAIN}, but running statistics stand still: for the second look at the same batch. */
    FROZEN,
    /** Dropout passes everything; batch norm uses its running statistics. */
    EVAL
}
