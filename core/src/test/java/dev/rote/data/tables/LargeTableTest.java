package dev.rote.data.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table of 100 MB, whose numbers take 51 MB, is read by a program of 32 MiB. */
class LargeTableTest {

    private static final int ROWS = 80_000;
    private static final int COLUMNS = 160;

    @TempDir
    Path folder;

    @Test
    void aFileMayBeLargerThanMemory() throws IOException, InterruptedException {
        Path file = folder.resolve("large.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < COLUMNS; i++) {
                out.write("c" + i + ",");
            }
            out.write("id,y\n");
            String tail = ",0.12345".repeat(COLUMNS - 1);
            for (int row = 0; row < ROWS; row++) {
                out.write(row + tail + ",r" + row + "," + row % 3 + "\n");
            }
        }
        assertThat(Files.size(file)).isGreaterThan(100_000_000);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Reading.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(said).endsWith("64001 15999 160 sum 3199960000\n");
    }

    /** The program. */
    static final class Reading {
        private Reading() {}

        public static void main(String[] arguments) {
            TableData data = Tables.read(Path.of(arguments[0]), "id: id");
            float[] row = new float[COLUMNS];
            double sum = 0;
            for (var part : new dev.rote.data.Examples[] {Tables.train(data), Tables.test(data)}) {
                for (long id : part.ids()) {
                    part.rows().read(id, row, 0);
                    sum += row[0];
                }
            }
            System.out.printf(
                    "%d %d %d sum %.0f%n",
                    Tables.train(data).size(),
                    Tables.test(data).size(),
                    data.columns().width(),
                    sum);
        }
    }
}
