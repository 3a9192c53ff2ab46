package dev.rote.data.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.data.Examples;
import dev.rote.tensor.Seeds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {

    private static final String[] SPLIT = {"split_column: s", "test_value: t"};

    @TempDir
    Path folder;

    private TableData read(String text, String... fields) {
        return Tables.read(Tables.file(folder, "t.csv", text), fields);
    }

    private static Examples train(TableData data) {
        return Tables.train(data);
    }

    @Test
    void numbersAreAsTheyAreAndMissingOnesTheTrainMean() {
        TableData data = read("n,s,y\n1,,u\n ,,v\n-2.5e0,t,u\n.5,,u\nNA,t,v\n?,,v\n", SPLIT);
        assertThat(data.columns().columns()).containsExactly(new NumberColumn("n", false, 0.75, true));
        assertThat(data.columns().features()).containsExactly("n", "n missing");
        assertThat(train(data).ids()).containsExactly(0, 1, 3, 5);
        assertThat(Tables.test(data).ids()).containsExactly(2, 4);
        assertThat(Tables.row(train(data), 1)).containsExactly(0.75f, 1);
        assertThat(Tables.row(train(data), 2)).containsExactly(-2.5f, 0);
        assertThat(Tables.row(Tables.test(data), 4)).containsExactly(0.75f, 1);
        assertThat(data.notes()).isEmpty();
    }

    @Test
    void truthsAreOnesAndZeros() {
        TableData data = read("b,y\nTrue,u\nfalse,v\nTRUE,u\n,v\n", "test: 0");
        assertThat(data.columns().columns()).containsExactly(new NumberColumn("b", true, 2 / 3.0, true));
        assertThat(Tables.row(train(data), 0)).containsExactly(1, 0);
        assertThat(Tables.row(train(data), 1)).containsExactly(0, 0);
        assertThat(Tables.row(train(data), 3)).containsExactly(2 / 3f, 1);
        assertThat(data.parts().byName()).containsOnlyKeys("train");
    }

    @Test
    void categoriesAreOneHotInSortedOrder() {
        TableData data = read("zip,y\n10115,u\n01067,v\nNA,u\n10115,v\n", "test: 0");
        assertThat(data.columns().columns())
                .as("leading zeros make a code")
                .containsExactly(new CategoryColumn("zip", java.util.List.of("01067", "10115"), true));
        assertThat(data.columns().features()).containsExactly("zip=01067", "zip=10115", "zip missing");
        assertThat(Tables.row(train(data), 0)).containsExactly(0, 1, 0);
        assertThat(Tables.row(train(data), 1)).containsExactly(1, 0, 0);
        assertThat(Tables.row(train(data), 2)).containsExactly(0, 0, 1);
    }

    @Test
    void datesAreDaysAndTwoWaves() {
        TableData data = read(
                "d,y\n1970-01-01,u\n2024-04-07T12:00:00Z,v\n2024-04-07 14:00+02:00,u\n1969-12-31 18:00,v\n,u\n",
                "test: 0");
        assertThat(data.columns().features())
                .containsExactly("d days", "d month sin", "d month cos", "d weekday sin", "d weekday cos", "d missing");
        float[] first = Tables.row(train(data), 0); // a Thursday in January
        double thursday = 2 * Math.PI * 3 / 7;
        assertThat(first).containsExactly(0, 0, 1, (float) Math.sin(thursday), (float) Math.cos(thursday), 0);
        float[] second = Tables.row(train(data), 1); // a Sunday in April
        assertThat(second[0]).isEqualTo(19_820.5f);
        assertThat(second[1]).isCloseTo(1, within(1e-7f));
        assertThat(second[3]).isCloseTo((float) Math.sin(2 * Math.PI * 6 / 7), within(1e-7f));
        assertThat(Tables.row(train(data), 2)).containsExactly(second);
        assertThat(Tables.row(train(data), 3)[0]).isEqualTo(-0.25f);
        float mean = (float) ((19_820.5 + 19_820.5 - 0.25) / 4);
        assertThat(Tables.row(train(data), 4)).containsExactly(mean, 0, 0, 0, 0, 1);
    }

    @Test
    void whatOnlyTheTestPartHasIsZerosAndNoted() {
        String text = "c,n,s,y\np,1,,u\nq,2,,v\nr,1,t,u\n,,t,v\nz,3,t,v\n";
        TableData data = read(text, "unknown: zeros", SPLIT[0], SPLIT[1]);
        assertThat(Tables.row(Tables.test(data), 2)).containsExactly(0, 0, 1);
        assertThat(Tables.row(Tables.test(data), 3)).containsExactly(0, 0, 1.5f);
        assertThat(data.notes())
                .containsExactly(
                        "column 'c': 2 rows of the test part with a category that the train part has not "
                                + "(such as 'r', 'z'), encoded as zeros",
                        "column 'c': 1 row of the test part without a value, where the train part misses none, "
                                + "encoded as zeros",
                        "column 'n': 1 row of the test part without a value, where the train part misses none, "
                                + "encoded as the train mean");
    }

    @Test
    void theTestPartTeachesNothing() {
        String train = "c,n,y\np,1,u\nq,2,v\np,3,v\n";
        Path one = Tables.file(folder, "one.csv", "y,n,c\nu,100,p\n");
        Path two = Tables.file(folder, "two.csv", "n,c,more,y\n-7,q,x,v\n,,x,u\n");
        TableData first = read(train, "test_file: '" + one + "'");
        TableData second = read(train, "test_file: '" + two + "'");
        assertThat(first.columns()).isEqualTo(second.columns());
        assertThat(Tables.test(second).ids()).containsExactly(0, 1);
        assertThat(Tables.row(Tables.test(first), 0)).containsExactly(1, 0, 100);
        assertThat(Tables.row(Tables.test(second), 0)).containsExactly(0, 1, -7);
        assertThat(Tables.label(Tables.test(second), 0)).isEqualTo("v");
    }

    @Test
    void labelsAreTheirTexts() {
        TableData data = read("a,y\n1,001\n2,NA\n3,1\n4,01\n5, true \n", "test: 0");
        assertThat(data.columns().classes()).containsExactly("001", "01", "1", "NA", "true");
        assertThat(Tables.label(train(data), 0)).isEqualTo("001");
        assertThat(Tables.label(train(data), 1)).isEqualTo("NA");
        assertThat(Tables.label(train(data), 4)).isEqualTo("true");
    }

    @Test
    void aSplitTakesTheShareOfEachClassAndDependsOnTheSeed() {
        StringBuilder text = new StringBuilder("a,y\n");
        IntStream.range(0, 1000).forEach(i -> text.append(i).append(i % 10 == 0 ? ",rare\n" : ",often\n"));
        Path file = Tables.file(folder, "t.csv", text.toString());
        LabelledTable table = Tables.table(file, "test: 0.3");
        TableData data = table.read(Tables.SEEDS);
        long[] test = Tables.test(data).ids();
        assertThat(test).hasSize(300);
        assertThat(Arrays.stream(test).filter(id -> id % 10 == 0)).hasSize(30);
        assertThat(LongStream.concat(
                                Arrays.stream(test), Arrays.stream(train(data).ids()))
                        .sorted())
                .containsExactlyElementsOf(LongStream.range(0, 1000).boxed().toList());
        assertThat(Tables.test(table.read(Tables.SEEDS)).ids()).isEqualTo(test);
        assertThat(Tables.test(table.read(new Seeds(8))).ids()).isNotEqualTo(test);
        assertThat(Tables.row(train(data), 1)).containsExactly(1);
    }

    @Test
    void groupsStayTogether() {
        StringBuilder text = new StringBuilder("a,g,y\n");
        IntStream.range(0, 1000).forEach(i -> text.append(i + ",g" + i * 31 % 97 + "," + i % 2 + "\n"));
        TableData data = read(text.toString(), "group: g");
        Map<Long, String> sides = new TreeMap<>();
        for (String part : data.parts().byName().keySet()) {
            for (long id : data.parts().get(part).ids()) {
                assertThat(sides.putIfAbsent(id * 31 % 97, part)).isIn(null, part);
            }
        }
        assertThat(sides).hasSize(97);
        assertThat(Tables.test(data).size()).isBetween(190, 210);
        assertThat(data.columns().features()).containsExactly("a");
    }

    @Test
    void twoUnevenGroupsAreStillSplit() {
        TableData data = read("a,g,y\n1,p,u\n2,p,v\n3,p,u\n4,q,v\n5,q,u\n", "group: g", "test: 0.01");
        assertThat(Tables.test(data).ids()).containsExactly(3, 4);
        data = read("a,g,y\n1,p,u\n2,p,v\n3,p,u\n4,q,v\n5,q,u\n", "group: g", "test: 0.99");
        assertThat(data.parts().byName()).containsOnlyKeys("train", "test");
    }

    @Test
    void columnsAreChosen() {
        String text = "a,b,c,n,y\n1,2,x,i,u\n3,4,z,j,v\n";
        assertThat(read(text, "test: 0", "features: [c, a]").columns().features())
                .containsExactly("a", "c=x", "c=z");
        assertThat(read(text, "test: 0", "exclude: [c]", "id: n").columns().features())
                .containsExactly("a", "b");
    }

    @Test
    void oddNamesAndDialects() throws IOException {
        Path odd = Tables.file(
                folder, "it's; DROP \"x\" [1]*.csv", "\uFEFF\"a\"\"b'; --\";y\r\n\"1\"; \"u\" \r2;v\n\n3;u");
        TableData data = Tables.read(odd, "test: 0");
        assertThat(data.columns().features()).containsExactly("a\"b'; --");
        assertThat(train(data).ids()).containsExactly(0, 1, 2);
        assertThat(Tables.label(train(data), 0)).isEqualTo("u");
        TableData tabs =
                Tables.read(Tables.file(folder, "t.tsv", "a\t\ty\n1\tp,q\tu\n2\t\"line\nend\"\tv\n"), "test: 0");
        assertThat(tabs.columns().features()).containsExactly("a", "column1=line\nend", "column1=p,q");
        TableData bare = read("1|2|u\n3|4|v\n", "header: false", "label: column2", "test: 0");
        assertThat(bare.columns().features()).containsExactly("column0", "column1");
        assertThat(train(bare).size()).isEqualTo(2);
        assertThat(read("a y\n1 u\n2 v\n", "separator: ' '", "test: 0")
                        .columns()
                        .features())
                .containsExactly("a");
    }

    @Test
    void encodingsAndArchives() throws IOException {
        String text = "caf\u00e9,y\n1,\u00fc\n2,v\n";
        for (String encoding : new String[] {"utf-8", "latin-1", "utf-16", "UTF-16LE", "windows-1252", "UTF-32"}) {
            byte[] bytes = text.getBytes(RowFile.encoding(encoding));
            TableData data = Tables.read(Tables.file(folder, "e.csv", bytes), "encoding: " + encoding, "test: 0");
            assertThat(data.columns().features()).as(encoding).containsExactly("caf\u00e9");
            assertThat(data.columns().classes()).containsExactly("v", "\u00fc");
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(train(Tables.read(Tables.file(folder, "e.csv.gz", packed.toByteArray()), "test: 0"))
                        .size())
                .isEqualTo(2);
    }

    @Test
    void jsonLines() {
        String text =
                "{\"y\": 1.0, \"a\\\"b\": \"007\"}\r\n\n{\"y\": \"v\", \"late\": true, \"a\\\"b\": null, \"nested\": {}}\n";
        TableData data = Tables.read(Tables.file(folder, "t.jsonl", text), "test: 0", "exclude: [nested]");
        assertThat(data.columns().classes()).containsExactly("1.0", "v");
        assertThat(data.columns().features()).containsExactly("a\"b=007", "a\"b missing", "late", "late missing");
        assertThat(Tables.row(train(data), 0)).containsExactly(1, 0, 1, 1);
        assertThat(Tables.row(train(data), 1)).containsExactly(0, 1, 1, 0);
    }
}
