package dev.rote.data.files;

import dev.rote.data.Rows;
import dev.rote.tensor.InputShape;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Rows that are the entries of an array's first dimension. */
final class ArrayRows implements Rows {

    private final NumberArray array;
    private final InputShape.Features shape;
    private final float[] ofByte;

    /**
     * Pictures get a channel and numbers in [0, 1]: [N, H, W] becomes rows of [1, H, W]; uint8 is divided.
     *
     * @param divisor what unsigned bytes are divided by
     */
    ArrayRows(NumberArray array, double divisor) {
        this.array = array;
        List<Long> dims = new ArrayList<>(array.shape().subList(1, array.shape().size()));
        if (dims.size() == 2) {
            dims.add(0, 1L);
        }
        if (dims.isEmpty()) {
            dims.add(1L);
        }
        this.shape = new InputShape.Features(dims);
        this.ofByte = quotients(divisor);
    }

    /** Every unsigned byte divided. */
    static float[] quotients(double divisor) {
        float[] quotients = new float[256];
        for (int i = 0; i < quotients.length; i++) {
            quotients[i] = (float) (i / divisor);
        }
        return quotients;
    }

    @Override
    public InputShape.Features shape() {
        return shape;
    }

    @Override
    public void read(long id, float[] into, int at) {
        if (id < 0 || id >= array.shape().get(0)) {
            throw new IllegalArgumentException(
                    array.name() + ": row must be from 0 to " + (array.shape().get(0) - 1) + ", was " + id);
        }
        int width = width();
        int size = array.element().bytes();
        byte[] row = new byte[Math.multiplyExact(width, size)];
        if (array.fortran()) {
            for (int i = 0; i < width; i++) {
                array.bytes().copy(array.place(id * width + i) * size, row, i * size, size);
            }
        } else {
            array.bytes().copy(id * row.length, row, 0, row.length);
        }
        if (array.element() == Element.UINT8) {
            for (int i = 0; i < width; i++) {
                into[at + i] = ofByte[row[i] & 0xFF];
            }
            return;
        }
        ByteBuffer view = ByteBuffer.wrap(row).order(array.order());
        for (int i = 0; i < width; i++) {
            double value = array.element().number(view, i * size);
            into[at + i] = (float) value;
            if (!Float.isFinite(into[at + i])) {
                throw new IllegalArgumentException(NumberArray.notFinite(array.name(), id, value));
            }
        }
    }
}
