package dev.rote.data.tables;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of separated values (RFC 4180), read strictly: a row with too few or too many values is an error, never mended.
 *
 * <p>Beyond the RFC: lines end in LF, CR LF or CR, mixed or not; empty lines are skipped; blanks may stand before and after
 * a quoted value; a quote inside an unquoted value is itself.
 *
 * <p>DuckDB's reader is not used here. Measured with 2.0.0.1: while results stream it loses the text of its errors, with
 * mixed line ends it finds no rows or fails, a separator too many at the end of a row passes, and no row has a line.
 */
final class CsvReader implements RowReader {

    /** Characters of a row: pictures of 224 x 224 x 3 need a seventh of it, an unclosed quote soon reaches it. */
    static final int LONGEST_ROW = 1 << 22;

    private final Characters in;
    private final String file;
    private final char separator;
    private final boolean quotes;
    private final List<String> values = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int columns;
    private long row;
    private long line = 1; // of the next character
    private long start = 1;
    private int length;
    private boolean returned; // the last character was a carriage return

    /**
     * Stands before the first record.
     *
     * @param quotes whether quotes may enclose a value; else they are letters
     * @param row the number of the first record: -1 for a header
     */
    CsvReader(Characters in, String file, char separator, boolean quotes, int row) {
        this.in = in;
        this.file = file;
        this.separator = separator;
        this.quotes = quotes;
        this.row = row - 1L;
    }

    @Override
    public boolean next() throws IOException {
        row++;
        try {
            do {
                values.clear();
                if (!record()) {
                    return false;
                }
            } while (values.size() == 1 && values.get(0).isEmpty());
        } catch (CharacterCodingException e) {
            throw Fault.encoding(file, line);
        }
        if (columns == 0) {
            columns = values.size();
        }
        if (values.size() != columns) {
            throw fault("has " + values.size() + " values, must have " + columns + " as the first line has");
        }
        return true;
    }

    private TableFault fault(String rule) {
        return row < 0 ? Fault.line(file, start, "the header " + rule) : Fault.in(file, row, start, rule);
    }

    private boolean record() throws IOException {
        int c;
        do {
            start = line;
            length = 0;
            c = take();
        } while (c == '\n');
        if (c < 0) {
            return false;
        }
        while (true) {
            text.setLength(0);
            c = blanks(c);
            if (quotes && c == '"') {
                c = blanks(quoted());
                if (!ends(c)) {
                    throw fault("has text after a closing quote")
                            .quoting(Fault.show(text + "\"" + (char) c))
                            .remedy("write a quote inside a quoted value twice");
                }
            }
            while (!ends(c)) {
                text.append((char) c);
                c = take();
            }
            values.add(text.toString().strip());
            if (c != separator) {
                return true;
            }
            c = take();
        }
    }

    private boolean ends(int c) {
        return c == separator || c == '\n' || c < 0;
    }

    private int blanks(int first) throws IOException {
        int c = first;
        while ((c == ' ' || c == '\t') && c != separator) {
            c = take();
        }
        return c;
    }

    /** Reads on behind an opening quote; returns the first character behind the closing one. */
    private int quoted() throws IOException {
        long opened = line;
        while (true) {
            int c = take();
            if (c < 0) {
                throw fault("has a quote, opened in line " + opened + ", that is never closed");
            }
            if (c == '"') {
                c = take();
                if (c != '"') {
                    return c;
                }
            }
            text.append((char) c);
        }
    }

    private int take() throws IOException {
        int c = in.read();
        if (c == '\n' && returned) {
            c = in.read();
        }
        returned = c == '\r';
        if (returned) {
            c = '\n';
        }
        if (c == '\n') {
            line++;
        } else if (c == 0) {
            throw Fault.line(file, line, "holds a zero byte and is no table of text")
                    .remedy("set %s if it is utf-16", "encoding");
        }
        if (++length > LONGEST_ROW) {
            throw fault("has more than " + LONGEST_ROW + " characters; is there a quote that is never closed?");
        }
        return c;
    }

    /** The values of this row. */
    List<String> values() {
        return List.copyOf(values);
    }

    @Override
    public String value(int column) {
        return values.get(column);
    }

    @Override
    public long row() {
        return row;
    }

    @Override
    public long line() {
        return start;
    }

    @Override
    public String file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
