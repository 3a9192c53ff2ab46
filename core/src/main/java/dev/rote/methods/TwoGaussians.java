package dev.rote.methods;

import java.util.Arrays;

/**
 * A mixture of two normal distributions on the line, fitted by expectation maximisation.
 *
 * <p>Nothing is drawn: it starts from the two clusters that Lloyd's rule finds from the smallest and the largest value. Each round
 * takes for component c with responsibilities r_ic the mean, the variance plus {@link #FLOOR}, and the weight; it ends after
 * {@link #ROUNDS} rounds, or when the mean log-likelihood gains less than {@link #TOLERANCE}. The three numbers are those of the
 * DivideMix code.
 *
 * @param weights of the components, [2], sum to one
 * @param means [2]
 * @param variances [2]
 */
record TwoGaussians(double[] weights, double[] means, double[] variances) {

    static final int ROUNDS = 10;
    static final double TOLERANCE = 1e-2;
    static final double FLOOR = 5e-4;

    /**
     * The mixture of some values.
     *
     * @throws IllegalArgumentException when there are none, or one is not finite
     */
    static TwoGaussians fit(double[] values) {
        if (values.length == 0 || !Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("values must be finite and at least one; has the training diverged?");
        }
        double[] second = clusters(values);
        TwoGaussians fitted = maximised(values, second);
        double before = Double.NEGATIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            TwoGaussians present = fitted;
            double likelihood = Arrays.stream(values)
                    .map(x -> logSum(present.log(0, x), present.log(1, x)))
                    .average()
                    .orElseThrow();
            fitted = maximised(
                    values,
                    Arrays.stream(values).map(x -> present.posterior(1, x)).toArray());
            if (Math.abs(likelihood - before) < TOLERANCE) {
                break;
            }
            before = likelihood;
        }
        return fitted;
    }

    /** The probability that a value comes from the component with the smaller mean. */
    double lower(double x) {
        return posterior(means[0] <= means[1] ? 0 : 1, x);
    }

    private double posterior(int component, double x) {
        return StrictMath.exp(log(component, x) - logSum(log(0, x), log(1, x)));
    }

    /** Logarithm of weight times density. */
    private double log(int component, double x) {
        double apart = x - means[component];
        double variance = variances[component];
        return StrictMath.log(weights[component])
                - 0.5 * (StrictMath.log(2 * Math.PI * variance) + apart * apart / variance);
    }

    private static double logSum(double a, double b) {
        double most = Math.max(a, b);
        return most + StrictMath.log(StrictMath.exp(a - most) + StrictMath.exp(b - most));
    }

    /** 1 for the values nearer to the second of two centres, which begin at both ends, 0 for the others. */
    private static double[] clusters(double[] values) {
        double low = Arrays.stream(values).min().orElseThrow();
        double high = Arrays.stream(values).max().orElseThrow();
        double border = Double.NaN;
        while (border != (low + high) / 2) {
            double middle = (low + high) / 2;
            border = middle;
            low = Arrays.stream(values).filter(x -> x <= middle).average().orElse(low);
            high = Arrays.stream(values).filter(x -> x > middle).average().orElse(high);
        }
        double end = border;
        return Arrays.stream(values).map(x -> x > end ? 1 : 0).toArray();
    }

    private static TwoGaussians maximised(double[] values, double[] second) {
        double[][] fitted = new double[3][2];
        for (int c = 0; c < 2; c++) {
            double count = 1e-15; // an empty component has weight zero instead of no mean
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                count += share(second[i], c);
                sum += share(second[i], c) * values[i];
            }
            double mean = sum / count;
            double squares = 0;
            for (int i = 0; i < values.length; i++) {
                squares += share(second[i], c) * (values[i] - mean) * (values[i] - mean);
            }
            fitted[0][c] = count / values.length;
            fitted[1][c] = mean;
            fitted[2][c] = squares / count + FLOOR;
        }
        return new TwoGaussians(fitted[0], fitted[1], fitted[2]);
    }

    private static double share(double second, int component) {
        return component == 1 ? second : 1 - second;
    }
}
