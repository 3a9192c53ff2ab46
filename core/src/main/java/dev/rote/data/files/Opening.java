package dev.rote.data.files;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** What all readers do when they open a file: look whether it is one, and say in words what is wrong. */
final class Opening {

    private Opening() {}

    /** Something that reads. */
    interface Reading<T> {
        T read() throws IOException;
    }

    /** Something that reads from a stream that is inflated on the way. */
    interface Inflating<T> {
        T read(InputStream in, long compressed) throws IOException;
    }

    /** Reads, and makes of a file that cannot be read what a recipe's checks understand: an IllegalArgumentException. */
    static <T> T of(Reading<T> reading) {
        try {
            return reading.read();
        } catch (FileSystemException e) {
            String reason =
                    e.getReason() == null ? ": cannot be read (" + e.getClass().getSimpleName() + ")" : "";
            throw new IllegalArgumentException(e.getMessage() + reason, e);
        } catch (UncheckedIOException e) {
            throw new IllegalArgumentException(e.getCause().getMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /**
     * The file, if it is one.
     *
     * @throws IOException naming the path and what to do
     */
    static Path file(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(
                    file.toString(),
                    null,
                    "there is no such file; paths are relative to "
                            + Path.of("").toAbsolutePath());
        }
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + ": must be a file, is something else");
        }
        if (!Files.isReadable(file)) {
            throw new AccessDeniedException(file.toString(), null, "may not be read; give yourself the right to");
        }
        return file;
    }

    /** The files, each named once. */
    static List<Path> files(List<Path> files) throws IOException {
        Set<Path> seen = new HashSet<>();
        for (Path file : files) {
            if (!seen.add(file(file).toRealPath())) {
                throw new IOException(file + ": is named twice; name each file once");
            }
        }
        return files;
    }

    static boolean isGzip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(2), new byte[] {0x1F, (byte) 0x8B});
        }
    }

    static <T> T gzip(Path file, Inflating<T> inflating) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return gzip(file.toString(), in, Files.size(file), inflating);
        }
    }

    static <T> T gzip(String name, InputStream in, long compressed, Inflating<T> inflating) throws IOException {
        return inflated(name, () -> {
            InputStream inflater = new GZIPInputStream(new BufferedInputStream(in), 1 << 16);
            return inflating.read(inflater, compressed);
        });
    }

    /** Says in words what the inflater says in its own way. */
    static <T> T inflated(String name, Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (ZipException e) {
            throw new IOException(
                    name + ": its compressed data are damaged: " + e.getMessage() + "; fetch it again", e);
        } catch (EOFException e) {
            throw new IOException(name + ": is cut short: its compressed data end early; fetch it again", e);
        }
    }

    /** Throws unless as many bytes are there as a header says. */
    static void requireLength(String name, long says, long has) throws IOException {
        if (has < says) {
            throw new IOException(
                    name + ": is cut short: its header says that " + says + " bytes follow, there are " + has);
        }
        if (has > says) {
            throw new IOException(name + ": its header says that " + says + " bytes follow, there are " + has
                    + ": its header is wrong, or bytes trail the data");
        }
    }
}
