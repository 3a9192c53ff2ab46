package dev.rote.measures;

import dev.rote.data.Parts;
import dev.rote.nets.Model;

/** One number about a model; it may also write a table. A value in a recipe. */
public interface Measure {

    /** The number. NaN where it is not defined, such as the accuracy on an empty part. */
    double of(Subject subject);

    /**
     * Refuses, before any training, what this measure cannot be taken of.
     *
     * @throws IllegalArgumentException saying what it needs
     */
    default void check(Model model, Parts parts) {}

    /** What the number is called in readings, such as {@code accuracy.test}. */
    String name();
}
