package dev.rote.audit.features;

import java.util.List;

/** The values of one column for all N rows. */
sealed interface Encoded {

    /** Its name. */
    String name();

    /**
     * Numbers.
     *
     * @param values as they are, NaN where missing, [N]
     */
    record Numbers(String name, float[] values) implements Encoded {}

    /**
     * Categories.
     *
     * @param names sorted, [C]
     * @param codes 0 to C - 1; C for any other category; -1 where missing, [N]
     */
    record Categories(String name, List<String> names, short[] codes) implements Encoded {}
}
