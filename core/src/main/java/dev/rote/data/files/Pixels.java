package dev.rote.data.files;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;

/** Takes one channel out of a decoded picture; what is transparent keeps the colour that it has. */
final class Pixels {

    /** Share of red, green and blue in grey. Source: ITU-R BT.601, as in Pillow's mode L. */
    private static final double[] LUMA = {0.299, 0.587, 0.114};

    private Pixels() {}

    /**
     * One channel, row by row, from 0 to 1.
     *
     * @param channel 0, 1, 2 for red, green, blue; of a single channel, 0 is the brightness
     * @param channels 1 or 3
     */
    static float[] of(BufferedImage image, int channel, int channels) {
        ColorModel model = image.getColorModel();
        // Grey numbers are taken as they are stored: getRGB() would take them for linear light and brighten them.
        boolean grey = model.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
        return grey ? stored(image, model.getComponentSize(0)) : colour(image, channel, channels);
    }

    private static float[] stored(BufferedImage image, int bits) {
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

    private static float[] colour(BufferedImage image, int channel, int channels) {
        int width = image.getWidth();
        float[] plane = new float[width * image.getHeight()];
        int[] line = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, line, 0, width);
            for (int x = 0; x < width; x++) {
                int red = line[x] >> 16 & 0xFF;
                int green = line[x] >> 8 & 0xFF;
                int blue = line[x] & 0xFF;
                double value = channels == 1
                        ? LUMA[0] * red + LUMA[1] * green + LUMA[2] * blue
                        : channel == 0 ? red : channel == 1 ? green : blue;
                plane[y * width + x] = (float) (value / 255);
            }
        }
        return plane;
    }
}
