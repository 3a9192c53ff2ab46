package dev.rote.data.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rote.data.Examples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Published tables, where the environment variable ROTE_DATA names the folder that has them. */
class RealTablesTest {

    private static final String DATA = System.getenv("ROTE_DATA");

    @BeforeEach
    void needData() {
        if (DATA == null) {
            System.err.println("left out: ROTE_DATA names no folder with the published tables");
        }
        assumeTrue(DATA != null, "ROTE_DATA does not name a folder with the large data sets");
    }

    private static Path file(String name) {
        return Path.of(DATA, "tabular", name);
    }

    private static TableData read(String name, String... fields) {
        List<String> all = new ArrayList<>(List.of(fields));
        all.add("test: 0");
        return Tables.read(file(name), all.toArray(String[]::new));
    }

    private static Map<String, Integer> counts(TableData data) {
        Examples train = Tables.train(data);
        Map<String, Integer> counts = new TreeMap<>();
        for (int label : train.labels()) {
            counts.merge(data.columns().classes().get(label), 1, Integer::sum);
        }
        return counts;
    }

    private static List<String> missing(TableData data) {
        return data.columns().features().stream()
                .filter(name -> name.endsWith(" missing"))
                .toList();
    }

    @Test
    void adult() {
        TableData train = read("adult-train.csv.gz", "header: false", "label: column14");
        assertThat(counts(train)).isEqualTo(Map.of("<=50K", 24720, ">50K", 7841));
        assertThat(missing(train)).containsExactly("column1 missing", "column6 missing", "column13 missing");
        assertThat(train.columns().width()).isEqualTo(6 + 9 + 16 + 7 + 15 + 6 + 5 + 2 + 42);
        TableData test = read("adult-test.csv.gz", "header: false", "label: column14");
        assertThat(counts(test)).isEqualTo(Map.of("<=50K.", 12435, ">50K.", 3846));
        assertThatThrownBy(() -> Tables.read(
                        file("adult-train.csv.gz"),
                        "header: false",
                        "label: column14",
                        "test_file: '" + file("adult-test.csv.gz") + "'"))
                .hasMessage(file("adult-test.csv.gz")
                        + ":1: row 1: column 'column14': was '<=50K.', must be a class of the train part: <=50K, >50K");
    }

    @Test
    void spambase() {
        TableData data = read("spambase.data", "header: false", "label: column57");
        assertThat(counts(data)).isEqualTo(Map.of("0", 2788, "1", 1813));
        assertThat(data.columns().width()).isEqualTo(57);
    }

    @Test
    void german() {
        TableData data = read("german.csv", "header: false", "label: column20");
        assertThat(counts(data)).isEqualTo(Map.of("1", 700, "2", 300));
        assertThat(data.columns().columns().get(0))
                .isEqualTo(new CategoryColumn("column0", List.of("A11", "A12", "A13", "A14"), false));
    }

    @Test
    void income() {
        TableData data = read("income.csv.gz", "label: INCOME");
        assertThat(Tables.train(data).size()).isEqualTo(8993);
        assertThat(counts(data)).hasSize(9);
        assertThat(missing(data)).contains("LANGUAGE missing");
    }
}
