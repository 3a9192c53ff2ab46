package dev.rote.data.tables;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How one column of a table becomes numbers, as learned from the train rows. */
public sealed interface Column permits NumberColumn, DateColumn, CategoryColumn {

    /** What was found of a value. */
    enum Found {
        /** The train part has such values. */
        KNOWN,
        /** There is no value, and the train part misses none in this column. */
        MISSING,
        /** A category that the train part has not. */
        UNKNOWN,
        /** No value of this column's kind. */
        UNREADABLE
    }

    /** The column in the file. */
    String name();

    /** {@code number}, {@code boolean}, {@code date} or {@code category}. */
    String kind();

    /** The names of the numbers that it becomes, such as {@code job=clerk}, [W]. */
    List<String> features();

    /**
     * Writes the numbers of one value.
     *
     * @param value the text; null when it is missing
     * @param into receives W numbers; they are meaningless when the value is unreadable
     * @param at the position of the first of them, before which nothing is changed
     */
    Found encode(@Nullable String value, float[] into, int at);
}
