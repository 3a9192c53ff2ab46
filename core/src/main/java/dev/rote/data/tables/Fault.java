package dev.rote.data.tables;

/** Tells what is wrong with a table: {@code people.csv:4: row 3: column 'age': was 'abc', must be a number}. */
final class Fault {

    private static final int LONGEST = 60;

    private Fault() {}

    /** A fault of the file as a whole. */
    static IllegalArgumentException in(String file, String rule) {
        return new IllegalArgumentException(file + ": " + rule);
    }

    /**
     * A fault of one row.
     *
     * @param row counted from 0 without the header; told counted from 1
     * @param line of the file, counted from 1; 0 when unknown
     */
    static IllegalArgumentException in(String file, long row, long line, String rule) {
        return new IllegalArgumentException(file + (line > 0 ? ":" + line : "") + ": row " + (row + 1) + ": " + rule);
    }

    /** A fault of the row that a reader stands on. */
    static IllegalArgumentException in(RowReader rows, String rule) {
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
