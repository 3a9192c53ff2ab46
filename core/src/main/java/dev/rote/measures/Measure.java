package dev.rote.measures;

/** One number about a model; it may also write a table. A value in a recipe. */
public interface Measure {

    /** The number. NaN where it is not defined, such as the accuracy on an empty part. */
    double of(Subject subject);

    /** What the number is called in readings, such as {@code accuracy.test}. */
    String name();
}
