package dev.rote.nets;

import dev.rote.tensor.Place;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import java.nio.LongBuffer;

/**
 * Sets each element to zero with probability {@code rate} while training and divides the rest by {@code 1 - rate}
 * (inverted dropout, Srivastava et al. 2014).
 *
 * <p>Element j of an example is a function of (source, example id, j) alone: cutting the batch, shuffling it or looking at
 * it twice gives the same masks. Each element takes 16 of the 64 bits of a draw, so the rate is rounded to the nearest
 * multiple of 2^-16; the scale uses the rounded rate.
 *
 * @param rate probability of zero, in [0, 1)
 */
public record Dropout(double rate) {

    public Dropout {
        if (!(rate >= 0 && rate < 1)) {
            throw new IllegalArgumentException("dropout must be in [0, 1), was " + rate);
        }
    }

    /** True when elements are dropped under these circumstances. */
    public boolean active(Forward how) {
        return rate > 0 && how.mode() != Mode.EVAL;
    }

    /** The hidden layer [N, ...] with elements dropped; the layer itself in evaluation. */
    public Tensor apply(Tensor hidden, Forward how, String layer) {
        if (!active(how)) {
            return hidden;
        }
        int rows = how.ids().length;
        int width = Math.toIntExact(hidden.numel() / Math.max(1, rows));
        Tensor mask = Place.FLOAT32.empty(rows, padded(width));
        fill(mask, how.random().of(layer), how.ids());
        return hidden.mul(mask.narrow(1, 0, width).move(hidden.place()).reshape(hidden.shape()));
    }

    /** The width of a mask's rows in memory: four elements come from one draw. */
    static int padded(int width) {
        return (width + 3) / 4 * 4;
    }

    /**
     * Writes one mask row per example into a contiguous float32 tensor [at least as many rows, padded width].
     *
     * <p>The loop is plain arithmetic on longs, two floats to a long, because the compiler turns that into vector instructions:
     * of the 16 random bits of an element, adding {@code 65536 - threshold} carries into bit 16 exactly when it is kept.
     */
    void fill(Tensor mask, Seeds source, long[] ids) {
        int threshold = (int) Math.round(rate * 65536);
        long add = (0x10000L - threshold) * 0x1_0000_0001L;
        long kept = Float.floatToRawIntBits(65536f / (65536 - threshold));
        int draws = (int) (mask.size(1) / 4);
        long[] pairs = new long[2 * draws];
        LongBuffer memory = mask.bytes().asLongBuffer();
        for (long id : ids) {
            fillRow(pairs, draws, source.of(id), add, kept);
            memory.put(pairs);
        }
    }

    private static void fillRow(long[] pairs, int draws, Seeds source, long add, long kept) {
        for (int i = 0; i < draws; i++) {
            long bits = source.bits(i);
            pairs[i] = (((bits & 0x0000FFFF_0000FFFFL) + add) >>> 16 & 0x1_0000_0001L) * kept;
            pairs[draws + i] = (((bits >>> 16 & 0x0000FFFF_0000FFFFL) + add) >>> 16 & 0x1_0000_0001L) * kept;
        }
    }
}
