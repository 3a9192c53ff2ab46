package dev.rote.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes this process the only one that writes to a run folder, until it closes the lock or ends in any way.
 *
 * <p>The file {@code lock} holds the owner's process id for people to read; what counts is the operating system's lock
 * on it, which vanishes with its owner, so that a dead owner is taken over at once. The file itself stays, empty:
 * deleting it would let two processes lock two files of the same name.
 */
public final class FolderLock implements AutoCloseable {

    private static final String NAME = "lock";
    /** Only this far-away byte is locked: Windows would otherwise keep others from reading the process id. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    /**
     * Folders that this process owns. POSIX gives up a process's locks on a file as soon as that process closes any
     * handle on it, so a second attempt must be refused before the file is opened; only the process can know that.
     */
    private static final Set<Path> OWNED = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes the lock of an existing folder.
     *
     * @throws IOException naming the folder, its owner and what to do when it is owned, or the reason why the lock file
     *     cannot be written
     */
    public static FolderLock take(Path folder) throws IOException {
        Path real;
        try {
            real = folder.toRealPath();
        } catch (IOException e) {
            throw Disk.explain(folder, "locked", e);
        }
        if (!OWNED.add(real)) {
            throw owned(folder, Long.toString(ProcessHandle.current().pid()) + " (this one)");
        }
        boolean taken = false;
        try {
            FolderLock lock = new FolderLock(real, open(folder, real.resolve(NAME)));
            taken = true;
            return lock;
        } finally {
            if (!taken) {
                OWNED.remove(real);
            }
        }
    }

    private static FileChannel open(Path folder, Path file) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(
                    file,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw Disk.explain(file, "opened", e);
        }
        boolean locked = false;
        try {
            locked = channel.tryLock(LOCKED_BYTE, 1, false) != null;
            if (!locked) {
                throw owned(folder, owner(channel));
            }
            channel.truncate(0);
            String pid = Long.toString(ProcessHandle.current().pid());
            Disk.writeFully(channel, ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
            return channel;
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw owned(folder, Long.toString(ProcessHandle.current().pid()) + " (this one)");
        } catch (IOException e) {
            channel.close();
            throw locked ? Disk.explain(file, "written", e) : e;
        }
    }

    private static String owner(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Long.toString(Long.MAX_VALUE).length());
        channel.read(bytes, 0);
        String pid = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
        return pid.matches("[0-9]+") ? pid : "unknown";
    }

    private static IOException owned(Path folder, String pid) {
        return new IOException(
                folder + ": is in use by process " + pid + "; wait until it ends, or choose another folder with --out");
    }

    /** Gives the folder free. */
    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            try (channel) {
                channel.truncate(0);
            } finally {
                OWNED.remove(folder);
            }
        }
    }
}
