package dev.rote.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The strict reader behind {@link TableFile#read}: UTF-8, RFC 4180, rows ended by LF or CR LF, all equally long. */
final class TableReader {

    private static final int MAX_CELL = 1 << 20;
    private static final int MAX_COLUMNS = 10_000;
    private static final int END = -1;

    private final Path file;
    private final BufferedReader in;
    private long row = 1;
    private boolean torn;

    private TableReader(Path file, BufferedReader in) {
        this.file = file;
        this.in = in;
    }

    static TableFile.Contents read(Path file) throws IOException {
        return read(file, Long.MAX_VALUE);
    }

    static List<String> columns(Path file) throws IOException {
        return read(file, 0).table().columns();
    }

    private static TableFile.Contents read(Path file, long mostRows) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            return new TableReader(file, in).table(mostRows);
        } catch (CharacterCodingException e) {
            throw new IOException(file + ": is not valid UTF-8", e);
        } catch (NoSuchFileException e) {
            throw Disk.explain(file, "read", e);
        }
    }

    private TableFile.Contents table(long mostRows) throws IOException {
        Optional<List<String>> header = row();
        if (header.isEmpty()) {
            throw new IOException(file + ": a table needs a whole header row");
        }
        Table empty;
        try {
            empty = new Table(header.get(), List.of());
        } catch (IllegalArgumentException e) {
            throw damaged(e.getMessage());
        }
        List<List<String>> rows = new ArrayList<>();
        while (rows.size() < mostRows) {
            row++;
            Optional<List<String>> cells = row();
            if (cells.isEmpty()) {
                break;
            }
            if (cells.get().size() != empty.columns().size()) {
                throw damaged("it must have " + empty.columns().size() + " cells, had "
                        + cells.get().size());
            }
            rows.add(cells.get());
        }
        return new TableFile.Contents(
                new Table(empty.columns(), rows),
                torn ? Optional.of(file + ": row " + row + " was torn and is left out") : Optional.empty());
    }

    /** The next row, or nothing at the end of the file and before a torn row. */
    private Optional<List<String>> row() throws IOException {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        int next = in.read();
        if (next == END) {
            return Optional.empty();
        }
        while (next != END) {
            next = next == '"' ? quoted(cell) : plain(cell, next);
            if (next == END) {
                break;
            }
            if (cells.size() == MAX_COLUMNS) {
                throw damaged("it must have at most " + MAX_COLUMNS + " cells");
            }
            cells.add(cell.toString());
            cell.setLength(0);
            if (next == '\n') {
                return Optional.of(List.copyOf(cells));
            }
            next = in.read(); // after a comma: the first character of the next cell
        }
        torn = true;
        return Optional.empty();
    }

    /** Reads a cell without quotes that begins with {@code next}; returns the comma, line feed or END after it. */
    private int plain(StringBuilder cell, int next) throws IOException {
        int c = next;
        while (c != END && c != ',' && c != '\n' && c != '\r') {
            if (c == '"') {
                throw damaged("a double quote stands inside a cell that is not quoted");
            }
            add(cell, c);
            c = in.read();
        }
        return c == '\r' ? lineFeed() : c;
    }

    /** Reads a cell whose opening quote was just read; returns the comma, line feed or END after its closing quote. */
    private int quoted(StringBuilder cell) throws IOException {
        while (true) {
            int c = in.read();
            if (c == '"') {
                c = in.read();
                if (c == '\r') {
                    return lineFeed();
                }
                if (c == ',' || c == '\n' || c == END) {
                    return c;
                }
                if (c != '"') {
                    throw damaged("a comma or the end of the row must follow a closing quote");
                }
            } else if (c == END) {
                return END;
            }
            add(cell, c);
        }
    }

    private int lineFeed() throws IOException {
        int c = in.read();
        if (c != '\n' && c != END) {
            throw damaged("a carriage return must be followed by a line feed or stand between quotes");
        }
        return c;
    }

    private void add(StringBuilder cell, int c) throws IOException {
        if (cell.length() == MAX_CELL) {
            throw damaged("a cell must be at most " + MAX_CELL + " characters long");
        }
        cell.append((char) c);
    }

    private IOException damaged(String rule) {
        return new IOException(file + ": row " + row + " (the header is row 1) is damaged: " + rule);
    }
}
