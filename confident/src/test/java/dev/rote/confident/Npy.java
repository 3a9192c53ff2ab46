package dev.rote.confident;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the two kinds of NumPy files that these tests meet, and refuses every other. */
final class Npy {

    private static final Pattern HEADER = Pattern.compile(
            "\\{'descr': '(<f8|<u2)', 'fortran_order': False, 'shape': \\((\\d+),(?: (\\d+))?\\), \\}\\s*");

    private Npy() {}

    /** A vector of unsigned 16-bit numbers. */
    static int[] labels(Path file) {
        ByteBuffer bytes = read(file);
        Matcher header = header(bytes, "<u2", file);
        int[] labels = new int[Integer.parseInt(header.group(2))];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = bytes.getShort() & 0xffff;
        }
        return ended(labels, bytes, file);
    }

    /** A matrix of doubles. */
    static double[][] probs(Path file) {
        ByteBuffer bytes = read(file);
        Matcher header = header(bytes, "<f8", file);
        double[][] probs = new double[Integer.parseInt(header.group(2))][Integer.parseInt(header.group(3))];
        for (double[] row : probs) {
            for (int j = 0; j < row.length; j++) {
                row[j] = bytes.getDouble();
            }
        }
        return ended(probs, bytes, file);
    }

    private static ByteBuffer read(Path file) {
        try {
            return ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Matcher header(ByteBuffer bytes, String type, Path file) {
        byte[] start = new byte[8];
        bytes.get(start);
        byte[] header = new byte[bytes.getShort() & 0xffff];
        bytes.get(header);
        Matcher matcher = HEADER.matcher(new String(header, StandardCharsets.ISO_8859_1));
        if (!new String(start, StandardCharsets.ISO_8859_1).equals("\u0093NUMPY\1\0")
                || !matcher.matches()
                || !matcher.group(1).equals(type)) {
            throw new IllegalStateException(file + " is no NumPy file of version 1.0 with numbers of type " + type);
        }
        return matcher;
    }

    private static <T> T ended(T read, ByteBuffer bytes, Path file) {
        if (bytes.hasRemaining()) {
            throw new IllegalStateException(file + " goes on for " + bytes.remaining() + " bytes after its array");
        }
        return read;
    }
}
