package dev.rote.tensor;

import org.bytedeco.pytorch.Context;

/**
 * How the calling thread's processor treats subnormal numbers, in float32 those between 0 and 2^-126.
 *
 * <p>Processors compute with them in microcode, many times slower. Weights under strong decay pass through them on their way to
 * zero, and the squares that Adam keeps get there even earlier. So training counts them as zero. Elsewhere they keep their
 * values, as Java's rules want it.
 */
public final class Subnormals {

    private static final ThreadLocal<int[]> OPEN = ThreadLocal.withInitial(() -> new int[1]);

    private Subnormals() {}

    /** Counts subnormal numbers as zero on this thread until closed; may be nested. */
    public static Autograd.Guard flush() {
        Engine.start();
        int[] open = OPEN.get();
        if (open[0]++ == 0) {
            Context.setFlushDenormal(true);
        }
        return () -> {
            if (--open[0] == 0) {
                Context.setFlushDenormal(false);
            }
        };
    }
}
