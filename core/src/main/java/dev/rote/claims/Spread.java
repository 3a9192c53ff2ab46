package dev.rote.claims;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * Curves of several seeds over the same points, told as their mean and range.
 *
 * @param seeds one row per seed, all of one length
 */
public record Spread(double[][] seeds) {

    /** The mean over the seeds at each point. */
    public double[] mean() {
        return columns(column -> Arrays.stream(column).average().orElse(Double.NaN));
    }

    /** The smallest of the seeds at each point. */
    public double[] low() {
        return columns(column -> Arrays.stream(column).min().orElse(Double.NaN));
    }

    /** The largest of the seeds at each point. */
    public double[] high() {
        return columns(column -> Arrays.stream(column).max().orElse(Double.NaN));
    }

    /** Whether there is anything to draw. */
    public boolean isFinite() {
        return Arrays.stream(seeds).flatMapToDouble(Arrays::stream).anyMatch(Double::isFinite);
    }

    /** The curve of the mean; with a band when there are several seeds. */
    public Lines.Series series(String name, double[] x) {
        Lines.Series mean = Lines.Series.of(name, x, mean());
        return seeds.length == 1 ? mean : mean.spread(low(), high());
    }

    private double[] columns(ToDoubleFunction<double[]> summary) {
        double[] result = new double[seeds[0].length];
        for (int i = 0; i < result.length; i++) {
            int at = i;
            result[i] = summary.applyAsDouble(
                    Arrays.stream(seeds).mapToDouble(row -> row[at]).toArray());
        }
        return result;
    }

    /** What a caption says of it. */
    public static String caption(int seeds) {
        return seeds == 1 ? "One seed." : "Mean and range of " + seeds + " seeds.";
    }
}
