package dev.rote.audit.learners;

import dev.rote.tensor.Workers;

/** A kind of model that judges examples it has not learned from. A value: it keeps no state. */
public interface Learner {

    /**
     * How probable each class is for each example, by models that did not learn from it nor from any example of its fold.
     *
     * @param workers carry out folds or blocks of rows; the answer does not depend on how many they are
     * @return [N][K], each row at least 0 and of sum 1, also for classes that no example to learn from has
     */
    double[][] outOfSample(Task task, Workers workers);

    /** Such as {@code linear}. */
    String name();
}
