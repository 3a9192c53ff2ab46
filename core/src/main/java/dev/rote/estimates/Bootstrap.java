package dev.rote.estimates;

import dev.rote.tensor.Seeds;
import java.util.Arrays;
import java.util.stream.IntStream;

/** The percentile bootstrap (Efron and Tibshirani 1993, chapter 13): how an estimate moves when the examples are drawn anew. */
public final class Bootstrap {

    private Bootstrap() {}

    /** What is estimated from the examples at these positions, with repetitions. */
    @FunctionalInterface
    public interface Estimate {
        /** The estimate on a sample of positions. */
        double of(int[] positions);
    }

    /**
     * Where an estimate lies.
     *
     * @param low 2.5th percentile of the estimates on the samples
     * @param high 97.5th percentile
     */
    public record Interval(double low, double high) {}

    /**
     * A 95 % interval: the estimate is taken on samples of n of the n positions, drawn with replacement, and the percentiles are the
     * order statistics nearest to 2.5 % and 97.5 %.
     *
     * @param n how many examples, at least 1
     * @param samples how many samples, at least 2
     * @param seeds where sample i is drawn from, under key i
     * @throws IllegalArgumentException when n or samples is too small
     */
    public static Interval interval(int n, int samples, Seeds seeds, Estimate estimate) {
        if (n < 1 || samples < 2) {
            throw new IllegalArgumentException("needs at least 1 example and 2 samples, was " + n + " and " + samples);
        }
        double[] values = new double[samples];
        for (int i = 0; i < samples; i++) {
            Seeds draw = seeds.of(i);
            values[i] = estimate.of(
                    IntStream.range(0, n).map(at -> draw.below(n, at)).toArray());
        }
        Arrays.sort(values);
        return new Interval(values[rank(0.025, samples)], values[rank(0.975, samples)]);
    }

    private static int rank(double share, int samples) {
        return (int) Math.round(share * (samples - 1));
    }
}
