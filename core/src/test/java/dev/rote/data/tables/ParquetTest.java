package dev.rote.data.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.tensor.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws SQLException {
        file = folder.resolve("it's.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "COPY (SELECT i AS id, i * 1.5 AS \"a\"\"b\", CASE WHEN i % 7 > 0 THEN 'c' || (i % 3) END AS cat,"
                            + " i % 2 = 0 AS flag, DATE '1970-01-01' + i::INT AS d, TIMESTAMPTZ '1970-01-01 01:00:00+01' AS t,"
                            + " [i] AS list, 'class ' || (i % 2) AS y FROM range(5000) r(i)) TO '"
                            + file.toString().replace("'", "''") + "' (FORMAT parquet, ROW_GROUP_SIZE 2048)");
        }
    }

    @Test
    void rowsComeInOrderWithTheirTypes() {
        TableData data = Tables.read(file, "id: id", "exclude: [list]", "test: 0");
        assertThat(data.columns().columns())
                .extracting(Column::kind)
                .containsExactly("number", "category", "boolean", "date", "date");
        assertThat(data.columns().classes()).containsExactly("class 0", "class 1");
        for (int i = 0; i < 5000; i++) {
            float[] row = Tables.row(Tables.train(data), i);
            assertThat(row[0]).isEqualTo(i * 1.5f);
            assertThat(row[1 + (i % 7 > 0 ? i % 3 : 3)]).isEqualTo(1);
            assertThat(row[5]).isEqualTo(1 - i % 2);
            assertThat(row[6]).isEqualTo(i);
            assertThat(row[11]).isZero();
            assertThat(Tables.train(data).labels()[i]).isEqualTo(i % 2);
        }
    }

    @Test
    void listsAreRefused() {
        assertThatThrownBy(() -> Tables.read(file, "test: 0"))
                .hasMessage(file + ": row 1: column 'list': must be a single value, was an object or a list; "
                        + "exclude the column");
    }

    @Test
    void nothingElseMayBeOpened() throws IOException, SQLException {
        Path other = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
        try (Connection connection = ParquetDatabase.reading(file, true);
                Statement statement = connection.createStatement()) {
            for (String sql : new String[] {
                "SELECT * FROM read_csv('" + other + "')",
                "SELECT * FROM read_text('/etc/hostname')",
                "SELECT * FROM 'https://localhost:1/x.parquet'",
                "COPY (SELECT 1) TO '" + folder.resolve("out.csv") + "'",
                "INSTALL httpfs",
                "SET enable_external_access = true"
            }) {
                assertThatThrownBy(() -> statement.execute(sql)).as(sql).isInstanceOf(SQLException.class);
            }
        }
        assertThat(folder.resolve("out.csv")).doesNotExist();
    }

    @Test
    void damageInTheMiddleIsToldNotRead() throws IOException {
        byte[] good = Files.readAllBytes(file);
        int refused = 0;
        for (int i = 0; i < 30; i++) {
            byte[] bad = good.clone();
            Seeds seeds = new Seeds(i);
            for (int j = 0; j < 4; j++) {
                bad[seeds.below(bad.length, 2 * j)] = (byte) seeds.bits(2 * j + 1);
            }
            Path damaged = Tables.file(folder, "damaged.parquet", bad);
            try {
                Tables.read(damaged, "exclude: [list]", "unknown: zeros");
            } catch (IllegalArgumentException e) {
                assertThat(e.getMessage()).startsWith(damaged.toString()).doesNotContain("Invalid result set");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(5);
    }
}
