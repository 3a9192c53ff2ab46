package dev.rote.data;

import java.util.Optional;

/**
 * Data with labels some of which are wrong, that know which: for measuring what a method did. A method that uses the truth to train
 * says so in its documentation and in the run's readings.
 */
public interface KnowsTruth {

    /** The true classes of these examples, [N]. */
    long[] truth(long[] ids);

    /** True when the label that training sees is not the true one. */
    boolean isWrong(long id);

    /** The realised transition matrix [K, K]: row i gives how the labels of true class i are spread; rows sum to one. */
    double[][] transition();

    /** What a data set knows of the truth; empty for data that were not spoiled on purpose. */
    static Optional<KnowsTruth> of(Dataset data) {
        return data instanceof KnowsTruth known ? Optional.of(known) : Optional.empty();
    }
}
