package dev.rote.data.files;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whatever the bytes, a reader returns or throws an IOException; run longer with JAZZER_FUZZ=1. */
class FilesFuzzTest {

    private static final long FEW = 1 << 20;

    @FunctionalInterface
    private interface Reader {
        void read(Path file) throws IOException;
    }

    @FuzzTest(maxDuration = "1m")
    void anyIdx(byte[] bytes) throws IOException {
        check(bytes, file -> use(IdxFile.read(file)));
    }

    @FuzzTest(maxDuration = "1m")
    void anyNpy(byte[] bytes) throws IOException {
        check(bytes, file -> use(NpyReader.open(file)));
    }

    @FuzzTest(maxDuration = "1m")
    void anyNpz(byte[] bytes) throws IOException {
        check(bytes, file -> {
            NpzReader npz = NpzReader.open(file);
            for (String name : npz.names()) {
                use(npz.array(name));
            }
        });
    }

    private static void use(NpyReader reader) throws IOException {
        reader.doubles();
        use(reader.array());
    }

    /** Reads the last row as a batch would. */
    private static void use(NumberArray array) throws IOException {
        if (array.shape().isEmpty() || array.count() == 0 || array.rowSize() > FEW) {
            return;
        }
        array.requireFinite();
        ArrayRows rows = new ArrayRows(array, 255);
        rows.read(array.shape().get(0) - 1, new float[rows.width()], 0);
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
