package dev.rote.train;

/**
 * A method that trains two nets side by side, which teach or check each other: its recipe's net is a pair of twins, and it is the
 * outermost method that sees them as two, so a recipe has at most one.
 */
public interface PairMethod extends Method {}
