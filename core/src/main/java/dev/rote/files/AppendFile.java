package dev.rote.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A text file that only grows by whole lines; what {@link Journal} and {@link TableFile} have in common. */
final class AppendFile implements AutoCloseable {

    private static final int CHUNK = 1 << 16;

    private final Path file;
    private final FileChannel channel;
    private long length;

    private AppendFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Opens or creates the file and cuts off what follows its last whole line.
     *
     * @param quoted whether a line break between double quotes belongs to the line, as in CSV
     */
    static AppendFile open(Path file, boolean quoted) throws IOException {
        try {
            // A link is not followed: a run folder may come from a stranger, and this file will be written to.
            FileChannel channel = FileChannel.open(
                    file,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    LinkOption.NOFOLLOW_LINKS);
            AppendFile opened = new AppendFile(file, channel);
            try {
                opened.length = wholeLines(channel, quoted);
                opened.cut();
                return opened;
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw Disk.explain(file, "opened", e);
        }
    }

    private static long wholeLines(FileChannel channel, boolean quoted) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        long whole = 0;
        boolean inside = false;
        for (long position = 0; position < channel.size(); ) {
            int count = channel.read(chunk.clear(), position);
            for (int i = 0; i < count; i++) {
                if (chunk.get(i) == '"') {
                    inside = quoted && !inside;
                } else if (chunk.get(i) == '\n' && !inside) {
                    whole = position + i + 1;
                }
            }
            position += Math.max(count, 0);
        }
        return whole;
    }

    /** Appends text that ends in a line break; if that fails the file is as long as before. */
    void append(String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
        int count = bytes.remaining();
        try {
            Disk.writeFully(channel, bytes);
            length += count;
        } catch (IOException e) {
            try {
                cut();
            } catch (IOException second) {
                e.addSuppressed(second);
            }
            throw Disk.explain(file, "appended to", e);
        }
    }

    /** Bytes handed to the operating system so far. */
    long length() {
        return length;
    }

    /** Returns when all that was appended is on the disk. */
    void sync() throws IOException {
        try {
            channel.force(true);
        } catch (IOException e) {
            throw Disk.explain(file, "forced to the disk", e);
        }
    }

    /** Cuts the file back to a length it had before, which must be the end of a line. */
    void truncate(long to) throws IOException {
        if (to < 0 || to > length) {
            throw new IOException(file + ": has " + length + " bytes of whole lines, but its checkpoint was written at "
                    + to + " bytes; the file was changed since, start the run again in a new folder");
        }
        if (to > 0) {
            ByteBuffer last = ByteBuffer.allocate(1);
            channel.read(last, to - 1);
            if (last.get(0) != '\n') {
                throw new IOException(file + ": byte " + to + ", where its checkpoint was written, is not the end of a"
                        + " line; the file was changed since, start the run again in a new folder");
            }
        }
        length = to;
        try {
            cut();
        } catch (IOException e) {
            throw Disk.explain(file, "cut", e);
        }
    }

    private void cut() throws IOException {
        if (channel.size() > length) {
            channel.truncate(length);
        }
        channel.position(length);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
