package dev.rote.data.tables;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A file of separated values that a person or a spreadsheet wrote, row after row; the first line has the names of the columns. */
public final class SeparatedRows implements Closeable {

    private final CsvReader rows;
    private final List<String> names;

    private SeparatedRows(CsvReader rows, List<String> names) {
        this.rows = rows;
        this.names = names;
    }

    /**
     * Opens a file; the separator is the one of {@code , ; tab |} that the first line has most often.
     *
     * @throws IllegalArgumentException when it breaks the rules of its format, saying where
     * @throws IOException when it cannot be read
     */
    public static SeparatedRows open(Path file, String encoding) throws IOException {
        char separator = LabelSpans.separator(file, encoding, "auto");
        CsvReader rows =
                new CsvReader(new Characters(file, RowFile.encoding(encoding)), file.toString(), separator, true, -1);
        try {
            return new SeparatedRows(rows, rows.next() ? rows.values() : List.of());
        } catch (IOException | RuntimeException e) {
            rows.close();
            throw e;
        }
    }

    /** The names of the columns. */
    public List<String> names() {
        return names;
    }

    /** Goes to the next row, if there is one. */
    public boolean next() throws IOException {
        return rows.next();
    }

    /** A value of this row without the white space around it. */
    public String value(int column) {
        return rows.value(column);
    }

    /** The line where this row begins, counted from 1. */
    public int line() {
        return (int) rows.line();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
