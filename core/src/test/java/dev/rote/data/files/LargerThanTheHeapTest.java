package dev.rote.data.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** 200 MB of pictures, 48 MB of heap. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LargerThanTheHeapTest {

    private static final int ROWS = 65_536;
    private static final int SIDE = 56;
    private static final byte[] HEADER = Made.idx(8, new int[] {ROWS, SIDE, SIDE}, new byte[0]);

    @TempDir
    Path folder;

    private String labels = "";

    @BeforeEach
    void labels() {
        byte[] classes = new byte[ROWS];
        for (int i = 0; i < ROWS; i++) {
            classes[i] = (byte) (i % 2);
        }
        labels = Made.write(folder, "labels", Made.idx(8, new int[] {ROWS}, classes));
    }

    private String run(Path inputs) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx48m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        TinyHeap.class.getName(),
                        inputs.toString(),
                        labels)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int exit = process.waitFor();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(exit).as(said).isZero();
        return said;
    }

    @Test
    void aMappedFileIsReadInBatches() throws Exception {
        Path inputs = folder.resolve("inputs");
        try (RandomAccessFile file = new RandomAccessFile(inputs.toFile(), "rw")) {
            file.setLength(HEADER.length + (long) ROWS * SIDE * SIDE); // sparse: no block is written between the ends
            file.write(HEADER);
            file.seek(file.length() - 1);
            file.write(255);
        }
        assertThat(run(inputs)).contains("65536 rows", "sum of last pixels 20.0");
    }

    @Test
    void aCompressedFileIsInflatedBesideTheHeap() throws Exception {
        Path inputs = folder.resolve("inputs.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(inputs))) {
            out.write(HEADER);
            byte[] row = new byte[SIDE * SIDE];
            for (int i = 0; i < ROWS; i++) {
                row[row.length - 1] = (byte) (i == ROWS - 1 ? 255 : 0);
                out.write(row);
            }
        }
        assertThat(run(inputs)).contains("65536 rows", "sum of last pixels 20.0");
    }
}
