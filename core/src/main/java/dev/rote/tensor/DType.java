package dev.rote.tensor;

/** Element types that Rote uses, named as in PyTorch. */
public enum DType {
    FLOAT32(4),
    FLOAT64(8),
    BFLOAT16(2),
    INT64(8),
    BOOL(1);

    private final int bytes;

    DType(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes of one element. */
    public int bytes() {
        return bytes;
    }
}
