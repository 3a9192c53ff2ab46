package dev.rote.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Replaces a file wholly or not at all, whatever happens in between: an exception, a kill, a power cut.
 *
 * <p>The bytes go to {@code NAME.tmp} beside the file, are forced to the disk, and the temporary file is then renamed
 * over the old one. A failure removes the temporary file and leaves the old one as it was; what a kill leaves of it is
 * replaced by the next write. One owner per folder is assumed, see {@link FolderLock}.
 */
public final class AtomicFile {

    private AtomicFile() {}

    /** Writes what the file shall hold; for a stream, {@code java.nio.channels.Channels.newOutputStream}. */
    @FunctionalInterface
    public interface Content {
        /** Writes everything to the channel and leaves it open. */
        void writeTo(WritableByteChannel channel) throws IOException;
    }

    /**
     * Writes the file.
     *
     * @throws IOException naming the file, the reason, and for a full disk what to do; then nothing has changed
     */
    public static void write(Path file, Content content) throws IOException {
        Path target = file.toAbsolutePath();
        Path temporary = target.resolveSibling(target.getFileName() + ".tmp");
        try {
            // Deleted and created anew, so that a link left there by a stranger is never followed.
            Files.deleteIfExists(temporary);
            try (FileChannel channel =
                    FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                content.writeTo(channel);
                channel.force(true);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Disk.syncFolder(target.getParent());
        } catch (IOException e) {
            remove(temporary, e);
            throw Disk.explain(file, "written", e);
        } catch (RuntimeException | Error e) {
            remove(temporary, e);
            throw e;
        }
    }

    /** Writes text as UTF-8; see {@link #write(Path, Content)}. */
    public static void write(Path file, String text) throws IOException {
        write(file, channel -> Disk.writeFully(channel, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8))));
    }

    private static void remove(Path temporary, Throwable failure) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
