package dev.rote.audit.features;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An example as a person would look at it. */
public sealed interface Exhibit {

    /** A picture, as the bytes of a PNG file. */
    record Picture(byte[] png) implements Exhibit {}

    /** A text, in full. */
    record Text(String text) implements Exhibit {}

    /** A row of a table. */
    record Row(List<Cell> cells) implements Exhibit {}

    /**
     * A value of a row.
     *
     * @param column its name
     * @param value as it stands in the file; null when missing
     * @param odd whether it is rare among the examples of the given class, and less so among those of the suggested one
     */
    record Cell(String column, @Nullable String value, boolean odd) {}

    /** Nothing to look at: only probabilities were given, or values must not be shown. */
    record Nothing() implements Exhibit {}
}
