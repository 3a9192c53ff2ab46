package dev.rote.data.prepare;

import dev.rote.data.Parts;
import dev.rote.data.Preparation;
import dev.rote.tensor.Seeds;

/**
 * Makes images smaller: every square of {@code factor} by {@code factor} pixels becomes its mean, in each channel.
 *
 * <p>[C, H, W] becomes [C, H / factor, W / factor]. Source: LeCun et al. 1998, "Gradient-based learning applied to document
 * recognition", section II.A, subsampling without its weights.
 *
 * @param factor pixels per side of a square, at least 1; must divide H and W
 */
public record AveragePool(int factor) implements Preparation {

    /** Half the size: 28 x 28 becomes 14 x 14. */
    public AveragePool() {
        this(2);
    }

    public AveragePool {
        if (factor < 1) {
            throw new IllegalArgumentException("factor must be at least 1, was " + factor);
        }
    }

    @Override
    public Parts apply(Parts parts, Seeds seeds) {
        return Images.change(parts, "pool", this::size, this::write);
    }

    private Images size(Images before) {
        if (before.height() % factor != 0 || before.width() % factor != 0) {
            throw new IllegalArgumentException("factor must divide the height and width of the images, "
                    + before.height() + " x " + before.width() + ", was " + factor);
        }
        return new Images(before.channels(), before.height() / factor, before.width() / factor);
    }

    private void write(Images before, float[] from, float[] into, int at) {
        int width = before.width();
        int to = at;
        // A channel's height is a multiple of the factor, so channels may be taken as one tall image.
        for (int top = 0; top < before.channels() * before.height(); top += factor) {
            for (int left = 0; left < width; left += factor) {
                double sum = 0;
                for (int y = top; y < top + factor; y++) {
                    for (int x = left; x < left + factor; x++) {
                        sum += from[y * width + x];
                    }
                }
                into[to++] = (float) (sum / (factor * factor));
            }
        }
    }
}
