package dev.rote.tensor;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Whatever the bytes, the reader returns or throws an IOException; run longer with JAZZER_FUZZ=1. */
class SafetensorsFuzzTest {

    @FuzzTest(maxDuration = "1m")
    void anyBytes(byte[] bytes) throws IOException {
        read(bytes);
    }

    /** The length field is filled in, so that mutations reach the header; eight bytes of data follow. */
    @FuzzTest(maxDuration = "1m")
    void anyHeader(byte[] header) throws IOException {
        read(framed(header));
    }

    @Property(tries = 300)
    void anyHeaderOfTheRightLength(@ForAll @Size(max = 60) byte[] header) throws IOException {
        read(framed(header));
    }

    private static byte[] framed(byte[] header) {
        return ByteBuffer.allocate(8 + header.length + 8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(header.length)
                .put(header)
                .array();
    }

    private static void read(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("rote", ".safetensors");
        try {
            Files.write(file, bytes);
            Safetensors.read(file);
        } catch (IOException refused) {
            return; // the one exception that callers expect
        } finally {
            Files.delete(file);
        }
    }
}
