package dev.rote.data.prepare;

import dev.rote.data.Parts;
import dev.rote.data.Preparation;
import dev.rote.tensor.Seeds;
import java.util.Arrays;

/**
 * Puts a frame of zeros around images: [C, H, W] becomes [C, H + 2 pixels, W + 2 pixels].
 *
 * <p>Source: LeCun et al. 1998, "Gradient-based learning applied to document recognition", section II.B: digits of 28 x 28 in
 * fields of 32 x 32.
 *
 * @param pixels width of the frame, at least 0
 */
public record Pad(int pixels) implements Preparation {

    /** Two pixels: 28 x 28 becomes 32 x 32. */
    public Pad() {
        this(2);
    }

    public Pad {
        if (pixels < 0) {
            throw new IllegalArgumentException("pixels must be at least 0, was " + pixels);
        }
    }

    @Override
    public Parts apply(Parts parts, Seeds seeds) {
        return Images.change(parts, "pad", this::size, this::write);
    }

    private Images size(Images before) {
        return new Images(before.channels(), before.height() + 2 * pixels, before.width() + 2 * pixels);
    }

    private void write(Images before, float[] from, float[] into, int at) {
        Images after = size(before);
        Arrays.fill(into, at, at + after.channels() * after.height() * after.width(), 0);
        for (int c = 0; c < before.channels(); c++) {
            for (int y = 0; y < before.height(); y++) {
                int row = c * after.height() + pixels + y;
                System.arraycopy(
                        from,
                        (c * before.height() + y) * before.width(),
                        into,
                        at + row * after.width() + pixels,
                        before.width());
            }
        }
    }
}
