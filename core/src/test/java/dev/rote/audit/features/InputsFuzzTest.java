package dev.rote.audit.features;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.tensor.Seeds;
import dev.rote.yaml.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in a file: an input whose parts fit together, or a problem that says what to do. Nothing else. */
class InputsFuzzTest {

    @Provide
    Arbitrary<String> cells() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "",
                        "NA",
                        "?",
                        "1",
                        "2",
                        "-0",
                        "0.5",
                        "1e40",
                        "inf",
                        "nan",
                        "true",
                        "2024-02-30",
                        "2024-02-29",
                        "red",
                        "blue",
                        "a;b",
                        "[1,2]",
                        "007"),
                Arbitraries.strings()
                        .ofMaxLength(4)
                        .map(text -> "\"" + text.replace("\"", "\"\"").replace("\0", "") + "\""));
    }

    @Provide
    Arbitrary<String> tables() {
        return Arbitraries.integers()
                .between(2, 5)
                .flatMap(columns -> cells().list()
                        .ofSize(columns)
                        .map(row -> String.join(",", row))
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(40)
                        .map(rows -> names(columns) + "\n" + String.join("\n", rows)));
    }

    private static String names(int columns) {
        return List.of("y", "b", "c", "d", "e").stream().limit(columns).collect(Collectors.joining(","));
    }

    private static void open(byte[] bytes, String name, Optional<Columns> columns) throws IOException {
        Path file = Files.createTempFile("fuzz", name);
        try {
            Files.write(file, bytes);
            check(Inputs.open(file.toString(), columns, false, new Seeds(0)));
        } catch (Problem problem) {
            assertThat(problem.rule()).isNotBlank();
            assertThat(problem.getMessage()).doesNotContain("\n").doesNotContain(": null");
        } finally {
            Files.delete(file);
        }
    }

    private static void check(Input input) {
        int size = input.size();
        assertThat(size).isPositive();
        assertThat(input.classes().size()).isBetween(2, 1000);
        for (int i = 0; i < size; i++) {
            assertThat(input.labels()[i]).isBetween(0, input.classes().size() - 1);
            assertThat(input.groups()[i]).isBetween(0, size - 1);
            assertThat(i == 0 || input.rows()[i] > input.rows()[i - 1]).isTrue();
            assertThat(input.exhibits().of(i, 0, 1)).isNotNull();
        }
        for (float value : input.features().scaled().values()) {
            assertThat(Float.isFinite(value)).isTrue();
        }
        double[] ones = new double[input.features().linear().columns()];
        for (int i = 0; i < size; i++) {
            assertThat(Double.isFinite(input.features().linear().dot(i, ones, 0)))
                    .isTrue();
        }
        for (float value : input.features().plain().values()) {
            assertThat(Float.isInfinite(value)).isFalse();
        }
        for (int[] group : input.duplicates()) {
            assertThat(group.length).isGreaterThan(1);
            for (int member : group) {
                assertThat(input.groups()[member]).isEqualTo(input.groups()[group[0]]);
            }
        }
    }

    @Property(tries = 400)
    void anyTable(@ForAll("tables") String table) throws IOException {
        open(table.getBytes(StandardCharsets.UTF_8), ".csv", Optional.of(new Columns("y")));
    }

    @Property(tries = 200)
    void anyTexts(@ForAll("tables") String table) throws IOException {
        open(table.getBytes(StandardCharsets.UTF_8), ".csv", Optional.of(new Columns("y").learningFrom("b")));
    }

    @Property(tries = 200)
    void anyBytes(@ForAll byte[] bytes, @ForAll("endings") String ending) throws IOException {
        boolean table = ending.endsWith("v") || ending.endsWith("l");
        open(bytes, ending, table ? Optional.of(new Columns("y")) : Optional.empty());
    }

    @Provide
    Arbitrary<String> endings() {
        return Arbitraries.of(".csv", ".tsv", ".jsonl", ".npz", ".bin", "-images-idx3-ubyte");
    }
}
