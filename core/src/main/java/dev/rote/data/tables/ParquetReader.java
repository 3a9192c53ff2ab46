package dev.rote.data.tables;

import dev.rote.yaml.Visible;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a Parquet file, read by an embedded DuckDB that may open this one file and nothing else: no network, no
 * extension to install, no other file.
 */
final class ParquetReader implements RowReader {

    private final String file;
    private final String source;
    private final Path path;
    private final List<String> names = new ArrayList<>();
    private final List<Boolean> single = new ArrayList<>();
    private final Connection connection;
    private final Statement statement;
    private @Nullable ResultSet results;
    private long row = -1;

    ParquetReader(Path path, String file) {
        this.file = file;
        this.path = path;
        this.source = "read_parquet(" + ParquetDatabase.quoted(path) + ", hive_partitioning = false)";
        if (absolute(path).matches("(?s).*[*?\\[].*")) {
            throw Fault.in(file, "has *, ? or [ in its path, which stands for many files; rename it");
        }
        try {
            connection = ParquetDatabase.reading(path, true);
            statement = connection.createStatement();
            describe();
        } catch (SQLException e) {
            throw damaged(e);
        }
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    private void describe() throws SQLException {
        try (ResultSet columns = statement.executeQuery("DESCRIBE SELECT * FROM " + source)) {
            while (columns.next()) {
                names.add(columns.getString(1));
                single.add(!columns.getString(2).matches("(?s)(STRUCT|MAP|UNION)\\(.*|.*\\]|VARIANT|JSON"));
            }
        }
    }

    private String values() {
        return names.stream()
                .map(name -> "CAST(" + ParquetDatabase.name(name) + " AS VARCHAR)")
                .collect(Collectors.joining(", "));
    }

    List<String> names() {
        return List.copyOf(names);
    }

    @Override
    public boolean next() throws IOException {
        row++;
        try {
            if (results == null) {
                results = statement.executeQuery("SELECT " + values() + " FROM " + source);
            }
            return results.next();
        } catch (SQLException e) {
            throw damaged(reason(e));
        }
    }

    /** While results stream DuckDB loses the text of an error, so the file is read once more without streaming. */
    private SQLException reason(SQLException lost) {
        try (Connection again = ParquetDatabase.reading(path, false);
                Statement whole = again.createStatement()) {
            whole.execute("SELECT bit_xor(hash(" + values() + ")) FROM " + source);
            return lost;
        } catch (SQLException told) {
            return told;
        }
    }

    private IllegalArgumentException damaged(SQLException e) {
        String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return Fault.in(file, "cannot be read as Parquet")
                .quoting(Visible.text(said.replace(absolute(path), file), 300));
    }

    @Override
    public String value(int column) {
        if (!single.get(column)) {
            throw Fault.in(
                            this,
                            "column " + Fault.show(names.get(column))
                                    + ": must be a single value, was an object or a list")
                    .remedy("exclude the column");
        }
        try {
            String value = results == null ? null : results.getString(column + 1);
            return value == null ? "" : value.strip();
        } catch (SQLException e) {
            throw damaged(e);
        }
    }

    @Override
    public long row() {
        return row;
    }

    @Override
    public long line() {
        return 0;
    }

    @Override
    public String file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
