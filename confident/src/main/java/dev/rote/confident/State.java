package dev.rote.confident;

import java.nio.ByteBuffer;

/** Whole numbers as bytes, headed by whose they are: how a part of the work travels from one process to another. */
final class State {

    private static final int MAGIC = 0x524f5445;

    private State() {}

    static byte[] write(Class<?> owner, long... values) {
        ByteBuffer buffer = ByteBuffer.allocate(8 + 8 * values.length);
        buffer.putInt(MAGIC).putInt(owner.getSimpleName().hashCode());
        buffer.asLongBuffer().put(values);
        return buffer.array();
    }

    /** What was written by the same owner, at least {@code least} numbers. */
    static long[] read(Class<?> owner, byte[] bytes, int least) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        if (bytes.length < 8 + 8 * least
                || bytes.length % 8 != 0
                || buffer.getInt() != MAGIC
                || buffer.getInt() != owner.getSimpleName().hashCode()) {
            throw no(owner, bytes);
        }
        long[] values = new long[bytes.length / 8 - 1];
        buffer.asLongBuffer().get(values);
        return values;
    }

    static IllegalArgumentException no(Class<?> owner, byte[] bytes) {
        return new IllegalArgumentException(
                bytes.length + " bytes are no " + owner.getSimpleName() + ", must be what its toBytes() returned");
    }
}
