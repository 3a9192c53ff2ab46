package dev.rote.data.files;

/**
 * Resizes a picture: every new pixel is a weighted mean of old ones, first along rows, then along columns.
 *
 * <p>With s = old size / new size, new pixel i has its centre at c = (i + 1/2) s, and old pixel j gets the weight
 * {@code max(0, 1 - |j + 1/2 - c| / max(s, 1))}, normalised to sum 1. Enlarging, that is bilinear interpolation between pixel
 * centres; shrinking, the triangle grows with s so that no old pixel is skipped. As in Pillow's {@code BILINEAR} and
 * PyTorch's {@code interpolate(mode="bilinear", antialias=True, align_corners=False)}.
 */
final class Resize {

    private Resize() {}

    /** What old pixels make a new one. */
    private record Window(int first, double[] weights) {}

    /**
     * Resizes one channel.
     *
     * @param from old pixels, row by row
     * @param fromWidth how many make a row
     * @param into receives height * width new pixels, beginning at {@code at}
     */
    static void bilinear(float[] from, int fromWidth, float[] into, int at, int height, int width) {
        int fromHeight = from.length / fromWidth;
        Window[] across = windows(fromWidth, width);
        Window[] down = windows(fromHeight, height);
        double[] narrowed = new double[fromHeight * width];
        for (int y = 0; y < fromHeight; y++) {
            for (int x = 0; x < width; x++) {
                double sum = 0;
                for (int k = 0; k < across[x].weights.length; k++) {
                    sum += across[x].weights[k] * from[y * fromWidth + across[x].first + k];
                }
                narrowed[y * width + x] = sum;
            }
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sum = 0;
                for (int k = 0; k < down[y].weights.length; k++) {
                    sum += down[y].weights[k] * narrowed[(down[y].first + k) * width + x];
                }
                into[at + y * width + x] = (float) sum;
            }
        }
    }

    private static Window[] windows(int old, int now) {
        Window[] windows = new Window[now];
        double scale = (double) old / now;
        double reach = Math.max(scale, 1);
        for (int i = 0; i < now; i++) {
            double centre = (i + 0.5) * scale;
            int first = Math.max(0, (int) Math.floor(centre - reach - 0.5) + 1);
            int last = Math.min(old - 1, (int) Math.ceil(centre + reach - 0.5) - 1);
            double[] weights = new double[last - first + 1];
            double sum = 0;
            for (int k = 0; k < weights.length; k++) {
                weights[k] = Math.max(0, 1 - Math.abs(first + k + 0.5 - centre) / reach);
                sum += weights[k];
            }
            for (int k = 0; k < weights.length; k++) {
                weights[k] /= sum;
            }
            windows[i] = new Window(first, weights);
        }
        return windows;
    }
}
