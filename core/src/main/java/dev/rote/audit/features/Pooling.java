package dev.rote.audit.features;

/**
 * Makes pictures small: [C, H, W] becomes [C, h, w] with sides of {@value #LARGEST} at most. Each new pixel is the mean of the area that it
 * covers, parts of pixels counted by their share; smaller pictures stay as they are.
 */
final class Pooling {

    private static final int LARGEST = 14;

    private final int channels;
    private final int height;
    private final int width;
    private final double[][] down; // [h][H], rows of sum 1
    private final double[][] across; // [w][W]

    Pooling(int channels, int height, int width) {
        this.channels = channels;
        this.height = height;
        this.width = width;
        this.down = shares(height);
        this.across = shares(width);
    }

    private static double[][] shares(int side) {
        int few = Math.min(LARGEST, side);
        double[][] shares = new double[few][side];
        double step = (double) side / few;
        for (int i = 0; i < few; i++) {
            for (int j = (int) (i * step); j < side && j < (i + 1) * step; j++) {
                double covered = Math.min(j + 1, (i + 1) * step) - Math.max(j, i * step);
                shares[i][j] = Math.max(0, covered) / step;
            }
        }
        return shares;
    }

    /** C h w. */
    int columns() {
        return channels * down.length * across.length;
    }

    /** Writes the small picture. */
    void apply(float[] picture, float[] into, int at) {
        int place = at;
        double[] line = new double[width];
        for (int c = 0; c < channels; c++) {
            for (double[] rows : down) {
                for (int x = 0; x < width; x++) {
                    line[x] = 0;
                    for (int y = 0; y < height; y++) {
                        line[x] += rows[y] == 0 ? 0 : rows[y] * picture[(c * height + y) * width + x];
                    }
                }
                for (double[] columns : across) {
                    double sum = 0;
                    for (int x = 0; x < width; x++) {
                        sum += columns[x] * line[x];
                    }
                    into[place++] = (float) sum;
                }
            }
        }
    }
}
