package dev.rote.audit.files;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An embedded DuckDB for reading and writing Parquet: it may open the files named and nothing else. */
final class Tables {

    private Tables() {}

    static Connection connect(Path... files) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("threads", "1");
        Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
        try (Statement locks = connection.createStatement()) {
            for (String lock : List.of(
                    "allowed_paths = "
                            + Stream.of(files).map(Tables::quoted).collect(Collectors.joining(", ", "[", "]")),
                    "autoinstall_known_extensions = false",
                    "autoload_known_extensions = false",
                    "allow_community_extensions = false",
                    "temp_directory = ''",
                    "TimeZone = 'UTC'",
                    "enable_external_access = false",
                    "lock_configuration = true")) {
                locks.execute("SET " + lock);
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    /** A path as text of SQL. */
    static String quoted(Path path) {
        return "'" + path.toAbsolutePath().normalize().toString().replace("'", "''") + "'";
    }

    /** A name of a column in SQL. */
    static String name(String column) {
        return '"' + column.replace("\"", "\"\"") + '"';
    }

    /** The first line of what DuckDB said. */
    static String reason(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
