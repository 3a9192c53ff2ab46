package dev.rote.data.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;

/**
 * One array that NumPy wrote: npy of versions 1.0 to 3.0, C or Fortran order, little- or big-endian, bool, int8 to int64,
 * uint8 to uint64, float16 to float64. Other types are refused in words: nothing in a file is ever executed.
 *
 * <p>The header is read and held against the length of the file before anything is allocated; the numbers stay in the
 * mapped file until they are asked for. The format is described at
 * <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">numpy.lib.format</a>.
 */
public final class NpyReader {

    private static final int LONGEST_HEADER = (1 << 16) + 12;

    private final NumberArray array;
    private final String dtype;

    NpyReader(NumberArray array, String dtype) {
        this.array = array;
        this.dtype = dtype;
    }

    /**
     * Opens a file.
     *
     * @throws IOException naming the file and the broken rule when it is missing, cut, damaged, or of a refused type
     */
    public static NpyReader open(Path file) throws IOException {
        return of(Opening.file(file).toString(), Bytes.map(file));
    }

    static NpyReader of(String name, Bytes all) throws IOException {
        byte[] start = new byte[(int) Math.min(all.length(), LONGEST_HEADER)];
        all.copy(0, start, 0, start.length);
        NpyHeader header = NpyHeader.read(name, new ByteArrayInputStream(start));
        Opening.requireLength(name, header.dataBytes(), all.length() - header.length());
        return new NpyReader(header.array(name, all.slice(header.length(), header.dataBytes())), header.descr());
    }

    /** The type as NumPy writes it, such as {@code <f4}. */
    public String dtype() {
        return dtype;
    }

    /** The dimensions; none for a single number. */
    public long[] shape() {
        return array.shape().stream().mapToLong(Long::longValue).toArray();
    }

    /** How many numbers there are. */
    public long count() {
        return array.count();
    }

    /**
     * All numbers, last index fastest; whole numbers beyond 2^53 are rounded, NaN and infinities stay what they are.
     *
     * @throws IOException when they do not fit into half of the memory that Java may use
     */
    public double[] doubles() throws IOException {
        double[] numbers = new double[fitting()];
        long[] back = back();
        array.visit((at, from, position) -> numbers[(int) (back.length == 0 ? at : c(at, back))] =
                array.element().number(from, position));
        return numbers;
    }

    private int fitting() throws IOException {
        long most = Math.min(Integer.MAX_VALUE - 8L, Runtime.getRuntime().maxMemory() / 2 / Double.BYTES);
        if (count() > most) {
            throw new IOException(array.name() + ": " + count() + " numbers do not fit into memory, at most " + most
                    + " do; give Java more with -Xmx");
        }
        return (int) count();
    }

    /** Of a Fortran-order array the dimensions, else nothing. */
    private long[] back() {
        return array.fortran() ? shape() : new long[0];
    }

    /** Where the number at this place of a Fortran-order file comes in C order. */
    private static long c(long place, long[] shape) {
        long index = 0;
        long stride = 1;
        for (int i = shape.length - 1; i >= 0; i--) {
            stride *= shape[i];
        }
        for (long size : shape) {
            stride /= size;
            index += place % size * stride;
            place /= size;
        }
        return index;
    }

    /** The array, for readers of this package. */
    NumberArray array() {
        return array;
    }
}
