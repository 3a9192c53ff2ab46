package dev.rote.train;

/** Rows under named columns, kept in the run's folder. */
@FunctionalInterface
public interface Table {

    /**
     * Adds a row.
     *
     * @param values one per column: numbers, strings, booleans
     */
    void add(Object... values);
}
