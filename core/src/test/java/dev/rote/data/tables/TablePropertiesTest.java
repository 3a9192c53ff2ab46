package dev.rote.data.tables;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.rote.tensor.Seeds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever was written as CSV is read back; whatever bytes there are, a reader reads them or says what is wrong. */
class TablePropertiesTest {

    private interface Body {
        void with(Path file) throws IOException;
    }

    private static void file(String ending, byte[] bytes, Body body) throws IOException {
        Path file = Files.createTempFile("table", ending);
        try {
            Files.write(file, bytes);
            body.with(file);
        } finally {
            Files.delete(file);
        }
    }

    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> odd = Arbitraries.of(
                        ",", ";", "\"", "\n", "\t", "a", "b", "'", "\u00e9", "|", " ", "0", "\ud83d\ude00")
                .list()
                .ofMaxSize(6)
                .map(pieces -> String.join("", pieces));
        return Arbitraries.oneOf(odd, Arbitraries.strings().ofMaxLength(8).excludeChars('\r', '\0'))
                .list()
                .ofMinSize(3)
                .ofMaxSize(20);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static boolean isText(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    @Property(tries = 300)
    void quotedTextsComeBack(
            @ForAll("texts") List<String> raw, @ForAll boolean unix, @ForAll @IntRange(min = 0, max = 3) int separator)
            throws IOException {
        List<String> texts = raw.stream().filter(TablePropertiesTest::isText).toList();
        char between = ",;\t|".charAt(separator);
        String end = unix ? "\n" : "\r\n";
        StringBuilder csv = new StringBuilder("x" + between + "y" + end);
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String label = ("<" + texts.get(i) + ">");
            labels.add(label);
            csv.append(i).append(between).append(quoted(label)).append(end);
        }
        TreeSet<String> different = new TreeSet<>(labels);
        file(".csv", csv.toString().getBytes(StandardCharsets.UTF_8), file -> {
            if (different.size() < 2) {
                return;
            }
            TableData data = Tables.read(file, "test: 0");
            assertThat(data.columns().classes()).containsExactlyElementsOf(different);
            for (int i = 0; i < labels.size(); i++) {
                assertThat(Tables.label(Tables.train(data), i)).isEqualTo(labels.get(i));
                assertThat(Tables.row(Tables.train(data), i)).containsExactly(i);
            }
        });
    }

    @Property(tries = 200)
    void numbersComeBack(@ForAll @Size(min = 2, max = 50) List<Float> numbers) throws IOException {
        StringBuilder csv = new StringBuilder("x,y\n");
        for (int i = 0; i < numbers.size(); i++) {
            csv.append(numbers.get(i)).append(i % 2 == 0 ? ",u\n" : ",v\n");
        }
        file(".csv", csv.toString().getBytes(StandardCharsets.UTF_8), file -> {
            TableData data = Tables.read(file, "test: 0");
            for (int i = 0; i < numbers.size(); i++) {
                assertThat(Tables.row(Tables.train(data), i)).containsExactly(numbers.get(i));
            }
        });
    }

    @Property(tries = 200)
    void shareOfEachClassIsToTheNearestRow(
            @ForAll @Size(min = 1, max = 200) List<@IntRange(min = 0, max = 4) Integer> classes,
            @ForAll @DoubleRange(min = 0, max = 0.99) double share,
            @ForAll long seed) {
        int[] labels = classes.stream().mapToInt(Integer::intValue).toArray();
        var test = Split.byClass(labels, List.of("a", "b", "c", "d", "e"), share, new Seeds(seed));
        for (int k = 0; k < 5; k++) {
            int label = k;
            long all = classes.stream().filter(c -> c == label).count();
            long taken = test.stream().filter(row -> labels[row] == label).count();
            assertThat(taken).isEqualTo(all == 0 ? 0 : Math.min(all - 1, Math.round(share * all)));
        }
    }

    private static void anything(String ending, byte[] bytes) throws IOException {
        if (new String(bytes, StandardCharsets.ISO_8859_1).startsWith("PAR1")) {
            return; // see ParquetTest: Jazzer takes DuckDB's own SQL for an injection
        }
        file(ending, bytes, file -> {
            try {
                TableData data = Tables.read(file, "unknown: zeros");
                assertThat(Tables.train(data).size()).isPositive();
                assertThat(Tables.row(Tables.train(data), Tables.train(data).ids()[0]))
                        .hasSize(data.columns().width());
            } catch (IllegalArgumentException e) {
                assertThat(e.getMessage()).startsWith(file.toString()).hasSizeLessThan(1000);
            }
        });
    }

    @FuzzTest(maxDuration = "1m")
    void anyCsv(byte[] bytes) throws IOException {
        anything(".csv", bytes);
    }

    @FuzzTest(maxDuration = "1m")
    void anyJson(byte[] bytes) throws IOException {
        anything(".jsonl", bytes);
    }

    @Property(tries = 500)
    void brokenCsvIsReadOrRefused(
            @ForAll @IntRange(max = 10_000) int seed, @ForAll @IntRange(min = 1, max = 4) int changes)
            throws IOException {
        String csv =
                "a,b,d,y\n1,p,2020-01-01,u\n2,\"q\"\"q\",2020-01-02,v\n,NA,,u\n-4e1,p,2020-02-01 10:00,v\n5,p,,u\n";
        anything(".csv", mutated(csv, seed, changes));
    }

    @Property(tries = 300)
    void brokenJsonIsReadOrRefused(
            @ForAll @IntRange(max = 10_000) int seed, @ForAll @IntRange(min = 1, max = 4) int changes)
            throws IOException {
        String json = "{\"a\": 1, \"b\": \"p\", \"y\": \"u\"}\n{\"a\": -2.5e0, \"b\": null, \"y\": true}\n".repeat(3);
        anything(".jsonl", mutated(json, seed, changes));
    }

    private static byte[] mutated(String text, int seed, int changes) {
        byte[] likely = ",\"\n\r\t;{}:[]0 \0".getBytes(StandardCharsets.UTF_8);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Seeds seeds = new Seeds(seed);
        for (int i = 0; i < changes; i++) {
            int draw = seeds.below(4, 3 * i);
            bytes[seeds.below(bytes.length, 3 * i + 1)] =
                    draw == 0 ? (byte) seeds.bits(3 * i + 2) : likely[seeds.below(likely.length, 3 * i + 2)];
        }
        return seeds.below(5, 99) == 0 ? java.util.Arrays.copyOf(bytes, seeds.below(bytes.length, 98)) : bytes;
    }
}
