package dev.rote.data.tables;

import java.io.Closeable;
import java.io.IOException;

/** The rows of a table from first to last, one at a time, every value as text. */
public interface RowReader extends Closeable {

    /**
     * Goes to the next row.
     *
     * @return whether there is one
     * @throws IllegalArgumentException when the file breaks the rules of its format, saying where
     * @throws IOException when it cannot be read
     */
    boolean next() throws IOException;

    /**
     * A value of this row without the white space around it; empty when it has none.
     *
     * @throws IllegalArgumentException when it is no single value
     */
    String value(int column);

    /** This row, counted from 0; the header is none. */
    long row();

    /** The line of the file where this row begins, counted from 1; 0 when the format has no lines. */
    long line();

    /** The file, as the user named it. */
    String file();
}
