package dev.rote.data.tables;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An embedded DuckDB for reading and writing Parquet: it may open the files named and nothing else, no network, no extension. */
public final class ParquetDatabase {

    private ParquetDatabase() {}

    /** One that may open these files. */
    public static Connection open(Path... files) throws SQLException {
        return open(false, List.of(), files);
    }

    /** One that reads a stranger's file in little memory; rows are streamed, or all collected first. */
    static Connection reading(Path file, boolean streaming) throws SQLException {
        return open(streaming, List.of("memory_limit = '1GB'"), file);
    }

    private static Connection open(boolean streaming, List<String> more, Path... files) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("jdbc_stream_results", Boolean.toString(streaming));
        settings.setProperty("threads", "1");
        List<String> locks = new ArrayList<>(more);
        locks.addAll(List.of(
                "allowed_paths = "
                        + Stream.of(files).map(ParquetDatabase::quoted).collect(Collectors.joining(", ", "[", "]")),
                "autoinstall_known_extensions = false",
                "autoload_known_extensions = false",
                "allow_community_extensions = false",
                "temp_directory = ''",
                "TimeZone = 'UTC'",
                "enable_external_access = false",
                "lock_configuration = true"));
        Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
        try (Statement statement = connection.createStatement()) {
            for (String lock : locks) {
                statement.execute("SET " + lock);
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    /** A path as text of SQL. */
    public static String quoted(Path path) {
        return "'" + path.toAbsolutePath().normalize().toString().replace("'", "''") + "'";
    }

    /** A name of a column in SQL. */
    public static String name(String column) {
        return '"' + column.replace("\"", "\"\"") + '"';
    }

    /** The first line of what DuckDB said. */
    public static String reason(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
