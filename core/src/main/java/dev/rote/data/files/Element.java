package dev.rote.data.files;

import java.nio.ByteBuffer;

/** Types of numbers in files; how many bytes one takes and how it is read. */
enum Element {
    BOOL(1),
    UINT8(1),
    INT8(1),
    UINT16(2),
    INT16(2),
    UINT32(4),
    INT32(4),
    UINT64(8),
    INT64(8),
    FLOAT16(2),
    FLOAT32(4),
    FLOAT64(8);

    private final int bytes;

    Element(int bytes) {
        this.bytes = bytes;
    }

    int bytes() {
        return bytes;
    }

    boolean isFloat() {
        return this == FLOAT16 || this == FLOAT32 || this == FLOAT64;
    }

    /** The number at this byte; whole numbers beyond 2^53 are rounded. */
    double number(ByteBuffer from, int at) {
        return switch (this) {
            case FLOAT16 -> half(from.getShort(at));
            case FLOAT32 -> from.getFloat(at);
            case FLOAT64 -> from.getDouble(at);
            case UINT64 -> unsigned(from.getLong(at));
            default -> whole(from, at);
        };
    }

    /** The whole number at this byte; of UINT64 the 64 bits, negative from 2^63 on. */
    private long whole(ByteBuffer from, int at) {
        return switch (this) {
            case BOOL -> from.get(at) == 0 ? 0 : 1;
            case UINT8 -> from.get(at) & 0xFFL;
            case INT8 -> from.get(at);
            case UINT16 -> from.getShort(at) & 0xFFFFL;
            case INT16 -> from.getShort(at);
            case UINT32 -> from.getInt(at) & 0xFFFFFFFFL;
            case INT32 -> from.getInt(at);
            case UINT64, INT64 -> from.getLong(at);
            default -> throw new IllegalStateException(this + " is no whole number");
        };
    }

    private static double unsigned(long bits) {
        // Halving keeps the lowest bit by or-ing it in, so that rounding goes the right way.
        return bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0;
    }

    /** IEEE 754 binary16. */
    private static double half(short bits) {
        int exponent = (bits >> 10) & 0x1F;
        int mantissa = bits & 0x3FF;
        double magnitude = exponent == 0x1F
                ? (mantissa == 0 ? Double.POSITIVE_INFINITY : Double.NaN)
                : exponent == 0 ? Math.scalb((double) mantissa, -24) : Math.scalb(1024.0 + mantissa, exponent - 25);
        return bits < 0 ? -magnitude : magnitude;
    }
}
