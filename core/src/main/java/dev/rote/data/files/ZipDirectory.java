package dev.rote.data.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * What a zip archive holds, read from its directory at the end. A stored entry is then looked at where it lies, so it may
 * be larger than memory; a deflated one is inflated to the size that the directory says, and no further.
 *
 * <p>Narrower than the format: one file, no encryption, no method but stored and deflated, no name twice, at most
 * {@value #MOST_ENTRIES} entries. Source: PKWARE, <i>APPNOTE.TXT, .ZIP File Format Specification</i> 6.3.10, section 4.3.
 */
final class ZipDirectory {

    static final int MOST_ENTRIES = 4096;

    private static final int MOST_BYTES = 1 << 20;
    private static final int END = 0x06054B50;
    private static final int END_64 = 0x06064B50;
    private static final int LOCATOR_64 = 0x07064B50;
    private static final int ENTRY = 0x02014B50;
    private static final int LOCAL = 0x04034B50;
    private static final int END_SIZE = 22;
    private static final int ENTRY_SIZE = 46;
    private static final int LOCAL_SIZE = 30;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final long UNSAID = 0xFFFFFFFFL;

    private final String file;
    private final Bytes bytes;
    private final Map<String, Slot> slots;

    /** Where an entry is. */
    private record Slot(int method, long crc, long compressed, long size, long local) {}

    private ZipDirectory(String file, Bytes bytes) throws IOException {
        this.file = file;
        this.bytes = bytes;
        this.slots = Collections.unmodifiableMap(slots());
    }

    /**
     * Maps an archive and reads its directory.
     *
     * @throws IOException naming the file and the broken rule
     */
    static ZipDirectory open(Path file) throws IOException {
        return new ZipDirectory(Opening.file(file).toString(), Bytes.map(file));
    }

    /** The names of the entries, in the order of the directory. */
    Set<String> names() {
        return slots.keySet();
    }

    /**
     * The content of an entry, held against its checksum.
     *
     * @throws IOException when there is none of this name, or it is damaged
     */
    Bytes entry(String name) throws IOException {
        String what = file + ": " + name;
        Slot slot = slots.get(name);
        if (slot == null) {
            throw new IOException(what + ": there is no such entry, only " + slots.keySet());
        }
        ByteBuffer local = view(slot.local(), LOCAL_SIZE, what);
        if (local.getInt(0) != LOCAL) {
            throw new IOException(what + ": byte " + slot.local() + " of the archive: the entry does not begin there");
        }
        long start = slot.local() + LOCAL_SIZE + u16(local, 26) + u16(local, 28);
        require(start, slot.compressed(), what);
        Bytes packed = bytes.slice(start, slot.compressed());
        CRC32 crc = new CRC32();
        Bytes content = packed;
        if (slot.method() == 0) {
            checksum(packed, crc);
        } else {
            Inflater inflater = new Inflater(true);
            try {
                InputStream raw = new InflaterInputStream(stream(packed), inflater, 1 << 16);
                InputStream checked = new CheckedInputStream(raw, crc);
                content = Opening.inflated(what, () -> Inflated.read(what, checked, slot.compressed(), slot.size()));
            } finally {
                inflater.end();
            }
        }
        if (crc.getValue() != slot.crc()) {
            throw new IOException(what + ": its checksum is not the one that the archive says; fetch the file again");
        }
        return content;
    }

    private Map<String, Slot> slots() throws IOException {
        long end = end();
        ByteBuffer last = view(end, END_SIZE, file);
        long count = u16(last, 10);
        long size = u32(last, 12);
        long start = u32(last, 16);
        if (u16(last, 4) != 0 || u16(last, 6) != 0 || u16(last, 8) != count) {
            throw new IOException(file + ": is one of several parts of an archive, which is refused");
        }
        if (count == 0xFFFF || size == UNSAID || start == UNSAID) {
            ByteBuffer locator = view(end - 20, 20, file);
            ByteBuffer wide = view(locator.getInt(0) == LOCATOR_64 ? locator.getLong(8) : -1, 56, file);
            if (wide.getInt(0) != END_64) {
                throw new IOException(file + ": its directory of a large archive is not where it says");
            }
            count = wide.getLong(32);
            size = wide.getLong(40);
            start = wide.getLong(48);
        }
        if (count < 0 || count > MOST_ENTRIES || size < 0 || size > MOST_BYTES) {
            throw new IOException(file + ": an archive may have at most " + MOST_ENTRIES + " entries and " + MOST_BYTES
                    + " bytes of directory, was " + count + " and " + size);
        }
        return slots(count, view(start, (int) size, file));
    }

    private Map<String, Slot> slots(long count, ByteBuffer directory) throws IOException {
        Map<String, Slot> found = new LinkedHashMap<>();
        int at = 0;
        for (int i = 0; i < count; i++) {
            if (directory.limit() - at < ENTRY_SIZE || directory.getInt(at) != ENTRY) {
                throw new IOException(file + ": entry " + i + " of its directory is damaged; fetch the file again");
            }
            int nameSize = u16(directory, at + 28);
            int extraSize = u16(directory, at + 30);
            int next = at + ENTRY_SIZE + nameSize + extraSize + u16(directory, at + 32);
            if (next > directory.limit()) {
                throw new IOException(file + ": entry " + i + " of its directory is cut short; fetch the file again");
            }
            String name = new String(directory.array(), at + ENTRY_SIZE, nameSize, StandardCharsets.UTF_8);
            Slot slot = slot(name, directory, at, nameSize, extraSize);
            if (found.put(name, slot) != null) {
                throw new IOException(file + ": holds " + name + " twice; write it anew with each name once");
            }
            at = next;
        }
        return found;
    }

    private Slot slot(String name, ByteBuffer directory, int at, int nameSize, int extraSize) throws IOException {
        int method = u16(directory, at + 10);
        if ((u16(directory, at + 8) & 1) != 0 || (method != 0 && method != 8)) {
            throw new IOException(file + ": " + name + ": must be stored or deflated and not encrypted, was method "
                    + method + "; write it with numpy.savez or numpy.savez_compressed");
        }
        long compressed = u32(directory, at + 20);
        long size = u32(directory, at + 24);
        long local = u32(directory, at + 42);
        // A value of 4 GiB or more stands in an extra field, in this order, and only if it does not fit.
        int extra = at + ENTRY_SIZE + nameSize;
        for (int left = extraSize; left >= 4; ) {
            int bytesHere = u16(directory, extra + 2);
            if (bytesHere + 4 > left) {
                break;
            }
            if (u16(directory, extra) == 1) {
                int from = extra + 4;
                int until = from + bytesHere;
                if (size == UNSAID && from + 8 <= until) {
                    size = directory.getLong(from);
                    from += 8;
                }
                if (compressed == UNSAID && from + 8 <= until) {
                    compressed = directory.getLong(from);
                    from += 8;
                }
                if (local == UNSAID && from + 8 <= until) {
                    local = directory.getLong(from);
                }
            }
            extra += 4 + bytesHere;
            left -= 4 + bytesHere;
        }
        if (compressed < 0 || size < 0 || local < 0 || (method == 0 && size != compressed)) {
            throw new IOException(file + ": " + name + ": sizes " + compressed + " and " + size + " do not match");
        }
        return new Slot(method, u32(directory, at + 16), compressed, size, local);
    }

    /** Where the end record is: the last place from which a comment of the length it says reaches the end. */
    private long end() throws IOException {
        int tail = (int) Math.min(bytes.length(), END_SIZE + LONGEST_COMMENT);
        ByteBuffer view = view(bytes.length() - tail, tail, file);
        for (int at = tail - END_SIZE; at >= 0; at--) {
            if (view.getInt(at) == END && at + END_SIZE + u16(view, at + 20) == tail) {
                return bytes.length() - tail + at;
            }
        }
        throw new IOException(file + ": has no directory at its end: it is no zip archive, or cut short, or bytes trail"
                + " it; name a file that numpy.savez wrote");
    }

    private ByteBuffer view(long from, int count, String what) throws IOException {
        require(from, count, what);
        byte[] copy = new byte[count];
        bytes.copy(from, copy, 0, count);
        return ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void require(long from, long count, String what) throws IOException {
        if (from < 0 || from > bytes.length() || count > bytes.length() - from) {
            throw new IOException(what + ": " + count + " bytes should be at byte " + from
                    + " of the archive, which ends at " + bytes.length() + ": it is damaged or cut short");
        }
    }

    private static void checksum(Bytes content, CRC32 crc) {
        byte[] chunk = new byte[1 << 16];
        for (long at = 0; at < content.length(); at += chunk.length) {
            int some = (int) Math.min(chunk.length, content.length() - at);
            content.copy(at, chunk, 0, some);
            crc.update(chunk, 0, some);
        }
    }

    private static InputStream stream(Bytes content) {
        return new InputStream() {
            private long at;

            @Override
            public int read() {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] into, int from, int count) {
                int some = (int) Math.min(count, content.length() - at);
                if (some <= 0 && count > 0) {
                    return -1;
                }
                content.copy(at, into, from, some);
                at += some;
                return some;
            }
        };
    }

    private static int u16(ByteBuffer from, int at) {
        return from.getShort(at) & 0xFFFF;
    }

    private static long u32(ByteBuffer from, int at) {
        return from.getInt(at) & UNSAID;
    }
}
