package dev.rote.confident;

import java.util.Arrays;

/** From counts to probabilities: what {@link ConfidentJoint} is made of. */
final class Latent {

    private static final double LEAST_PRIOR = 1e-6;
    private static final double MOST_NOISE = 0.9999;

    private Latent() {}

    static long sum(long[] values) {
        return Arrays.stream(values).sum();
    }

    static long[][] copy(long[][] values) {
        return Arrays.stream(values).map(long[]::clone).toArray(long[][]::new);
    }

    static double[][] copy(double[][] values) {
        return Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
    }

    /**
     * Rows scaled to the label counts, rounded. Their sum is then n without rounding errors, so the second scaling of the matrix to n
     * changes nothing but last digits; it stays because where a half is to be rounded those decide.
     */
    static long[][] calibrated(long[][] raw, long[] labelCounts) {
        int k = raw.length;
        double size = sum(labelCounts);
        double[][] scaled = new double[k][k];
        for (int i = 0; i < k; i++) {
            double row = sum(raw[i]);
            for (int j = 0; j < k; j++) {
                scaled[i][j] = raw[i][j] / row * labelCounts[i] / size * size;
            }
        }
        return Rounding.rows(scaled);
    }

    static double[][] shares(long[][] counts) {
        double total = Arrays.stream(counts).mapToLong(Latent::sum).sum();
        return Arrays.stream(counts)
                .map(row -> Arrays.stream(row).mapToDouble(c -> c / total).toArray())
                .toArray(double[][]::new);
    }

    /** Columns of the counts, or of their transpose, divided by their sums; no rate of error above 0.9999. */
    static double[][] givenTrue(long[][] counts, boolean transposed) {
        int k = counts.length;
        double[][] rates = new double[k][k];
        for (int j = 0; j < k; j++) {
            long all = 0;
            for (int i = 0; i < k; i++) {
                all += transposed ? counts[j][i] : counts[i][j];
            }
            double sum = 0;
            for (int i = 0; i < k; i++) {
                double rate = (double) (transposed ? counts[j][i] : counts[i][j]) / Math.max(all, 1);
                rates[i][j] = i == j ? rate : Math.min(rate, MOST_NOISE);
                sum += rates[i][j];
            }
            for (int i = 0; i < k && sum > 0; i++) {
                rates[i][j] /= sum;
            }
        }
        return rates;
    }

    static double[] truePriors(long[][] counts, long[] labelCounts) {
        int k = counts.length;
        double size = sum(labelCounts);
        double[] priors = new double[k];
        for (int j = 0; j < k; j++) {
            long column = 0;
            for (long[] row : counts) {
                column += row[j];
            }
            priors[j] = Math.min(1, Math.max(LEAST_PRIOR, column / size));
        }
        double total = Arrays.stream(priors).sum();
        return Arrays.stream(priors).map(p -> p / total).toArray();
    }
}
