package dev.rote.train;

/** How the learning rate changes in the course of a training: a value in a recipe. */
@FunctionalInterface
public interface Schedule {

    /** The factor on the learning rate for the step that the clock shows, at least 0. */
    double factor(Clock clock);
}
