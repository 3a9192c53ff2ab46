package dev.rote.data.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * An array of numbers that lies in a file, whatever the format around it.
 *
 * @param name the file (and the entry in it), for messages
 * @param bytes the numbers alone
 * @param element their type
 * @param order their byte order
 * @param shape their dimensions
 * @param fortran whether the first index runs fastest, not the last
 */
record NumberArray(String name, Bytes bytes, Element element, ByteOrder order, List<Long> shape, boolean fortran) {

    private static final int CHUNK = 1 << 16;

    NumberArray {
        shape = List.copyOf(shape);
    }

    /** What a walk over all numbers in the order of the file does with each. */
    interface Visitor {
        void element(long at, ByteBuffer from, int position) throws IOException;
    }

    /** How many numbers the dimensions make; -1 when they make more than 2^62. */
    static long count(List<Long> shape) {
        long count = 1;
        for (long size : shape) {
            if (size == 0) {
                return 0;
            }
        }
        for (long size : shape) {
            if (size < 0 || count > (1L << 62) / size) {
                return -1;
            }
            count *= size;
        }
        return count;
    }

    long count() {
        return count(shape);
    }

    /** How many numbers one entry of the first dimension has. */
    long rowSize() {
        return count(shape.subList(1, shape.size()));
    }

    void visit(Visitor visitor) throws IOException {
        byte[] chunk = new byte[CHUNK];
        ByteBuffer view = ByteBuffer.wrap(chunk).order(order);
        for (long from = 0; from < bytes.length(); from += CHUNK) {
            int some = (int) Math.min(CHUNK, bytes.length() - from);
            bytes.copy(from, chunk, 0, some);
            for (int i = 0; i < some; i += element.bytes()) {
                visitor.element((from + i) / element.bytes(), view, i);
            }
        }
    }

    /** Where the number with this C-order index lies, in numbers from the first. */
    long place(long index) {
        if (!fortran) {
            return index;
        }
        long place = 0;
        long stride = count();
        for (int i = shape.size() - 1; i >= 0; i--) {
            stride /= shape.get(i);
            place += index % shape.get(i) * stride;
            index /= shape.get(i);
        }
        return place;
    }

    /**
     * Looks for a float that is no finite number.
     *
     * @throws IOException naming the row and the value
     */
    void requireFinite() throws IOException {
        if (!element.isFloat()) {
            return;
        }
        long rows = shape.get(0);
        long width = rowSize();
        visit((at, from, position) -> {
            double value = element.number(from, position);
            if (!Float.isFinite((float) value)) {
                throw new IOException(notFinite(name, fortran ? at % rows : at / width, value));
            }
        });
    }

    static String notFinite(String name, long row, double value) {
        return name + ": row " + row + ": every input must be a finite float32 number, was " + value
                + "; leave the row out or put a number in";
    }
}
