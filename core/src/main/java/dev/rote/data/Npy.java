package dev.rote.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * One array that NumPy reads: the npy format, version 1.0, little-endian, C order (the last index runs fastest).
 *
 * <p>The array looks at the values it was made from and does not copy them. The format is described at
 * <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">numpy.lib.format</a>.
 */
public final class Npy {

    private static final int CHUNK = 1 << 16;
    /** NumPy wants the numbers to begin at a multiple of this. */
    private static final int ALIGNMENT = 64;

    private final String type;
    private final int elementBytes;
    private final long[] shape;
    private final int count;
    private final Put put;

    private interface Put {
        void element(int index, ByteBuffer to);
    }

    private Npy(String type, int elementBytes, int count, long[] shape, Put put) {
        long product = 1;
        for (long size : shape) {
            if (size < 0) {
                throw new IllegalArgumentException("a dimension must be at least 0, was " + size);
            }
            product = Math.multiplyExact(product, size);
        }
        if (product != count) {
            throw new IllegalArgumentException(
                    "shape " + Arrays.toString(shape) + " needs " + product + " values, was given " + count);
        }
        this.type = type;
        this.elementBytes = elementBytes;
        this.count = count;
        this.shape = shape.clone();
        this.put = put;
    }

    /** A float32 array; {@code shape} multiplies to the number of values, else IllegalArgumentException. */
    public static Npy of(float[] values, long... shape) {
        return new Npy("<f4", Float.BYTES, values.length, shape, (i, to) -> to.putFloat(values[i]));
    }

    /** A float64 array; see {@link #of(float[], long...)}. */
    public static Npy of(double[] values, long... shape) {
        return new Npy("<f8", Double.BYTES, values.length, shape, (i, to) -> to.putDouble(values[i]));
    }

    /** An int64 array; see {@link #of(float[], long...)}. */
    public static Npy of(long[] values, long... shape) {
        return new Npy("<i8", Long.BYTES, values.length, shape, (i, to) -> to.putLong(values[i]));
    }

    /** An int32 array; see {@link #of(float[], long...)}. */
    public static Npy of(int[] values, long... shape) {
        return new Npy("<i4", Integer.BYTES, values.length, shape, (i, to) -> to.putInt(values[i]));
    }

    /** Bytes that {@link #write} will write. */
    public long length() {
        return header().length + (long) count * elementBytes;
    }

    /** Writes header and values; leaves the stream open. */
    public void write(OutputStream out) throws IOException {
        out.write(header());
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            if (chunk.remaining() < elementBytes) {
                out.write(chunk.array(), 0, chunk.position());
                chunk.clear();
            }
            put.element(i, chunk);
        }
        out.write(chunk.array(), 0, chunk.position());
    }

    private byte[] header() {
        String sizes = Arrays.stream(shape).mapToObj(size -> size + ",").collect(Collectors.joining(" ", "(", ")"));
        String text = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + sizes + ", }";
        int before = 10; // magic, version, length of the text
        int padded = (before + text.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        ByteBuffer header = ByteBuffer.allocate(padded).order(ByteOrder.LITTLE_ENDIAN);
        header.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
        header.put((byte) 1).put((byte) 0).putShort((short) (padded - before));
        header.put(text.getBytes(StandardCharsets.US_ASCII));
        while (header.remaining() > 1) {
            header.put((byte) ' ');
        }
        return header.put((byte) '\n').array();
    }
}
