package dev.rote.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** What all writers of a run folder need from the operating system. */
public final class Disk {

    private Disk() {}

    /** The same failure with the file's name, the reason in words, and what to do about it. */
    public static IOException explain(Path file, String action, IOException cause) {
        return new IOException(file + ": could not be " + action + ": " + reason(cause), cause);
    }

    /** Makes a folder and those around it; one that is there already is left as it is. */
    public static void createFolder(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw explain(folder, "created", e);
        }
    }

    private static String reason(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        if (cause instanceof FileAlreadyExistsException) {
            return "a file is in the place of a folder; move it away, or choose another folder with --out";
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied; change the permissions, or choose another folder with --out";
        }
        if (cause instanceof ClosedByInterruptException) {
            return "the thread was interrupted";
        }
        String message = cause instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : String.valueOf(cause.getMessage());
        String lower = message.toLowerCase(Locale.ROOT);
        boolean full = lower.contains("no space left")
                || lower.contains("not enough space")
                || lower.contains("quota exceeded")
                || lower.contains("file too large");
        return full
                ? message + "; free space on that disk, then do it again; a run continues with 'rote resume'"
                : message;
    }

    /** Writes all remaining bytes; one call to a channel may write fewer. */
    static void writeFully(WritableByteChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Makes a rename inside the folder survive a power cut. Windows cannot open folders and needs no such step. */
    static void syncFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
