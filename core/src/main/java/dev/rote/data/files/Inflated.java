package dev.rote.data.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compressed bytes, inflated once: onto the heap where they are few, else into a file that goes with the process. */
final class Inflated {

    /** Deflate makes at most 1032 bytes of one, so whoever claims more lies. */
    private static final long RATIO = 1032;

    private static final long MOST_ON_HEAP = 512L << 20;

    private Inflated() {}

    /**
     * Inflates exactly so many bytes and no more, whatever the stream holds.
     *
     * @param name of the file, for messages
     * @param compressed bytes that the stream is fed from
     * @param claimed how many bytes must come out
     * @throws IOException when it are fewer or more, or the claim cannot be true
     */
    static Bytes read(String name, InputStream in, long compressed, long claimed) throws IOException {
        return read(
                name,
                in,
                compressed,
                claimed,
                Math.min(MOST_ON_HEAP, Runtime.getRuntime().maxMemory() / 4));
    }

    static Bytes read(String name, InputStream in, long compressed, long claimed, long mostOnHeap) throws IOException {
        if (claimed > RATIO * compressed) {
            throw new IOException(name + ": says that it holds " + claimed + " bytes, but " + compressed
                    + " compressed bytes cannot hold so many: its header is wrong, or it is cut short");
        }
        return claimed <= mostOnHeap ? fill(name, in, (int) claimed) : spill(name, in, claimed);
    }

    private static Bytes fill(String name, InputStream in, int claimed) throws IOException {
        byte[] all = new byte[claimed];
        int read = in.readNBytes(all, 0, claimed);
        if (read < claimed) {
            throw tooFew(name, read, claimed);
        }
        end(name, in, claimed);
        return Bytes.of(all);
    }

    private static Bytes spill(String name, InputStream in, long claimed) throws IOException {
        Path file = Files.createTempFile("rote-", ".inflated");
        file.toFile().deleteOnExit();
        try {
            long room = Files.getFileStore(file).getUsableSpace();
            if (room < claimed) {
                throw new IOException(name + ": inflates to " + claimed + " bytes, but " + file.getParent()
                        + " has room for " + room + "; make room or set -Djava.io.tmpdir");
            }
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                byte[] chunk = new byte[1 << 16];
                long left = claimed;
                while (left > 0) {
                    int some = in.read(chunk, 0, (int) Math.min(left, chunk.length));
                    if (some < 0) {
                        throw tooFew(name, claimed - left, claimed);
                    }
                    out.write(chunk, 0, some);
                    left -= some;
                }
                end(name, in, claimed);
            }
            return Bytes.map(file);
        } finally {
            // Where the system lets a mapped file lose its name, nothing stays behind even after a kill.
            if (!System.getProperty("os.name").startsWith("Windows")) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void end(String name, InputStream in, long claimed) throws IOException {
        if (in.read() >= 0) {
            throw new IOException(
                    name + ": holds more than the " + claimed + " bytes that it says: bytes trail the data");
        }
    }

    private static IOException tooFew(String name, long read, long claimed) {
        return new IOException(name + ": is cut short: it says that it holds " + claimed + " bytes, but has " + read);
    }
}
