package dev.rote.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rote.files.Journal.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {

    @TempDir
    Path folder;

    private static List<Reading> readings(Path file) throws IOException {
        List<Reading> readings = new ArrayList<>();
        Journal.read(file, readings::add);
        return readings;
    }

    @Test
    void writesTheDocumentedLines() throws IOException {
        Path file = folder.resolve("readings.jsonl");
        try (Journal journal = Journal.open(file)) {
            journal.append(new Reading(10, 1, "accuracy.train", 0.123));
            journal.append(new Reading(10, 1, "loss \"a\\b\"\n", Double.NaN));
            journal.append(new Reading(11, 1, "up", Double.POSITIVE_INFINITY));
            journal.append(new Reading(11, 1, "down", Double.NEGATIVE_INFINITY));
            journal.append(new Reading(12, 1, "tiny", 2e-323));
            journal.sync();
            assertThat(journal.length()).isEqualTo(Files.size(file));
        }
        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "{\"step\":10,\"epoch\":1,\"name\":\"accuracy.train\",\"value\":0.123}",
                        "{\"step\":10,\"epoch\":1,\"name\":\"loss \\\"a\\\\b\\\"\\n\",\"value\":\"NaN\"}",
                        "{\"step\":11,\"epoch\":1,\"name\":\"up\",\"value\":\"Infinity\"}",
                        "{\"step\":11,\"epoch\":1,\"name\":\"down\",\"value\":\"-Infinity\"}",
                        "{\"step\":12,\"epoch\":1,\"name\":\"tiny\",\"value\":2.0E-323}");
    }

    @Property(tries = 300)
    void readsBackExactly(
            @ForAll @LongRange(min = 0) long step,
            @ForAll @NotBlank @StringLength(max = 20) String name,
            @ForAll long bits)
            throws IOException {
        Assume.that(StandardCharsets.UTF_8.newEncoder().canEncode(name));
        Reading reading = new Reading(step, step / 7, name, Double.longBitsToDouble(bits));
        Path file = Files.createTempFile("rote", ".jsonl");
        try {
            try (Journal journal = Journal.open(file)) {
                journal.append(reading);
            }
            assertThat(readings(file)).containsExactly(reading);
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void cutAnywhereItGivesTheWholeLinesBeforeAndSaysSo() throws IOException {
        Path file = folder.resolve("readings.jsonl");
        List<Long> ends = new ArrayList<>(List.of(0L));
        List<Reading> written = new ArrayList<>();
        try (Journal journal = Journal.open(file)) {
            for (int i = 0; i < 5; i++) {
                written.add(new Reading(i, 0, "loss", i / 3.0));
                journal.append(written.get(i));
                ends.add(journal.length());
            }
        }
        byte[] whole = Files.readAllBytes(file);
        Path cut = folder.resolve("cut.jsonl");
        for (int length = 0; length <= whole.length; length++) {
            long at = length;
            int lines = (int) ends.stream().filter(end -> end > 0 && end <= at).count();
            Files.write(cut, Arrays.copyOf(whole, length));
            List<Reading> read = new ArrayList<>();
            Optional<String> torn = Journal.read(cut, read::add);
            assertThat(read).isEqualTo(written.subList(0, lines));
            assertThat(torn.isPresent()).isEqualTo(!ends.contains(at));
            try (Journal journal = Journal.open(cut)) {
                assertThat(journal.length()).isEqualTo(ends.get(lines));
                journal.append(written.get(0));
            }
            assertThat(readings(cut)).hasSize(lines + 1);
        }
        Files.write(cut, Arrays.copyOf(whole, whole.length - 1));
        assertThat(Journal.read(cut, reading -> {}).orElseThrow()).contains(cut + ": line 5 was torn");
    }

    @Test
    void resumeCutsBackToANotedLength() throws IOException {
        Path file = folder.resolve("readings.jsonl");
        long noted;
        try (Journal journal = Journal.open(file)) {
            journal.append(new Reading(1, 0, "loss", 1));
            noted = journal.length();
            journal.append(new Reading(2, 0, "loss", 2));
        }
        try (Journal journal = Journal.open(file)) {
            assertThatThrownBy(() -> journal.truncate(noted + 1)).hasMessageContaining("is not the end of a line");
            assertThatThrownBy(() -> journal.truncate(100_000)).hasMessageContaining("written at 100000 bytes");
            journal.truncate(noted);
            journal.append(new Reading(3, 0, "loss", 3));
        }
        assertThat(readings(file)).extracting(Reading::step).containsExactly(1L, 3L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "null",
                "{\"step\":1,\"epoch\":0,\"name\":\"a\"}",
                "{\"step\":1,\"epoch\":0,\"name\":\"a\",\"value\":1} 2",
                "{\"step\":1,\"step\":1,\"epoch\":0,\"name\":\"a\",\"value\":1}",
                "{\"step\":1,\"epoch\":0,\"name\":\"a\",\"value\":1,\"time\":1}",
                "{\"step\":-1,\"epoch\":0,\"name\":\"a\",\"value\":1}",
                "{\"step\":1.5,\"epoch\":0,\"name\":\"a\",\"value\":1}",
                "{\"step\":99999999999999999999,\"epoch\":0,\"name\":\"a\",\"value\":1}",
                "{\"step\":1,\"epoch\":0,\"name\":\" \",\"value\":1}",
                "{\"step\":1,\"epoch\":0,\"name\":3,\"value\":1}",
                "{\"step\":1,\"epoch\":0,\"name\":\"a\",\"value\":\"1\"}",
                "{\"step\":1,\"epoch\":0,\"name\":\"a\",\"value\":NaN}",
                "{\"step\":1,\"epoch\":0,\"name\":\"a\",\"value\":1e999}",
                "{\"step\":1,\"epoch\":0,\"name\":\"a\",\"value\":[[[[[[1]]]]]]}",
                "{\"step\":1,\"epoch\":0,\"name\":\"a\",\"val",
            })
    void refusesADamagedLineByItsNumber(String line) throws IOException {
        String good = "{\"step\":1,\"epoch\":0,\"name\":\"a\",\"value\":1}\n";
        Path file = Files.writeString(folder.resolve("readings.jsonl"), good + line + "\n" + good);
        assertThatThrownBy(() -> readings(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + ": line 2 is not a reading: ");
    }

    @Test
    void refusesEndlessLinesAndMissingFiles() throws IOException {
        Path file = Files.writeString(folder.resolve("readings.jsonl"), "x".repeat(100_000));
        assertThatThrownBy(() -> readings(file)).hasMessageContaining("at most 65536 bytes");
        Path missing = folder.resolve("missing");
        assertThatThrownBy(() -> readings(missing))
                .isInstanceOf(IOException.class)
                .hasMessage(missing + ": could not be read: there is no such file or folder");
    }

    @Test
    void fullDiskIsSaidAndAFollowedLinkRefused() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "this system has no /dev/full");
        try (Journal journal = Journal.open(full)) {
            assertThatThrownBy(() -> journal.append(new Reading(1, 0, "loss", 1)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("/dev/full: could not be appended to: No space left on device; free space");
            assertThat(journal.length()).isZero();
        }
        Path link = Files.createSymbolicLink(folder.resolve("readings.jsonl"), full);
        assertThatThrownBy(() -> Journal.open(link)).isInstanceOf(IOException.class);
        Files.delete(link);
    }
}
