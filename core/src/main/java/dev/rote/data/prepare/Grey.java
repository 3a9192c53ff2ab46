package dev.rote.data.prepare;

import dev.rote.data.Parts;
import dev.rote.data.Preparation;
import dev.rote.tensor.Seeds;

/**
 * Makes colour images grey: {@code 0.299 R + 0.587 G + 0.114 B}; [3, H, W] becomes [1, H, W].
 *
 * <p>Source: Recommendation ITU-R BT.601, luma. The weights add up to 1, so the range of pixels stays.
 */
public record Grey() implements Preparation {

    private static final double RED = 0.299;
    private static final double GREEN = 0.587;
    private static final double BLUE = 0.114;

    @Override
    public Parts apply(Parts parts, Seeds seeds) {
        return Images.change(parts, "grey", Grey::size, Grey::write);
    }

    private static Images size(Images before) {
        if (before.channels() != 3) {
            throw new IllegalArgumentException("grey needs images of 3 channels, these have " + before.channels());
        }
        return new Images(1, before.height(), before.width());
    }

    private static void write(Images before, float[] from, float[] into, int at) {
        int pixels = before.height() * before.width();
        for (int i = 0; i < pixels; i++) {
            into[at + i] = (float) (RED * from[i] + GREEN * from[pixels + i] + BLUE * from[2 * pixels + i]);
        }
    }
}
