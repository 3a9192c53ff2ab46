package dev.rote.tensor;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Named arrays in the safetensors format: eight bytes of header length, a JSON header, then the raw little-endian numbers.
 *
 * <p>Nothing in such a file is ever executed, so it may come from a stranger. The reader trusts no number in it: it
 * allocates nothing before the header has been found consistent with the length of the file, and therefore never more
 * than about the length of the file. Neither loads libtorch. The writer gives the same bytes for the same content: elements of larger types
 * come first, so that each array starts at a multiple of its element size, and names are sorted within a size.
 *
 * <p>The format is described at <a href="https://huggingface.co/docs/safetensors">huggingface.co/docs/safetensors</a>.
 * Narrower here: the five types of {@link DType}, at most {@value SafetensorsHeader#MAX_RANK} dimensions, arrays below
 * 2 GiB, header padding of spaces only, and booleans of 0 or 1 only.
 */
public final class Safetensors {

    private Safetensors() {}

    /**
     * One array.
     *
     * @param dtype type of the elements
     * @param shape sizes of the dimensions, each at least 0; empty for a single number
     * @param data the elements, row by row, little-endian, exactly {@code product(shape) * dtype.bytes()} bytes
     */
    public record Entry(DType dtype, List<Long> shape, ByteBuffer data) {

        /** Checks the rules above; the entry looks at the remaining bytes of {@code data} and does not copy them. */
        public Entry {
            shape = List.copyOf(shape);
            data = data.slice().order(ByteOrder.LITTLE_ENDIAN);
            long expected = SafetensorsHeader.bytes(dtype, shape);
            if (expected != data.remaining()) {
                throw new IllegalArgumentException("an array " + dtype + " " + shape + " needs " + expected
                        + " bytes of data, was given " + data.remaining());
            }
        }

        /** The same with the shape as {@link Tensor#shape()} gives it. */
        public static Entry of(DType dtype, ByteBuffer data, long... shape) {
            return new Entry(dtype, Arrays.stream(shape).boxed().toList(), data);
        }

        /** The shape as {@link Place#ofBytes} takes it. */
        public long[] sizes() {
            return shape.stream().mapToLong(Long::longValue).toArray();
        }

        /** A view of the bytes with a position of its own, starting at the first, little-endian. */
        @Override
        public ByteBuffer data() {
            return data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    /** What a file holds; both maps are sorted by name. */
    public record Contents(Map<String, Entry> tensors, Map<String, String> metadata) {

        /** Copies and sorts both maps. */
        public Contents {
            tensors = Collections.unmodifiableMap(new TreeMap<>(tensors));
            metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
        }
    }

    /**
     * Writes a file in place; for one that must survive a kill, hand {@link #write(WritableByteChannel, Map, Map)} to a
     * writer that renames.
     *
     * @throws IllegalArgumentException before anything is written, when a name is no valid text or is {@code __metadata__}
     * @throws IOException when the file cannot be written; what was begun is then deleted
     */
    public static void write(Path file, Map<String, Entry> tensors, Map<String, String> metadata) throws IOException {
        ByteBuffer header = SafetensorsHeader.format(tensors, metadata);
        boolean opened = false;
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            opened = true;
            write(channel, header, tensors);
        } catch (IOException e) {
            if (opened && Files.isRegularFile(file)) {
                Files.delete(file);
            }
            throw new IOException(file + ": could not be written: " + e.getMessage(), e);
        }
    }

    /** Writes the same bytes to an open channel, array by array, without a second copy in memory. */
    public static void write(WritableByteChannel channel, Map<String, Entry> tensors, Map<String, String> metadata)
            throws IOException {
        write(channel, SafetensorsHeader.format(tensors, metadata), tensors);
    }

    private static void write(WritableByteChannel channel, ByteBuffer header, Map<String, Entry> tensors)
            throws IOException {
        drain(header, channel);
        for (Map.Entry<String, Entry> tensor : SafetensorsHeader.inFileOrder(tensors)) {
            drain(tensor.getValue().data(), channel);
        }
    }

    private static void drain(ByteBuffer bytes, WritableByteChannel channel) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /**
     * Reads a whole file into direct buffers.
     *
     * @throws IOException naming the file, the array and the broken rule when the file is missing, cut or damaged
     */
    public static Contents read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            SafetensorsHeader header = header(file, channel);
            Map<String, Entry> tensors = new TreeMap<>();
            for (Map.Entry<String, SafetensorsHeader.Slot> named :
                    header.slots().entrySet()) {
                tensors.put(named.getKey(), entry(file, channel, named.getKey(), named.getValue(), header.dataStart()));
            }
            return new Contents(tensors, header.metadata());
        } catch (NoSuchFileException e) {
            throw new NoSuchFileException(file.toString(), null, "there is no such file");
        }
    }

    private static SafetensorsHeader header(Path file, FileChannel channel) throws IOException {
        long size = channel.size();
        if (size < Long.BYTES) {
            throw new IOException(file + ": is cut short: a safetensors file has at least 8 bytes, this has " + size);
        }
        long length = fill(file, channel, 0, Long.BYTES).getLong();
        if (length < 0 || length > SafetensorsHeader.MAX_BYTES) {
            throw new IOException(file + ": is not a safetensors file: it claims a header of "
                    + Long.toUnsignedString(length) + " bytes, at most " + SafetensorsHeader.MAX_BYTES
                    + " are allowed");
        }
        if (length > size - Long.BYTES) {
            throw new IOException(file + ": is cut short: it claims a header of " + length + " bytes, but only "
                    + (size - Long.BYTES) + " follow");
        }
        ByteBuffer bytes = fill(file, channel, Long.BYTES, (int) length);
        try {
            // A fresh decoder reports malformed bytes; the String constructor would replace them silently.
            String json = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return SafetensorsHeader.parse(file, json, Long.BYTES + length, size);
        } catch (CharacterCodingException e) {
            throw new IOException(file + ": the header is not valid UTF-8", e);
        }
    }

    private static Entry entry(Path file, FileChannel channel, String name, SafetensorsHeader.Slot slot, long dataStart)
            throws IOException {
        ByteBuffer data = fill(file, channel, dataStart + slot.begin(), Math.toIntExact(slot.end() - slot.begin()));
        if (slot.dtype() == DType.BOOL) {
            for (int i = 0; i < data.limit(); i++) {
                if (data.get(i) != 0 && data.get(i) != 1) {
                    throw new IOException(file + ": tensor '" + name + "': element " + i
                            + " of a BOOL array must be 0 or 1, was " + data.get(i));
                }
            }
        }
        return new Entry(slot.dtype(), slot.shape(), data);
    }

    private static ByteBuffer fill(Path file, FileChannel channel, long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocateDirect(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, position + bytes.position()) < 0) {
                throw new EOFException(file + ": became shorter while it was read");
            }
        }
        return bytes.flip();
    }
}
