package dev.rote.audit.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.audit.Findings;
import dev.rote.audit.MadeFindings;
import dev.rote.data.tables.ParquetDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuesFileTest {

    @Test
    void oneRowForEachExample(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("issues.csv");
        IssuesFile.writeCsv(MadeFindings.of(List.of("cat", "a,\"b", "-1"), List.of()), file);
        assertThat(file).hasContent("""
                row,given_label,suggested_label,label_quality,is_issue,margin
                0,cat,cat,0.9,false,0.5
                1,cat,"a,""b",0.1,true,-0.25
                2,"a,""b","a,""b",0.8,false,1.0E-10
                3,"a,""b","a,""b",0.7,false,0.1
                4,-1,cat,0.3333333333333333,true,
                6,-1,-1,0.95,false,0.3
                """);
    }

    @Test
    void formulasAreDefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("issues.csv");
        IssuesFile.writeCsv(
                MadeFindings.of(List.of("=1+1", "'@x", "+1e3"), List.of("-a", "b", "=c", "d", "e", "@f")), file);
        assertThat(Files.readAllLines(file))
                .startsWith(
                        "row,id,given_label,suggested_label,label_quality,is_issue,margin",
                        "0,'-a,'=1+1,'=1+1,0.9,false,0.5",
                        "1,b,'=1+1,''@x,0.1,true,-0.25")
                .endsWith("6,'@f,+1e3,+1e3,0.95,false,0.3");
    }

    @Property(tries = 500)
    void whatIsDefusedComesBack(@ForAll String text) {
        assertThat(SpreadsheetText.restored(SpreadsheetText.defused(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=", "'=", "''=x", "-1", "'-1", "-a", "\t", "'", "'a", "\uff1dx", "-", "+1.5e-3", "=\n="})
    void riskyTextsComeBackToo(String text) {
        String cell = SpreadsheetText.defused(text);
        assertThat(SpreadsheetText.restored(cell)).isEqualTo(text);
        assertThat(cell).doesNotMatch("(?s)[=@\\t\\uff1d].*");
    }

    @Test
    void parquetHoldsTheSameVerbatim(@TempDir Path folder) throws IOException, SQLException {
        Path file = folder.resolve("issues.parquet");
        IssuesFile.writeParquet(MadeFindings.of(List.of("=1+1", "b", "c"), List.of()), file);
        try (Connection tables = ParquetDatabase.open(file);
                Statement statement = tables.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT * FROM read_parquet(" + ParquetDatabase.quoted(file) + ")")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString("given_label")).isEqualTo("=1+1");
            for (int i = 1; i < 5; i++) {
                assertThat(rows.next()).isTrue();
            }
            assertThat(rows.getLong("row")).isEqualTo(4);
            assertThat(rows.getDouble("label_quality")).isEqualTo(1.0 / 3);
            assertThat(rows.getBoolean("is_issue")).isTrue();
            assertThat(rows.getObject("margin")).isNull();
        }
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void failureLeavesNothing(@TempDir Path folder) throws IOException {
        Findings findings = MadeFindings.of(List.of("a", "b", "c"), List.of());
        Path missing = folder.resolve("none/issues.parquet");
        assertThatThrownBy(() -> IssuesFile.writeParquet(findings, missing)).isInstanceOf(IOException.class);
        Path place =
                Files.createDirectories(folder.resolve("issues.parquet/full")).getParent();
        assertThatThrownBy(() -> IssuesFile.writeParquet(findings, place)).isInstanceOf(IOException.class);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(place);
        }
    }
}
