package dev.rote.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A table on disk that grows row by row: CSV with a header row, quoted as in RFC 4180, lines ended by a line feed.
 *
 * <p>Like {@link Journal} it is resumed by cutting it back to the length that a checkpoint noted. One thread at a time.
 */
public final class TableFile implements AutoCloseable {

    private final AppendFile file;
    private final List<String> columns;

    private TableFile(AppendFile file, List<String> columns) {
        this.file = file;
        this.columns = columns;
    }

    /**
     * A table that was read.
     *
     * @param table its whole rows
     * @param torn a sentence about the torn last row that was left out, if there is one
     */
    public record Contents(Table table, Optional<String> torn) {}

    /**
     * Opens the file to append to it, or creates it with its header row; a last row torn by a kill is cut off.
     *
     * @param columns names, at least one, all different
     * @throws IOException naming the file and the reason, also when the file has other columns
     */
    public static TableFile open(Path file, List<String> columns) throws IOException {
        List<String> names = new Table(columns, List.of()).columns();
        AppendFile lines = AppendFile.open(file, true);
        try {
            if (lines.length() == 0) {
                lines.append(line(names));
            } else if (!TableReader.columns(file).equals(names)) {
                throw new IOException(file + ": has the columns " + TableReader.columns(file) + ", expected " + names);
            }
            return new TableFile(lines, names);
        } catch (IOException e) {
            lines.close();
            throw e;
        }
    }

    /**
     * Appends a row; when that fails, nothing of it stays in the file.
     *
     * @param cells one per column; numbers are printed so that they read back exactly, all else by {@code toString}
     * @throws IllegalArgumentException when their number is not that of the columns
     */
    public void append(Object... cells) throws IOException {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    "a row must have " + columns.size() + " cells, for " + columns + ", had " + cells.length);
        }
        file.append(line(Arrays.asList(cells)));
    }

    /** Bytes written so far; they survive the end of this process, and after {@link #sync()} a power cut. */
    public long length() {
        return file.length();
    }

    /** Returns when all rows are on the disk; call it before the checkpoint that notes {@link #length()}. */
    public void sync() throws IOException {
        file.sync();
    }

    /**
     * Forgets all rows after the first {@code length} bytes; at 0 the header row is written again.
     *
     * @throws IOException when the file is shorter than that, or that is not the end of a row
     */
    public void truncate(long length) throws IOException {
        file.truncate(length);
        if (length == 0) {
            file.append(line(columns));
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /**
     * Reads a whole table.
     *
     * @throws IOException naming file, row and rule when the file is missing or not a table
     */
    public static Contents read(Path file) throws IOException {
        return TableReader.read(file);
    }

    private static String line(List<?> cells) {
        // A lone empty cell is quoted, since an empty line could be taken for no row at all.
        return cells.size() == 1 && String.valueOf(cells.get(0)).isEmpty()
                ? "\"\"\n"
                : cells.stream().map(TableFile::cell).collect(Collectors.joining(",", "", "\n"));
    }

    private static String cell(Object cell) {
        if (cell instanceof Double || cell instanceof Float) {
            return Numbers.exact(((Number) cell).doubleValue());
        }
        String text = String.valueOf(cell);
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
