package dev.rote.audit.features;

/**
 * How a column of numbers is made comparable: logarithm or not, mean, deviation.
 *
 * <p>{@code ln(1 + x)} is taken when no value is negative, the skewness {@code mean((x - m)^3) / sd^3} is above 2, and the logarithm at least
 * halves it. A rule without labels: counts and amounts of money are told apart by ratios.
 *
 * @param log whether {@code ln(1 + x)} is taken first
 * @param mean of what is then there
 * @param deviation likewise
 * @param missing whether any value is missing
 */
record NumberScale(boolean log, double mean, double deviation, boolean missing) {

    private static final double SKEWED = 2;

    static NumberScale of(float[] values) {
        double least = Double.POSITIVE_INFINITY;
        boolean missing = false;
        for (float value : values) {
            missing |= Float.isNaN(value);
            least = Float.isNaN(value) ? least : Math.min(least, value);
        }
        double[] plain = moments(values, false);
        if (least >= 0 && plain[2] > SKEWED) {
            double[] logs = moments(values, true);
            if (Math.abs(logs[2]) <= plain[2] / 2) {
                return new NumberScale(true, logs[0], logs[1], missing);
            }
        }
        return new NumberScale(false, plain[0], plain[1], missing);
    }

    /** Mean, deviation, skewness. */
    private static double[] moments(float[] values, boolean log) {
        double sum = 0;
        long count = 0;
        for (float value : values) {
            if (!Float.isNaN(value)) {
                sum += log ? StrictMath.log1p(value) : value;
                count++;
            }
        }
        double mean = count == 0 ? 0 : sum / count;
        double squares = 0;
        double cubes = 0;
        for (float value : values) {
            if (!Float.isNaN(value)) {
                double delta = (log ? StrictMath.log1p(value) : value) - mean;
                squares += delta * delta;
                cubes += delta * delta * delta;
            }
        }
        double deviation = count == 0 ? 0 : Math.sqrt(squares / count);
        return new double[] {mean, deviation, deviation > 0 ? cubes / count / (deviation * deviation * deviation) : 0};
    }

    /** A value made comparable; the mean, 0, where it is missing. */
    float apply(float value) {
        return Float.isNaN(value) ? 0 : Standardised.value(log ? StrictMath.log1p(value) : value, mean, deviation);
    }
}
