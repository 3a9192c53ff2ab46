package dev.rote.data.tables;

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

    /** Text from a stranger's file, in quotes: what could steer a terminal is escaped, what is long is cut. */
    static String show(String value) {
        return "'" + plain(value, LONGEST) + "'";
    }

    /** The same without quotes, cut at about that many characters. */
    static String plain(String value, int longest) {
        StringBuilder shown = new StringBuilder();
        int at = 0;
        while (at < value.length() && shown.length() < longest) {
            int point = value.codePointAt(at);
            switch (Character.getType(point)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.UNASSIGNED -> shown.append(String.format("\\u%04x", point));
                default -> shown.appendCodePoint(point);
            }
            at += Character.charCount(point);
        }
        return shown.append(at < value.length() ? "..." : "").toString();
    }
}
