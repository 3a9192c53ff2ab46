package dev.rote.data.tables;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The rows of a text table as they stand in it, character by character, and where in each its label is: for writing the same table
 * with other labels. What lies between rows (a header, empty lines) is kept too: all gaps and rows, one after the other, are the file.
 *
 * <p>Rows, and what their labels are, agree with what {@link LabelledTable} reads from the same file.
 */
public interface LabelSpans extends Closeable {

    /**
     * Opens a table.
     *
     * @param in its characters; a byte order mark may stand at their beginning
     * @param file its name, which tells JSON from separated values: {@code .jsonl}, {@code .ndjson} or {@code .json}
     * @param separator as {@link #separator} tells
     * @param header whether the first row of separated values holds names; without, they are {@code column0} and so on
     * @throws IllegalArgumentException when there is no column {@code label}
     */
    static LabelSpans open(Reader in, String file, String label, char separator, boolean header) throws IOException {
        BufferedReader buffered = new BufferedReader(in, 1 << 16);
        return isJson(file)
                ? new JsonSpans(buffered, file, label)
                : new CsvSpans(buffered, file, label, separator, header);
    }

    /**
     * The character between the values of a file, as its readers see it.
     *
     * @param wanted {@code auto}, {@code tab} or the character
     */
    static char separator(Path file, String encoding, String wanted) throws IOException {
        if (!wanted.equals("auto")) {
            return wanted.equals("tab") ? '\t' : wanted.charAt(0);
        }
        if (file.toString().toLowerCase(Locale.ROOT).matches("(?s).*\\.tsv(\\.gz)?")) {
            return '\t';
        }
        try (Characters in = new Characters(file, RowFile.encoding(encoding))) {
            return Separator.guess(in);
        }
    }

    /** Whether a file of that name holds one JSON object on each line. */
    static boolean isJson(String file) {
        return file.toLowerCase(Locale.ROOT).matches("(?s).*\\.(jsonl|ndjson|json)(\\.gz)?");
    }

    /** Goes to the next row, if there is one. */
    boolean next() throws IOException;

    /** What stands before this row and behind the one before; after the last row, what is left. */
    String gap();

    /** This row with its line end. */
    String raw();

    /** The label of this row, without white space around it; empty when it has none. */
    String label();

    /** This row with another label; all else stays as it is. */
    String with(String label);
}
