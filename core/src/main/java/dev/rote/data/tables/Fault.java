package dev.rote.data.tables;

import dev.rote.yaml.Visible;

/** Tells what is wrong with a table: {@code people.csv:4: row 3: column 'age': was 'abc', must be a number}. */
final class Fault {

    private static final int LONGEST = 60;

    private Fault() {}

    /** A fault of the file as a whole. */
    static TableFault in(String file, String rule) {
        return new TableFault(file, -1, 0, rule);
    }

    /** A fault of a line that is no row, or of which it is not known. */
    static TableFault line(String file, long line, String rule) {
        return new TableFault(file, -1, line, rule);
    }

    /** A fault of a line whose bytes are no text. */
    static TableFault encoding(String file, long line) {
        return line(file, line, "is not text in this encoding")
                .remedy("set %s, to latin-1 or utf-16 perhaps", "encoding");
    }

    /**
     * A fault of one row.
     *
     * @param row counted from 0 without the header
     * @param line of the file, counted from 1; 0 when unknown
     */
    static TableFault in(String file, long row, long line, String rule) {
        return new TableFault(file, row, line, rule);
    }

    /** A fault of the row that a reader stands on. */
    static TableFault in(RowReader rows, String rule) {
        return in(rows.file(), rows.row(), rows.line(), rule);
    }

    /** Text from a stranger's file, in quotes: all of it is seen, what is long is cut. */
    static String show(String value) {
        return Visible.quoted(value, LONGEST);
    }
}
