package dev.rote.audit.features;

import dev.rote.tensor.Seeds;

/**
 * Pictures that are nearly the same: correlation of their small versions at least {@value #CORRELATION}.
 *
 * <p>Compared are pictures on the same sides of 16 random planes, in one of {@value #TABLES} draws of planes: a pair at the threshold
 * shares one with probability of about 0.99. Source: Charikar 2002, "Similarity estimation techniques from rounding algorithms".
 */
final class NearPictures {

    private static final double CORRELATION = 0.995;
    private static final int TABLES = 6;
    private static final int PLANES = 16;

    private NearPictures() {}

    /**
     * Joins what is nearly the same.
     *
     * @param small pixels of small versions
     * @param scaled the same, standardised, so that planes cut the set in halves
     */
    static void join(Clusters into, Dense small, Dense scaled) {
        float[] unit = unit(small);
        int columns = small.columns();
        for (int table = 0; table < TABLES; table++) {
            Seeds seeds = new Seeds(0).of("near pictures").of(table);
            double[] planes = seeds.gaussians(columns * PLANES, 1);
            double[] sides = new double[PLANES];
            long[] keys = new long[small.rows()];
            for (int row = 0; row < keys.length; row++) {
                Products.times(scaled, row, planes, sides);
                long key = 1; // 0 would say: leave it alone
                for (double side : sides) {
                    key = 2 * key + (side > 0 ? 1 : 0);
                }
                keys[row] = key;
            }
            Duplicates.near(into, keys, (a, b) -> dot(unit, a * columns, b * columns, columns) >= CORRELATION);
        }
    }

    /** Rows less their mean, of norm 1; a row of one colour becomes zeros and is like no other. */
    private static float[] unit(Dense rows) {
        float[] unit = rows.values().clone();
        int columns = rows.columns();
        for (int from = 0; from < unit.length; from += columns) {
            double sum = 0;
            for (int j = 0; j < columns; j++) {
                sum += unit[from + j];
            }
            double squares = 0;
            for (int j = 0; j < columns; j++) {
                unit[from + j] -= (float) (sum / columns);
                squares += unit[from + j] * unit[from + j];
            }
            double factor = squares > 1e-6 ? 1 / Math.sqrt(squares) : 0;
            for (int j = 0; j < columns; j++) {
                unit[from + j] *= (float) factor;
            }
        }
        return unit;
    }

    private static double dot(float[] values, int a, int b, int columns) {
        double sum = 0;
        for (int j = 0; j < columns; j++) {
            sum += values[a + j] * values[b + j];
        }
        return sum;
    }
}
