package dev.rote.estimates;

import dev.rote.tensor.Seeds;
import java.util.Arrays;

/**
 * Two kinds of examples, told apart by their loss: {@code p(l) = (1 - r) f_low(l) + r f_high(l)}, fitted by expectation
 * maximisation; r, the weight of the component with the higher mean, estimates the share of wrong labels.
 *
 * <p>l: losses [n], brought to [0, 1] between their smallest and largest; f: normal densities with 5e-4 added to the variances (Li et al.
 * 2020), or beta densities (Arazo et al. 2019, equations 3 to 8) on losses held to [1e-4, 1 - 1e-4], whose shapes come from the
 * weighted mean m and variance v: {@code a = m c, b = (1 - m) c, c = m (1 - m) / v - 1}. For beta densities the range is from the 5th to
 * the 95th percentile, and what lies outside is left out of the fit, as in the authors' code; without that a few large losses rule it. Beyond the two means
 * the probability is that at the mean: our deviation, because a beta density may have poles at both ends.
 *
 * <p>Deterministic: starts from the halves of the range, with half a pseudo-example in
 * each component, and ends when no responsibility moves by 1e-6, at the latest after 100 rounds. The papers' code stops after 10,
 * where the fit still depends on the start.
 *
 * @param shape of the densities
 * @param rate r, in [0, 1]
 * @param lowMean mean of the low component, in [0, 1]
 * @param highMean mean of the high component, in [0, 1], at least lowMean
 * @param high probability that each example is of the high component, [n]
 */
public record LossMixture(Shape shape, double rate, double lowMean, double highMean, double[] high) {

    /** Kinds of densities. */
    public enum Shape {
        /** Normal. */
        GAUSSIAN,
        /** Beta, which can lean to either end of the range. */
        BETA
    }

    private static final int ROUNDS = 100;
    private static final double OUTLIERS = 0.05;
    private static final double SETTLED = 1e-6;
    private static final double EDGE = 1e-4;
    private static final double LEAST_VARIANCE = 5e-4;

    /**
     * The fit.
     *
     * @param losses l [n], finite
     * @throws IllegalArgumentException when there are no losses or one is not finite
     */
    public static LossMixture fit(double[] losses, Shape shape) {
        double[] sorted = Arrays.stream(losses).sorted().toArray();
        if (losses.length == 0 || !Double.isFinite(Arrays.stream(losses).sum())) {
            throw new IllegalArgumentException("losses must be finite and at least one, were " + losses.length
                    + " with sum " + Arrays.stream(losses).sum());
        }
        double cut = shape == Shape.BETA ? OUTLIERS : 0;
        double low = sorted[(int) Math.floor(cut * (sorted.length - 1))];
        double high = sorted[(int) Math.ceil((1 - cut) * (sorted.length - 1))];
        double width = Math.max(high - low, Double.MIN_NORMAL);
        double[] x = Arrays.stream(losses)
                .filter(l -> l >= low && l <= high)
                .map(l -> (l - low) / width)
                .toArray();
        Component[] parts = settled(x, shape);
        double[] each = Arrays.stream(losses)
                .map(l -> high(parts, Math.max(0, Math.min(1, (l - low) / width))))
                .toArray();
        double rate = Arrays.stream(each).average().orElseThrow();
        return new LossMixture(shape, rate, parts[0].mean(), parts[1].mean(), each);
    }

    private static Component[] settled(double[] x, Shape shape) {
        double[] high = Arrays.stream(x).map(l -> l > 0.5 ? 1 : 0).toArray();
        Component[] parts = parts(x, high, shape);
        double moved = 1;
        for (int round = 0; round < ROUNDS && moved > SETTLED; round++) {
            moved = 0;
            for (int i = 0; i < x.length; i++) {
                double next = high(parts, x[i]);
                moved = Math.max(moved, Math.abs(next - high[i]));
                high[i] = next;
            }
            parts = parts(x, high, shape);
        }
        // The components may change places on the way.
        return parts[1].mean() < parts[0].mean() ? new Component[] {parts[1], parts[0]} : parts;
    }

    private static double high(Component[] parts, double x) {
        double a = parts[0].mean();
        double b = parts[1].mean();
        // Beta densities may rise towards both ends: beyond the means an example is of the nearer component all the
        // same.
        double at = parts[0].shape() == Shape.BETA ? Math.max(Math.min(a, b), Math.min(Math.max(a, b), x)) : x;
        return 1 / (1 + StrictMath.exp(parts[0].logDensity(at) - parts[1].logDensity(at)));
    }

    /** A 95 % interval of the rate by the {@linkplain Bootstrap bootstrap} over examples. */
    public static Bootstrap.Interval interval(double[] losses, Shape shape, int samples, Seeds seeds) {
        return Bootstrap.interval(
                losses.length,
                samples,
                seeds,
                at -> fit(Arrays.stream(at).mapToDouble(i -> losses[i]).toArray(), shape)
                        .rate());
    }

    private static Component[] parts(double[] x, double[] high, Shape shape) {
        double[] low = Arrays.stream(high).map(h -> 1 - h).toArray();
        return new Component[] {Component.of(x, low, 0.25, shape), Component.of(x, high, 0.75, shape)};
    }

    /** One component: log of weight and constants, mean, and two numbers that the density needs. */
    private record Component(Shape shape, double mean, double constant, double a, double b) {

        /** Moments under weights; half an example at {@code centre} keeps an empty component where it started. */
        static Component of(double[] x, double[] weights, double centre, Shape shape) {
            double total = 0.5;
            double sum = 0.5 * centre;
            for (int i = 0; i < x.length; i++) {
                total += weights[i];
                sum += weights[i] * x[i];
            }
            double mean = Math.max(EDGE, Math.min(1 - EDGE, sum / total));
            double square = 0.5 * (centre - mean) * (centre - mean);
            for (int i = 0; i < x.length; i++) {
                square += weights[i] * (x[i] - mean) * (x[i] - mean);
            }
            double variance = square / total + LEAST_VARIANCE;
            double weight = StrictMath.log(total / (x.length + 1));
            if (shape == Shape.GAUSSIAN) {
                return new Component(shape, mean, weight - 0.5 * StrictMath.log(variance), mean, 0.5 / variance);
            }
            // A variance that no beta density has would make the shapes negative.
            double c = Math.max(mean * (1 - mean) / Math.max(square / total, 1e-6) - 1, 1e-2);
            double a = mean * c;
            double b = (1 - mean) * c;
            return new Component(shape, mean, weight + logGamma(c) - logGamma(a) - logGamma(b), a, b);
        }

        double logDensity(double x) {
            if (shape == Shape.GAUSSIAN) {
                return constant - b * (x - a) * (x - a);
            }
            double inside = Math.max(EDGE, Math.min(1 - EDGE, x));
            return constant + (a - 1) * StrictMath.log(inside) + (b - 1) * StrictMath.log(1 - inside);
        }
    }

    /** By Stirling's series (Abramowitz and Stegun 1964, 6.1.41) above 10, to which smaller arguments are raised; to 1e-12. */
    static double logGamma(double argument) {
        double z = argument;
        double product = 1;
        for (; z < 10; z++) {
            product *= z;
        }
        double r = 1 / (z * z);
        double series = (1.0 / 12 - r * (1.0 / 360 - r * (1.0 / 1260 - r * (1.0 / 1680 - r / 1188)))) / z;
        return (z - 0.5) * StrictMath.log(z) - z + 0.5 * StrictMath.log(2 * Math.PI) + series - StrictMath.log(product);
    }
}
