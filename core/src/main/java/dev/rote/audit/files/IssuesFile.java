package dev.rote.audit.files;

import com.fasterxml.jackson.core.io.NumberOutput;
import dev.rote.audit.Findings;
import dev.rote.audit.ScoreColumn;
import dev.rote.data.tables.ParquetDatabase;
import dev.rote.files.AtomicFile;
import dev.rote.files.Disk;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * {@code issues.csv} and {@code issues.parquet}: one row for each example, in the order of the input.
 *
 * <p>CSV is UTF-8, quoted as in RFC 4180, with lines that end in a line feed; numbers read back exactly; a score that is not defined is an
 * empty cell. Labels and ids that a spreadsheet would take for formulas are defused as {@link SpreadsheetText} tells, and {@link Review}
 * undoes it; Parquet holds them verbatim, and null for a score that is not defined. Both files are written wholly or not at all.
 */
public final class IssuesFile {

    /** What the columns before the scores mean, by name, in their order; {@code id} only when the input has one. */
    public static final Map<String, String> COLUMNS = columns();

    private IssuesFile() {}

    private static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("row", "The row of the example in the input, counted from 0 without the header.");
        columns.put("id", "What the input calls the example; only there when a column of ids was named.");
        columns.put("given_label", "The label as it stands in the input.");
        columns.put("suggested_label", "The label that the audit believes in; the given one where there is no doubt.");
        columns.put("label_quality", "How credible the given label is, from 0 to 1; low is suspicious.");
        columns.put("is_issue", "Whether the label is believed wrong: true or false.");
        return Collections.unmodifiableMap(columns);
    }

    /**
     * Writes {@code issues.csv}.
     *
     * @throws IOException naming the file and the reason
     * @throws IllegalArgumentException when two columns have one name
     */
    public static void writeCsv(Findings findings, Path file) throws IOException {
        List<String> names = names(findings);
        AtomicFile.write(file, channel -> {
            Writer out = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8), 1 << 16);
            out.write(names.stream().map(IssuesFile::cell).collect(Collectors.joining(",", "", "\n")));
            for (int i = 0; i < findings.size(); i++) {
                out.write(line(findings, i));
            }
            out.flush();
        });
    }

    private static List<String> names(Findings findings) {
        List<String> names = new ArrayList<>(COLUMNS.keySet());
        if (findings.ids().isEmpty()) {
            names.remove("id");
        }
        findings.scores().forEach(score -> names.add(score.name()));
        Set<String> different = new HashSet<>();
        for (String name : names) {
            if (!different.add(name)) {
                throw new IllegalArgumentException("two columns are called " + name);
            }
        }
        return names;
    }

    private static String line(Findings findings, int i) {
        StringBuilder line = new StringBuilder().append(findings.rows()[i]).append(',');
        if (!findings.ids().isEmpty()) {
            line.append(text(findings.ids().get(i))).append(',');
        }
        line.append(text(findings.classes().get(findings.given()[i]))).append(',');
        line.append(text(findings.classes().get(findings.suggested()[i]))).append(',');
        line.append(number(findings.quality()[i])).append(',').append(findings.issue()[i]);
        for (ScoreColumn score : findings.scores()) {
            line.append(',').append(number(score.values()[i]));
        }
        return line.append('\n').toString();
    }

    /** The shortest digits that read back to the same number, the same on every Java; nothing for NaN. */
    static String number(double value) {
        return Double.isNaN(value) ? "" : NumberOutput.toString(value, true);
    }

    private static String text(String text) {
        return cell(SpreadsheetText.defused(text));
    }

    static String cell(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        boolean trimmed = text.strip().length() == text.length();
        return plain && trimmed ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /**
     * Writes {@code issues.parquet}.
     *
     * @throws IOException naming the file and the reason
     * @throws IllegalArgumentException when two columns have one name
     */
    public static void writeParquet(Findings findings, Path file) throws IOException {
        List<String> names = names(findings);
        Path part = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            try (Connection tables = ParquetDatabase.open(part);
                    Statement statement = tables.createStatement()) {
                statement.execute(names.stream()
                        .map(name -> ParquetDatabase.name(name) + " " + type(name))
                        .collect(Collectors.joining(", ", "CREATE TABLE issues(", ")")));
                fill(findings, tables);
                statement.execute("COPY issues TO " + ParquetDatabase.quoted(part) + " (FORMAT parquet)");
            } catch (SQLException e) {
                throw new IOException(file + ": could not be written: " + ParquetDatabase.reason(e), e);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (FileSystemException e) {
            throw Disk.explain(file, "written", e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static String type(String column) {
        return switch (column) {
            case "row" -> "BIGINT";
            case "id", "given_label", "suggested_label" -> "VARCHAR";
            case "is_issue" -> "BOOLEAN";
            default -> "DOUBLE";
        };
    }

    private static void fill(Findings findings, Connection tables) throws SQLException {
        try (DuckDBAppender rows = tables.unwrap(DuckDBConnection.class).createAppender("issues")) {
            for (int i = 0; i < findings.size(); i++) {
                rows.beginRow();
                rows.append((long) findings.rows()[i]);
                if (!findings.ids().isEmpty()) {
                    rows.append(findings.ids().get(i));
                }
                rows.append(findings.classes().get(findings.given()[i]));
                rows.append(findings.classes().get(findings.suggested()[i]));
                rows.append(findings.quality()[i]);
                rows.append(findings.issue()[i]);
                for (ScoreColumn score : findings.scores()) {
                    if (Double.isNaN(score.values()[i])) {
                        rows.appendNull();
                    } else {
                        rows.append(score.values()[i]);
                    }
                }
                rows.endRow();
            }
        }
    }
}
