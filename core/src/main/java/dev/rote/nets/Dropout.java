package dev.rote.nets;

import dev.rote.tensor.Place;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;

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
    boolean active(Forward how) {
        return rate > 0 && how.mode() != Mode.EVAL;
    }

    /** The hidden layer [N, ...] with elements dropped; the layer itself in evaluation. */
    public Tensor apply(Tensor hidden, Forward how, String layer) {
        if (!active(how)) {
            return hidden;
        }
        int rows = how.ids().length;
        int width = Math.toIntExact(hidden.numel() / Math.max(1, rows));
        Tensor mask = Place.FLOAT32.empty(rows, width);
        fill(mask, how.random().of(layer), how.ids(), 0, rows, width);
        return hidden.mul(mask.move(hidden.place()).reshape(hidden.shape()));
    }

    /** Writes the masks of rows {@code from} to {@code to} into a float32 tensor [at least to - from, width]. */
    void fill(Tensor mask, Seeds source, long[] ids, int from, int to, int width) {
        int threshold = (int) Math.round(rate * 65536);
        float kept = 65536f / (65536 - threshold);
        float[] row = new float[width];
        for (int i = from; i < to; i++) {
            Seeds draws = source.of(ids[i]);
            for (int j = 0; j < width; j += 4) {
                long bits = draws.bits(j >> 2);
                for (int k = j; k < Math.min(j + 4, width); k++, bits >>>= 16) {
                    row[k] = (bits & 0xFFFF) < threshold ? 0f : kept;
                }
            }
            mask.put(row, width, (long) (i - from) * width);
        }
    }
}
