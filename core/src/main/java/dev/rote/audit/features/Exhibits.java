package dev.rote.audit.features;

/** Shows examples to a person. */
@FunctionalInterface
public interface Exhibits {

    /**
     * An example as a person would look at it.
     *
     * @param position of the example, from 0 to N - 1
     * @param given its class as labelled
     * @param suggested the class that is thought to be right; cells of a row that speak for it against the given one are marked
     */
    Exhibit of(int position, int given, int suggested);
}
