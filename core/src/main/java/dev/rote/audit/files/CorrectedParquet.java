package dev.rote.audit.files;

import dev.rote.audit.files.Review.Action;
import dev.rote.audit.files.Review.Decision;
import dev.rote.data.tables.ParquetDatabase;
import dev.rote.files.Disk;
import dev.rote.yaml.Problem;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** A Parquet file with other labels: the same columns, types and order of rows, written anew. */
final class CorrectedParquet {

    private CorrectedParquet() {}

    static void write(Review review, Origin origin, Path out) throws IOException {
        Path part = out.resolveSibling(out.getFileName() + ".tmp");
        try {
            try (Connection tables = ParquetDatabase.open(origin.path(), part);
                    Statement statement = tables.createStatement()) {
                copy(review, origin, part, tables, statement);
            } catch (SQLException e) {
                throw Problem.couldNotRun("could not be written: " + ParquetDatabase.reason(e), "")
                        .in(out.toString())
                        .because(e);
            }
            Files.move(part, out, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            throw Disk.explain(out, "written", e);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void copy(Review review, Origin origin, Path part, Connection tables, Statement statement)
            throws SQLException {
        String source = "read_parquet(" + ParquetDatabase.quoted(origin.path())
                + ", hive_partitioning = false, file_row_number = true)";
        String label = ParquetDatabase.name(origin.label().orElseThrow());
        statement.execute("CREATE TABLE changes(place BIGINT, label VARCHAR, dropped BOOLEAN)");
        int rows = 0;
        try (DuckDBAppender changes = tables.unwrap(DuckDBConnection.class).createAppender("changes");
                ResultSet labels = statement.executeQuery(
                        "SELECT CAST(" + label + " AS VARCHAR) FROM " + source + " ORDER BY file_row_number")) {
            for (; labels.next(); rows++) {
                String given = labels.getString(1);
                Optional<Decision> decision = review.at(rows, given == null ? "" : given.strip());
                Action action = decision.map(Decision::action).orElse(Action.NONE);
                boolean other = action == Action.RELABEL
                        && !decision.get().label().equals(decision.get().given());
                if (action == Action.DROP || other) {
                    changes.beginRow();
                    changes.append((long) rows);
                    changes.append(decision.get().label());
                    changes.append(action == Action.DROP);
                    changes.endRow();
                }
            }
        }
        review.end(rows);
        String type;
        try (ResultSet columns = statement.executeQuery("DESCRIBE SELECT " + label + " FROM " + source)) {
            columns.next();
            type = columns.getString(2);
        }
        statement.execute(
                "COPY (SELECT t.* EXCLUDE (file_row_number) REPLACE (CASE WHEN c.place IS NULL THEN t." + label
                        + " ELSE CAST(c.label AS " + type + ") END AS " + label + ") FROM " + source
                        + " t LEFT JOIN changes c ON c.place = t.file_row_number WHERE c.dropped IS NOT TRUE"
                        + " ORDER BY t.file_row_number) TO " + ParquetDatabase.quoted(part) + " (FORMAT parquet)");
    }
}
