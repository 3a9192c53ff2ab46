package dev.rote.audit.features;

/** Columns made comparable: {@code (x - mean) / deviation}, cut off at ±10 so that one wild value does not rule all distances. */
final class Standardised {

    private static final float FARTHEST = 10;

    private Standardised() {}

    /** Each column by its mean and deviation over all rows, in which nothing is missing; a constant column becomes zeros. */
    static Dense of(Dense rows) {
        int columns = rows.columns();
        int count = rows.rows();
        double[] mean = new double[columns];
        double[] squares = new double[columns];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < columns; j++) {
                double delta = rows.at(i, j) - mean[j];
                mean[j] += delta / (i + 1);
                squares[j] += delta * (rows.at(i, j) - mean[j]);
            }
        }
        float[] values = new float[rows.values().length];
        for (int i = 0, at = 0; i < count; i++) {
            for (int j = 0; j < columns; j++, at++) {
                values[at] = value(rows.values()[at], mean[j], Math.sqrt(squares[j] / count));
            }
        }
        return new Dense(values, columns);
    }

    /** One number. */
    static float value(double x, double mean, double deviation) {
        if (!(deviation > 1e-12 * Math.abs(mean))) {
            return 0;
        }
        return (float) Math.max(-FARTHEST, Math.min(FARTHEST, (x - mean) / deviation));
    }
}
