package dev.rote.audit.features;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Pictures as bytes of a PNG file, for a report. */
final class Png {

    private static final int LONGEST = 160;

    private Png() {}

    /** Numbers from 0 to 1 in the shape [1 or 3, H, W]; what lies outside is cut off. */
    static byte[] of(float[] pixels, int channels, int height, int width) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int plane = height * width;
        for (int i = 0; i < plane; i++) {
            int red = brightness(pixels[i]);
            int green = channels == 3 ? brightness(pixels[plane + i]) : red;
            int blue = channels == 3 ? brightness(pixels[2 * plane + i]) : red;
            image.setRGB(i % width, i / width, red << 16 | green << 8 | blue);
        }
        return bytes(image);
    }

    private static int brightness(float share) {
        return Math.round(255 * Math.max(0, Math.min(1, share)));
    }

    /** A picture, made smaller when a side has more than 160 pixels. */
    static byte[] of(BufferedImage image) {
        double factor = Math.min(1, (double) LONGEST / Math.max(image.getWidth(), image.getHeight()));
        int width = (int) Math.max(1, Math.round(factor * image.getWidth()));
        int height = (int) Math.max(1, Math.round(factor * image.getHeight()));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return bytes(small);
    }

    private static byte[] bytes(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
