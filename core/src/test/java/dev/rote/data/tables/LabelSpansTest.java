package dev.rote.data.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LabelSpansTest {

    private static LabelSpans csv(String text, String label, char separator, boolean header) throws IOException {
        return LabelSpans.open(new StringReader(text), "a.csv", label, separator, header);
    }

    private static LabelSpans json(String text) throws IOException {
        return LabelSpans.open(new StringReader(text), "a.jsonl", "y", ',', true);
    }

    /** The file again, with a label put into the rows that have another. */
    private static String replaced(LabelSpans rows, String was, String becomes) throws IOException {
        StringBuilder file = new StringBuilder();
        while (rows.next()) {
            file.append(rows.gap()).append(rows.label().equals(was) ? rows.with(becomes) : rows.raw());
        }
        return file.append(rows.gap()).toString();
    }

    @Test
    void onlyTheLabelChanges() throws IOException {
        String text = "\uFEFFx;y;z\r\n\r\n1; cat ;\"a\"\"b\r\nc\"\n  \n2;\"cat\";3\r3;dog;4";
        assertThat(replaced(csv(text, "y", ';', true), "cat", "ape"))
                .isEqualTo("\uFEFFx;y;z\r\n\r\n1; ape ;\"a\"\"b\r\nc\"\n  \n2;\"ape\";3\r3;dog;4");
        assertThat(replaced(csv(text, "y", ';', true), "cat", "a;\"b"))
                .isEqualTo("\uFEFFx;y;z\r\n\r\n1; \"a;\"\"b\" ;\"a\"\"b\r\nc\"\n  \n2;\"a;\"\"b\";3\r3;dog;4");
        assertThat(replaced(csv(text, "y", ';', true), "dog", "ape")).endsWith("\r3;ape;4");
    }

    @Test
    void withoutAHeaderTheFirstRowIsARow() throws IOException {
        assertThat(replaced(csv("a,1\nb,2\n", "column0", ',', false), "a", "c")).isEqualTo("c,1\nb,2\n");
    }

    @Test
    void anEmptyLastValueCanBeFilled() throws IOException {
        assertThat(replaced(csv("x,y\n1,\n2,b", "y", ',', true), "", "c")).isEqualTo("x,y\n1,c\n2,b");
        assertThat(replaced(csv("y\ta\nb \tc\n", "y", '\t', true), "b", "d")).isEqualTo("y\ta\nd \tc\n");
    }

    @Test
    void jsonKeepsAllElse() throws IOException {
        String text = "{\"a\": {\"y\": 1}, \"y\" : \"c\\u0061t\" ,\"b\":[1]}\r\n\n{\"y\":7}\n{\"y\":true}";
        assertThat(replaced(json(text), "cat", "a\"b"))
                .isEqualTo("{\"a\": {\"y\": 1}, \"y\" : \"a\\\"b\" ,\"b\":[1]}\r\n\n{\"y\":7}\n{\"y\":true}");
        assertThat(replaced(json(text), "7", "8")).contains("{\"y\":8}");
        assertThat(replaced(json(text), "7", "08")).contains("{\"y\":\"08\"}");
        assertThat(replaced(json(text), "true", "false")).endsWith("{\"y\":false}");
    }

    @Test
    void aMissingColumnIsTold() {
        assertThatThrownBy(() -> csv("x,y\n", "z", ',', true)).hasMessage("a.csv: has no column 'z'");
        assertThatThrownBy(() -> csv("", "z", ',', true)).hasMessage("a.csv: has no rows");
    }

    @Provide
    Arbitrary<String> tables() {
        return Arbitraries.of(
                        "a", "b", " ", ",", ",", "\"", "\"\"", "\n", "\r\n", "\r", "\t", "ä", "a,b\n", "\"x\",y\n")
                .list()
                .ofMaxSize(25)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 2000)
    void rowsAreThoseOfTheReaderAndNothingIsLost(@ForAll("tables") String rest) throws IOException {
        String text = "p,y\n" + rest;
        List<String> read = read(text);
        assumeTrue(read != null); // the reader refuses such a table, and so no audit has it
        try (LabelSpans rows = csv(text, "y", ',', true)) {
            List<String> labels = new ArrayList<>();
            StringBuilder whole = new StringBuilder();
            StringBuilder changed = new StringBuilder();
            while (rows.next()) {
                labels.add(rows.label());
                whole.append(rows.gap()).append(rows.raw());
                changed.append(rows.gap()).append(rows.with("n,\"w"));
            }
            assertThat(labels).isEqualTo(read);
            assertThat(whole + rows.gap()).isEqualTo(text);
            assertThat(read(changed + rows.gap())).hasSameSizeAs(read).allMatch("n,\"w"::equals);
        }
    }

    /** The labels, or null when the reader refuses the table. */
    private static List<String> read(String text) throws IOException {
        Path file = Files.writeString(Files.createTempFile("table", ".csv"), text, StandardCharsets.UTF_8);
        List<String> labels = new ArrayList<>();
        try (CsvReader rows = new CsvReader(new Characters(file, StandardCharsets.UTF_8), "a.csv", ',', true, -1)) {
            rows.next();
            while (rows.next()) {
                labels.add(rows.value(1));
            }
            return labels;
        } catch (IllegalArgumentException refused) {
            return null;
        } finally {
            Files.delete(file);
        }
    }
}
