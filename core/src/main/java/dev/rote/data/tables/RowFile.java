package dev.rote.data.tables;

import dev.rote.yaml.Visible;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A file of rows: its format, the names of its columns, and its rows as often as they are asked for.
 *
 * <p>A file that begins with {@code PAR1} is Parquet; one called {@code .jsonl}, {@code .ndjson} or {@code .json} has one
 * JSON object per line; anything else has separated values. Text may be gzipped.
 */
public final class RowFile {

    private enum Format {
        CSV,
        JSON,
        PARQUET
    }

    private final String name;
    private final Path path;
    private final Format format;
    private final Charset encoding;
    private final boolean header;
    private final char separator;
    private final boolean quotes;
    private final List<String> columns;

    /**
     * Looks at the beginning of the file, and at all of it for the keys of JSON objects.
     *
     * @throws IllegalArgumentException when there is no such file, or it has no column, or two of one name
     * @throws IOException when it cannot be read
     */
    public RowFile(String name, LabelledTable table) throws IOException {
        this(name, table, true);
    }

    private RowFile(String name, LabelledTable table, boolean quotes) throws IOException {
        this.name = name;
        this.quotes = quotes;
        this.path = Path.of(name);
        if (!Files.isRegularFile(path)) {
            throw Fault.in(name, Files.exists(path) ? "is no file" : "does not exist");
        }
        if (Files.size(path) == 0) {
            throw Fault.in(name, "is empty");
        }
        this.encoding = encoding(table.encoding());
        this.header = table.header();
        this.format = format();
        this.separator = format == Format.CSV ? separator(table.separator()) : 0;
        this.columns = columns();
    }

    /** Whether its values are separated by tabs. Such files often have quotes that enclose nothing. */
    public boolean isTabbed() {
        return separator == '\t';
    }

    /** The same file with quotes read as any other letter; otherwise as {@link #RowFile(String, LabelledTable)}. */
    public static RowFile withoutQuotes(String name, LabelledTable table) throws IOException {
        return new RowFile(name, table, false);
    }

    /** Whether text can be read in the encoding of that name. */
    public static boolean isEncoding(String name) {
        try {
            encoding(name);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The character set of that name, {@code latin-1} among them. */
    static Charset encoding(String name) {
        try {
            return name.equalsIgnoreCase("latin-1") ? StandardCharsets.ISO_8859_1 : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new IllegalArgumentException(
                    "encoding must be one that Java knows, was " + name + "; choose utf-8, latin-1 or utf-16");
        }
    }

    private Format format() throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            String first = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
            if (first.equals("PAR1")) {
                return Format.PARQUET;
            }
            if (first.equals("PK\3\4") || first.equals("\u00d0\u00cf\u0011\u00e0")) {
                throw Fault.in(name, "is a workbook of a spreadsheet or a zip archive, and no table of text")
                        .remedy("save the sheet as CSV");
            }
        }
        return plainName().matches(".*\\.(jsonl|ndjson|json)") ? Format.JSON : Format.CSV;
    }

    private String plainName() {
        return name.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    }

    private char separator(String wanted) throws IOException {
        if (!wanted.equals("auto")) {
            return wanted.equals("tab") ? '\t' : wanted.charAt(0);
        }
        if (plainName().endsWith(".tsv")) {
            return '\t';
        }
        try (Characters in = new Characters(path, encoding)) {
            return Separator.guess(in);
        }
    }

    private List<String> columns() throws IOException {
        List<String> found;
        switch (format) {
            case PARQUET -> {
                try (ParquetReader rows = new ParquetReader(path, name)) {
                    found = rows.names();
                }
            }
            case JSON -> {
                try (JsonLinesReader rows = new JsonLinesReader(new Characters(path, encoding), name, List.of())) {
                    boolean more = true;
                    while (more) {
                        more = rows.next();
                    }
                    found = rows.names();
                }
            }
            default -> {
                try (CsvReader rows = csv(header ? -1 : 0)) {
                    found = rows.next() ? rows.values() : List.of();
                }
                found = named(found);
            }
        }
        if (found.isEmpty()) {
            throw Fault.in(name, "has no rows");
        }
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < found.size(); i++) {
            Integer before = seen.put(found.get(i), i);
            if (before != null) {
                throw Fault.in(
                                name,
                                "columns " + (before + 1) + " and " + (i + 1) + " are both called "
                                        + Fault.show(found.get(i)))
                        .remedy("rename one");
            }
        }
        return found;
    }

    private List<String> named(List<String> first) {
        return IntStream.range(0, first.size())
                .mapToObj(i -> header && !first.get(i).isEmpty() ? first.get(i) : "column" + i)
                .toList();
    }

    private CsvReader csv(int first) throws IOException {
        return new CsvReader(new Characters(path, encoding), name, separator, quotes, first);
    }

    /** The names of the columns; without a header {@code column0} and so on. */
    public List<String> names() {
        return columns;
    }

    /** The position of a column. */
    int column(String field, String wanted) {
        int at = columns.indexOf(wanted);
        if (at < 0) {
            String known = columns.stream().limit(20).collect(Collectors.joining(", "));
            throw Fault.in(
                    name,
                    field + " must be a column, was " + Fault.show(wanted) + "; there are " + Visible.text(known, 300)
                            + (columns.size() > 20 ? " and " + (columns.size() - 20) + " more" : ""));
        }
        return at;
    }

    /** All rows, from the first. */
    public RowReader rows() throws IOException {
        switch (format) {
            case PARQUET:
                return new ParquetReader(path, name);
            case JSON:
                return new JsonLinesReader(new Characters(path, encoding), name, columns);
            default:
                CsvReader rows = csv(header ? -1 : 0);
                if (header) {
                    rows.next();
                }
                return rows;
        }
    }

    /** A fault of a row whose line is looked up: for faults that show only when the whole file was read. */
    IllegalArgumentException fault(long row, String rule) throws IOException {
        try (RowReader rows = rows()) {
            while (rows.next()) {
                if (rows.row() == row) {
                    return Fault.in(rows, rule);
                }
            }
        }
        return Fault.in(name, "changed while it was read");
    }

    @Override
    public String toString() {
        return name;
    }
}
