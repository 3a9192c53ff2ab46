package dev.rote.data.augment;

import dev.rote.data.Augmentation;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;

/**
 * Moves images up or down and left or right by up to a share of their size.
 *
 * <p>Offsets are whole pixels, uniform in {-m, ..., m} with m = floor(fraction * H) for rows and floor(fraction * W) for columns.
 * Source: {@code width_shift_range}, {@code height_shift_range} and {@code fill_mode} of Keras' ImageDataGenerator, as the code of
 * Wang et al. 2019 (symmetric cross entropy) uses them. Keras draws real offsets and interpolates; whole pixels blur nothing.
 *
 * @param fraction how far at most, as a share of height and width, in [0, 1); 0 changes nothing
 * @param fill what comes in at the edge
 */
public record Shift(double fraction, Fill fill) implements Augmentation {

    /** What comes in at the edge. */
    public enum Fill {
        /** The outermost pixel, again and again. */
        NEAREST,
        /** Zeros. */
        ZERO
    }

    /** A fifth, as Wang et al. on CIFAR, and Keras' default filling. */
    public Shift() {
        this(0.2, Fill.NEAREST);
    }

    public Shift {
        if (!(fraction >= 0 && fraction < 1)) {
            throw new IllegalArgumentException("fraction must be in [0, 1), was " + fraction);
        }
    }

    @Override
    public Tensor apply(Tensor inputs, long[] ids, Seeds seeds) {
        Seeds own = seeds.of("shift");
        return Pixels.move(inputs, ids, "shift", (id, rows, columns) -> {
            Seeds draws = own.of(id);
            slide(rows, draws, 0);
            slide(columns, draws, 1);
        });
    }

    private void slide(int[] origin, Seeds draws, int draw) {
        int most = (int) Math.floor(fraction * origin.length);
        int by = draws.below(2 * most + 1, draw) - most;
        Pixels.slide(origin, by);
        if (fill == Fill.NEAREST) {
            for (int i = 0; i < origin.length; i++) {
                origin[i] = Math.min(Math.max(i + by, 0), origin.length - 1);
            }
        }
    }
}
