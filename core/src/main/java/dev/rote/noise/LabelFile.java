package dev.rote.noise;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV file of whole numbers, row by row: one header, commas, no quotes, UTF-8. Whatever else is in it is refused with file
 * and line.
 */
final class LabelFile implements AutoCloseable {

    private static final long MOST_BYTES = 64L << 20;
    private static final int MOST_COLUMNS = 1000;
    private static final int LONGEST_LINE = 20_000;
    private static final int LONGEST_SHOWN = 40;

    private final Path path;
    private final BufferedReader reader;
    private final List<String> header;
    private String[] fields = {};
    private int line;

    private LabelFile(Path path, BufferedReader reader) {
        this.path = path;
        this.reader = reader;
        String first = read();
        if (first == null) {
            throw problem("must have a header, is empty");
        }
        this.header = List.of(split(first.startsWith("\uFEFF") ? first.substring(1) : first));
    }

    /**
     * The file of that path: an absolute one as it is, a relative one in the working directory, else in the folder that the
     * environment variable ROTE_DATA names, else in {@code .rote/data} of the home directory.
     *
     * @throws IllegalArgumentException when there is none, naming the places
     */
    static Path find(String file) {
        return find(
                file,
                Stream.of("", System.getenv("ROTE_DATA"), System.getProperty("user.home") + "/.rote/data")
                        .filter(folder -> folder != null)
                        .map(Path::of)
                        .toList());
    }

    static Path find(String file, List<Path> folders) {
        List<Path> places =
                folders.stream().map(folder -> folder.resolve(file)).distinct().toList();
        return places.stream()
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("file must be there, is at none of " + places
                        + "; give its path or set ROTE_DATA to the folder of data sets"));
    }

    /** Opens a file and reads its header; the caller closes it. */
    static LabelFile open(Path path) {
        try {
            if (Files.size(path) > MOST_BYTES) {
                throw new IllegalArgumentException(
                        path + " must have at most " + MOST_BYTES + " bytes, has " + Files.size(path));
            }
            BufferedReader reader = Files.newBufferedReader(path);
            try {
                return new LabelFile(path, reader);
            } catch (IllegalArgumentException e) {
                reader.close();
                throw e;
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(path + " cannot be read: " + e, e);
        }
    }

    /**
     * Where a column stands.
     *
     * @throws IllegalArgumentException when there is none of that name, or two
     */
    int column(String name) {
        int at = header.indexOf(name);
        if (at < 0 || at != header.lastIndexOf(name)) {
            throw problem("must have one column " + name + ", has " + header);
        }
        return at;
    }

    /** Goes on to the next row; false at the end. */
    boolean next() {
        String text = read();
        if (text == null) {
            return false;
        }
        fields = split(text);
        if (fields.length != header.size()) {
            throw problem("must have " + header.size() + " fields, has " + fields.length);
        }
        return true;
    }

    /** A field of this row: a whole number from 0 to {@code most}. */
    long number(int column, long most) {
        String text = fields[column];
        if (text.matches("[0-9]{1,18}") && Long.parseLong(text) <= most) {
            return Long.parseLong(text);
        }
        String range = most == Long.MAX_VALUE ? "" : " to " + most;
        throw problem(header.get(column) + " must be a whole number from 0" + range + ", was \""
                + text.substring(0, Math.min(text.length(), LONGEST_SHOWN)) + "\"");
    }

    /** An error in this row, to be thrown. */
    IllegalArgumentException problem(String what) {
        return new IllegalArgumentException(path + ":" + line + ": " + what);
    }

    private String[] split(String text) {
        if (text.indexOf('"') >= 0) {
            throw problem("must not have quotes, which are not understood here; write plain numbers and commas");
        }
        String[] parts = text.split(",", -1);
        if (parts.length > MOST_COLUMNS) {
            throw problem("must have at most " + MOST_COLUMNS + " fields, has " + parts.length);
        }
        return parts;
    }

    private @Nullable String read() {
        line++;
        try {
            String text = reader.readLine();
            if (text != null && text.length() > LONGEST_LINE) {
                throw problem("must have at most " + LONGEST_LINE + " characters, has " + text.length());
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(path + ":" + line + ": must be UTF-8", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(path + ":" + line + ": cannot be read: " + e, e);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new IllegalArgumentException(path + " cannot be closed: " + e, e);
        }
    }
}
