package dev.rote.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableFileTest {

    private static final List<String> COLUMNS = List.of("neuron", "ipr");

    @TempDir
    Path folder;

    @Test
    void writesCsvAndReadsNumbersBack() throws IOException {
        Path file = folder.resolve("ipr.csv");
        try (TableFile table = TableFile.open(file, COLUMNS)) {
            table.append(0, 0.1);
            table.append("a,\"b\"", Double.NaN);
            assertThat(table.length()).isEqualTo(Files.size(file));
            table.sync();
        }
        assertThat(file).hasContent("neuron,ipr\n0,0.1\n\"a,\"\"b\"\"\",NaN\n");
        Table read = TableFile.read(file).table();
        assertThat(read.doubles("ipr")).containsExactly(0.1, Double.NaN);
        assertThat(read.texts("neuron")).containsExactly("0", "a,\"b\"");
        assertThatThrownBy(() -> read.doubles("neuron"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("column 'neuron', row 2: must be a number, was 'a,\"b\"'");
        assertThatThrownBy(() -> read.texts("x")).hasMessage("there is no column 'x', only [neuron, ipr]");
    }

    @Property(tries = 300)
    void readsBackAnyText(@ForAll @Size(min = 1, max = 5) List<@StringLength(max = 8) String> cells)
            throws IOException {
        Assume.that(cells.stream().allMatch(StandardCharsets.UTF_8.newEncoder()::canEncode));
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            columns.add("c" + i);
        }
        roundTrip(columns, cells);
    }

    @Test
    void readsBackTheOddOnes() throws IOException {
        roundTrip(List.of("a"), List.of(""));
        roundTrip(List.of("a", "b"), List.of("", ""));
        roundTrip(List.of("a", "b"), List.of("line\nbreak\r\n", "\r"));
        roundTrip(List.of("a,b", "\""), List.of("\"", "\n"));
    }

    private static void roundTrip(List<String> columns, List<String> cells) throws IOException {
        Path file = Files.createTempFile("rote", ".csv");
        try {
            for (int opened = 0; opened < 2; opened++) {
                try (TableFile table = TableFile.open(file, columns)) {
                    table.append(cells.toArray());
                }
            }
            TableFile.Contents read = TableFile.read(file);
            assertThat(read.table()).isEqualTo(new Table(columns, List.of(cells, cells)));
            assertThat(read.torn()).isEmpty();
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void cutAnywhereItGivesTheWholeRowsBeforeAndSaysSo() throws IOException {
        Path file = folder.resolve("ipr.csv");
        List<Long> ends = new ArrayList<>();
        try (TableFile table = TableFile.open(file, COLUMNS)) {
            ends.add(table.length());
            for (String cell : List.of("1", "a\nb", "\"", "")) {
                table.append(cell, 1.0 / 3);
                ends.add(table.length());
            }
        }
        byte[] whole = Files.readAllBytes(file);
        Table all = TableFile.read(file).table();
        Path cut = folder.resolve("cut.csv");
        for (int length = 0; length <= whole.length; length++) {
            long at = length;
            int lines = (int) ends.stream().filter(end -> end <= at).count();
            Files.write(cut, Arrays.copyOf(whole, length));
            if (lines == 0) {
                assertThatThrownBy(() -> TableFile.read(cut)).hasMessageContaining("needs a whole header row");
            } else {
                TableFile.Contents read = TableFile.read(cut);
                assertThat(read.table().rows()).isEqualTo(all.rows().subList(0, lines - 1));
                assertThat(read.torn().isPresent()).isEqualTo(!ends.contains(at));
            }
            try (TableFile table = TableFile.open(cut, COLUMNS)) {
                table.append(9, 9);
            }
            assertThat(TableFile.read(cut).table().rows()).hasSize(Math.max(lines, 1));
        }
    }

    @Test
    void resumeCutsBackToANotedLength() throws IOException {
        Path file = folder.resolve("ipr.csv");
        try (TableFile table = TableFile.open(file, COLUMNS)) {
            table.append(1, 1);
            long noted = table.length();
            table.append(2, 2);
            table.truncate(noted);
            table.append(3, 3);
            assertThat(TableFile.read(file).table().texts("neuron")).containsExactly("1", "3");
            table.truncate(0);
            assertThat(file).hasContent("neuron,ipr\n");
        }
    }

    @Test
    void refusesOtherColumnsAndRowsThatDoNotFit() throws IOException {
        Path file = folder.resolve("ipr.csv");
        try (TableFile table = TableFile.open(file, COLUMNS)) {
            assertThatThrownBy(() -> table.append(1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a row must have 2 cells, for [neuron, ipr], had 1");
        }
        assertThatThrownBy(() -> TableFile.open(file, List.of("x")))
                .isInstanceOf(IOException.class)
                .hasMessage(file + ": has the columns [neuron, ipr], expected [x]");
        assertThatThrownBy(() -> TableFile.open(file, List.of("x", "x"))).hasMessageContaining("different names");
        assertThat(file).hasContent("neuron,ipr\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a,b;1;|row 2 (the header is row 1) is damaged: it must have 2 cells, had 1",
                "a,b;1,2;1,2,3;|row 3 (the header is row 1) is damaged: it must have 2 cells, had 3",
                "a,a;|row 1 (the header is row 1) is damaged: the columns of a table must have different names",
                "a;x\"y;|a double quote stands inside a cell",
                "a;\"x\"y;|must follow a closing quote",
                "a;x~y;|a carriage return must be followed by a line feed",
            })
    void refusesDamagedRowsByNumber(String text, String rule) throws IOException {
        Path file = Files.writeString(
                folder.resolve("ipr.csv"), text.replace(';', '\n').replace('~', '\r'));
        assertThatThrownBy(() -> TableFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(rule);
    }

    @Test
    void refusesMalformedUtf8EndlessCellsAndTooManyColumns() throws IOException {
        Path file = Files.write(folder.resolve("ipr.csv"), new byte[] {'a', (byte) 0xff, '\n'});
        assertThatThrownBy(() -> TableFile.read(file)).hasMessage(file + ": is not valid UTF-8");
        Files.writeString(file, "x".repeat(2_000_000));
        assertThatThrownBy(() -> TableFile.read(file)).hasMessageContaining("at most 1048576 characters");
        Files.writeString(file, ",".repeat(20_000));
        assertThatThrownBy(() -> TableFile.read(file)).hasMessageContaining("at most 10000 cells");
    }

    @Test
    void fullDiskIsSaid() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "this system has no /dev/full");
        assertThatThrownBy(() -> TableFile.open(full, COLUMNS))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/dev/full: could not be appended to: No space left on device");
    }
}
