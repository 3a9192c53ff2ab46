package dev.rote.data.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a table is said with file, line, row, column, value and remedy. */
class TableFaultsTest {

    @TempDir
    Path folder;

    private void refused(Path file, String message, String... fields) {
        assertThatThrownBy(() -> Tables.read(file, fields))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message.replace("FILE", file.toString()));
    }

    private void refused(String text, String message, String... fields) {
        refused(Tables.file(folder, "t.csv", text), message, fields);
    }

    @Test
    void noFile() {
        refused(folder.resolve("none.csv"), "FILE: does not exist");
        refused(folder, "FILE: is no file");
    }

    @Test
    void nothingInIt() {
        refused("", "FILE: is empty");
        refused("\n\n", "FILE: has no rows");
        refused("a,y\n", "FILE: has no rows");
        refused("a,y", "FILE: has no rows");
    }

    @Test
    void header() {
        refused("a,b,a\n1,2,3\n", "FILE: columns 1 and 3 are both called 'a'; rename one");
        refused("a,b\n1,2\n", "FILE: label must be a column, was 'y'; there are a, b");
        refused("y\nu\nv\n", "FILE: has no column beside the label to learn from; is the separator right?");
        refused("a,\"y\n", "FILE:1: the header has a quote, opened in line 1, that is never closed");
    }

    @Test
    void namesOfColumns() {
        String text = "a,b,y\n1,2,u\n";
        refused(text, "FILE: exclude must be a column, was 'z'; there are a, b, y", "exclude: [z]");
        refused(text, "FILE: features must be a column, was 'z'; there are a, b, y", "features: [z]");
        refused(text, "FILE: id must be a column, was 'z'; there are a, b, y", "id: z");
        refused(text, "FILE: group must be a column, was 'z'; there are a, b, y", "group: z");
        refused(
                text,
                "FILE: split_column must be a column, was 'z'; there are a, b, y",
                "split_column: z",
                "test_value: u");
        refused(
                text,
                "features must not name the label, the id, the group, the split column or an excluded one, was 'y'",
                "features: [y]");
    }

    @Test
    void raggedRows() {
        refused("a,y\n1,u\n2\n", "FILE:3: row 2: has 1 values, must have 2 as the first line has");
        refused("a,y\n1,u\n2,v,\n", "FILE:3: row 2: has 3 values, must have 2 as the first line has");
        refused("a,y\n\"1\n\n\",u\n\n2,v,w\n", "FILE:6: row 2: has 3 values, must have 2 as the first line has");
    }

    @Test
    void quotes() {
        refused("a,y\n1,u\n\"2,v\n3,u\n", "FILE:3: row 2: has a quote, opened in line 3, that is never closed");
        refused(
                "a,y\n1,u\n\"2\"3,v\n",
                "FILE:3: row 2: has text after a closing quote: '2\"3'; write a quote inside a quoted value twice");
    }

    @Test
    void endlessRow() {
        refused(
                "a,y\n1,u\n2," + "x".repeat(5_000_000) + "\n",
                "FILE:3: row 2: has more than 4194304 characters; is there a quote that is never closed?");
    }

    @Test
    void noText() {
        byte[] latin = "a,y\n1,u\n2,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        refused(
                Tables.file(folder, "latin.csv", latin),
                "FILE:3: is not text in this encoding; set encoding, to latin-1 or utf-16 perhaps");
        refused("a,y\n1,u\n2,\0\n", "FILE:3: holds a zero byte and is no table of text; set encoding if it is utf-16");
        assertThatThrownBy(() -> Tables.table(folder, "encoding: klingon"))
                .hasMessageContaining("must be one that Java knows");
    }

    @Test
    void tornArchive() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write("a,y\n1,u\n2,v\n".repeat(100).getBytes(StandardCharsets.UTF_8));
        }
        byte[] torn = Arrays.copyOf(bytes.toByteArray(), bytes.size() - 12);
        refused(Tables.file(folder, "t.csv.gz", torn), "FILE: is damaged: Unexpected end of ZLIB input stream");
        Path whole = Tables.file(folder, "whole.csv", "a,y\n1,u\n2,v\n");
        Path bad = folder.resolve("t.csv.gz");
        assertThatThrownBy(() -> Tables.read(whole, "test_file: '" + bad + "'"))
                .hasMessage(bad + ": is damaged: Unexpected end of ZLIB input stream");
    }

    @Test
    void labels() {
        refused("a,y\n1,u\n2, \n", "FILE:3: row 2: column 'y': has no label; fill it in, or delete the row");
        refused(
                "a,y\n1,u\n2,u\n3,u\n4,u\n5,u\n",
                "FILE: column 'y': must have two classes in the train part, has only 'u'");
        Path test = Tables.file(folder, "test.csv", "a,y\n1,u\n\n2,w\n");
        assertThatThrownBy(
                        () -> Tables.read(Tables.file(folder, "t.csv", "a,y\n1,u\n2,v\n"), "test_file: '" + test + "'"))
                .hasMessage(test + ":4: row 2: column 'y': was 'w', must be a class of the train part: u, v");
    }

    @Test
    void ids() {
        refused(
                "a,n,y\n1,p,u\n2,q,v\n3,p,u\n",
                "FILE:4: row 3: column 'n': has the same id as row 1, 'p'; delete one of them",
                "id: n");
        refused("a,n,y\n1,p,u\n2,,v\n", "FILE:3: row 2: column 'n': has no id", "id: n");
    }

    @Test
    void splits() {
        String text = "a,g,y\n1,p,u\n2,p,v\n3,p,u\n";
        refused(text, "FILE: the split leaves no row for the test part; change it");
        refused(text, "FILE: the split leaves no row for the test part; change it", "group: g");
        refused(
                text,
                "FILE: the split leaves no row for the train part; change it",
                "split_column: g",
                "test_value: p");
        refused(
                "a,g,y\n1,p,u\n2,,v\n",
                "FILE:3: row 2: column 'g': has no group; fill it in, or delete the row",
                "group: g");
        assertThatThrownBy(() -> Tables.table(folder, "split_column: g"))
                .hasMessageContaining("must be given together with test_value");
        assertThatThrownBy(() -> Tables.table(folder, "group: g", "test_file: t"))
                .hasMessageContaining("only one of test_file, split_column and group can split a table");
        assertThatThrownBy(() -> Tables.table(folder, "test: 1.0")).hasMessageContaining("at least 0 and below 1");
        assertThatThrownBy(() -> Tables.table(folder, "max_categories: 0")).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> Tables.table(folder, "separator: '::'")).hasMessageContaining("one character");
    }

    @Test
    void values() {
        String both = "test: 0";
        refused(
                "a,y\n1,u\ninf,v\n",
                "FILE:3: row 2: column 'a': was 'inf', must be finite in 32 bits; mend the value, or add it to missing",
                both);
        refused(
                "a,y\n1,u\n1e39,v\n",
                "FILE:3: row 2: column 'a': was '1e39', must be finite in 32 bits; mend the value, or add it to missing",
                both);
        refused(
                "a,y\n1,u\nNaN,v\n",
                "FILE:3: row 2: column 'a': was 'NaN', must be finite in 32 bits; mend the value, or add it to missing",
                both,
                "missing: []");
        refused("a,b,y\n1,,u\n2,NA,v\n", "FILE: column 'b': has no value in the train part; exclude it", both);
        refused(
                "a,y\n1,u\nx,v\ny,u\n",
                "FILE: column 'a': holds text (the first is 'x') with more than 2 different values; "
                        + "exclude it, or raise max_categories",
                both,
                "max_categories: 2");
    }

    @Test
    void testValues() {
        String head = "n,b,d,c,s,y\n1,true,2024-01-01,p,,u\n2,false,2024-01-02,q,,v\n";
        String[] split = {"split_column: s", "test_value: t"};
        String rule = " as in the train part; mend the value, add it to missing, or exclude the column";
        refused(
                head + "x,true,2024-01-01,p,t,u\n",
                "FILE:4: row 3: column 'n': was 'x', must be a number" + rule,
                split);
        refused(
                head + "007,true,2024-01-01,p,t,u\n",
                "FILE:4: row 3: column 'n': was '007', must be a number" + rule,
                split);
        refused(
                head + "inf,true,2024-01-01,p,t,u\n",
                "FILE:4: row 3: column 'n': was 'inf', must be a number" + rule,
                split);
        refused(
                head + "1,yes,2024-01-01,p,t,u\n",
                "FILE:4: row 3: column 'b': was 'yes', must be a boolean" + rule,
                split);
        refused(
                head + "1,true,2024-02-30,p,t,u\n",
                "FILE:4: row 3: column 'd': was '2024-02-30', must be a date" + rule,
                split);
        refused(
                head + "1,true,2024-01-01,r\u001b,t,u\n",
                "FILE:4: row 3: column 'c': was 'r\\u001b', must be a category of the train part; "
                        + "set unknown: zeros, add it to missing, or exclude the column",
                split);
    }

    @Test
    void jsonLines() {
        Path file = Tables.file(folder, "t.jsonl", "{\"a\": 1, \"y\": \"u\"}\n{\"a\": 2, \"y\": \"v\"");
        assertThatThrownBy(() -> Tables.read(file))
                .hasMessage(file + ":2: row 2: must be one JSON object on one line: Unexpected end-of-input: "
                        + "expected close marker for Object (start marker at column: 1)");
        refused(
                Tables.file(folder, "t.json", "[{\"a\": 1}]"),
                "FILE:1: row 1: must be one JSON object on one line, such as {\"age\": 41}; of a list, write each object on a line of its own");
        refused(
                Tables.file(folder, "t.jsonl", "{\"a\": 1} {\"a\": 2}"),
                "FILE:1: row 1: must be one JSON object on one line, has more behind it");
        refused(
                Tables.file(folder, "t.jsonl", "{\"a\": 1, \"a\": 2}"),
                "FILE:1: row 1: must be one JSON object on one line: Duplicate field 'a'");
        refused(
                Tables.file(folder, "t.jsonl", "{\"a\": [1], \"y\": \"u\"}\n{\"a\": 2, \"y\": \"v\"}\n"),
                "FILE:1: row 1: column 'a': must be a single value, was an object or a list; exclude the column",
                "test: 0");
    }

    @Test
    void parquet() throws IOException {
        refused(
                Tables.file(folder, "t.parquet", "PAR1 and then nothing of the kind"),
                "FILE: cannot be read as Parquet: Invalid Input Error: No magic bytes found at end of file 'FILE'");
        Path many = Tables.file(folder, "t[1].parquet", "PAR1");
        refused(many, "FILE: has *, ? or [ in its path, which stands for many files; rename it");
        Files.delete(many);
    }

    @Test
    void whoReadsForACommandSpellsSettingsAndCountsRowsHisWay() {
        Path file = Tables.file(folder, "t.csv", "a,y\n1,u\n\"2\"3,v\n");
        assertThatThrownBy(() -> Tables.read(file)).isInstanceOfSatisfying(TableFault.class, fault -> {
            assertThat(fault.file()).isEqualTo(file.toString());
            assertThat(fault.line()).isEqualTo(3);
            assertThat(fault.row()).isEqualTo(1);
            assertThat(fault.rule()).isEqualTo("has text after a closing quote");
            assertThat(fault.quoted()).isEqualTo("'2\"3'");
        });
        Path zero = Tables.file(folder, "z.csv", "a,y\n1,\0\n");
        assertThatThrownBy(() -> Tables.read(zero)).isInstanceOfSatisfying(TableFault.class, fault -> {
            assertThat(fault.remedy(name -> "--" + name)).isEqualTo("set --encoding if it is utf-16");
            assertThat(fault.row()).isEqualTo(-1);
        });
    }
}
