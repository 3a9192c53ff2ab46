package dev.rote.files;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the bytes, a reader returns or throws an IOException; run longer with JAZZER_FUZZ=1. */
class ReadersFuzzTest {

    @FunctionalInterface
    private interface Reader {
        void read(Path file) throws IOException;
    }

    @FuzzTest(maxDuration = "1m")
    void anyJournal(byte[] bytes) throws IOException {
        check(bytes, file -> Journal.read(file, reading -> {}));
    }

    @FuzzTest(maxDuration = "1m")
    void anyTable(byte[] bytes) throws IOException {
        check(bytes, TableFile::read);
    }

    @Property(tries = 500)
    void journalsOfLikelyPieces(@ForAll("pieces") String text) throws IOException {
        check(text.getBytes(StandardCharsets.UTF_8), file -> Journal.read(file, reading -> {}));
    }

    @Property(tries = 500)
    void tablesOfLikelyPieces(@ForAll("pieces") String text) throws IOException {
        check(text.getBytes(StandardCharsets.UTF_8), TableFile::read);
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "\"step\":",
                        "\"epoch\":",
                        "\"name\":",
                        "\"value\":",
                        "1",
                        "-1",
                        "1e400",
                        "\"NaN\"",
                        "\"\"",
                        ",",
                        "\n",
                        "\r\n",
                        "\r",
                        "\"",
                        "a",
                        "\\ud800",
                        "[",
                        "]",
                        "null",
                        "\u0000",
                        "ü",
                        "{\"step\":1,\"epoch\":0,\"name\":\"a\",\"value\":1}\n")
                .list()
                .ofMaxSize(20)
                .map(pieces -> String.join("", pieces));
    }

    private static void check(byte[] bytes, Reader reader) throws IOException {
        Path file = Files.createTempFile("rote", ".fuzz");
        try {
            Files.write(file, bytes);
            reader.read(file);
        } catch (IOException refused) {
            return; // the one exception that callers expect
        } finally {
            Files.delete(file);
        }
    }
}
