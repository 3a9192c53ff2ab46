package dev.rote.data.files;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;

/** Takes the channels out of a decoded picture; what is transparent keeps the colour that it has. */
final class Pixels {

    /** Share of red, green and blue in grey. Source: ITU-R BT.601, as in Pillow's mode L. */
    private static final double[] LUMA = {0.299, 0.587, 0.114};

    private static final float[] SHARES = ArrayRows.quotients(255);

    private Pixels() {}

    /**
     * The channels, each row by row, from 0 to 1.
     *
     * @param channels 3 for red, green, blue; 1 for grey
     */
    static float[][] of(BufferedImage image, int channels) {
        ColorModel model = image.getColorModel();
        if (model.getColorSpace().getType() == ColorSpace.TYPE_GRAY) {
            // Taken as stored: getRGB() would take the numbers for linear light and brighten them.
            float[] grey = grey(image, model.getComponentSize(0));
            return channels == 1 ? new float[][] {grey} : new float[][] {grey, grey, grey};
        }
        return colours(image, channels);
    }

    private static float[] grey(BufferedImage image, int bits) {
        int width = image.getWidth();
        float[] plane = new float[width * image.getHeight()];
        double most = (1 << bits) - 1;
        int[] line = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRaster().getSamples(0, y, width, 1, 0, line);
            for (int x = 0; x < width; x++) {
                plane[y * width + x] = (float) (line[x] / most);
            }
        }
        return plane;
    }

    private static float[][] colours(BufferedImage image, int channels) {
        int width = image.getWidth();
        float[][] planes = new float[channels][width * image.getHeight()];
        int[] line = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, line, 0, width);
            for (int x = 0; x < width; x++) {
                int red = line[x] >> 16 & 0xFF;
                int green = line[x] >> 8 & 0xFF;
                int blue = line[x] & 0xFF;
                int at = y * width + x;
                if (channels == 1) {
                    planes[0][at] = (float) ((LUMA[0] * red + LUMA[1] * green + LUMA[2] * blue) / 255);
                } else {
                    planes[0][at] = SHARES[red];
                    planes[1][at] = SHARES[green];
                    planes[2][at] = SHARES[blue];
                }
            }
        }
        return planes;
    }
}
