package dev.rote.confident;

/** How many examples the prune filters take from each cell of the calibrated joint. */
final class PruneCounts {

    private PruneCounts() {}

    /**
     * [true, given]: the transposed calibrated joint, its diagonal raised to the least number of examples at the cost of the cells of
     * the same given label, {@code fracNoise} of what is off the diagonal taken, the rest put on it.
     */
    static long[][] of(long[][] calibrated, Options options) {
        int k = calibrated.length;
        double[][] counts = new double[k][k];
        for (int given = 0; given < k; given++) {
            long[] row = calibrated[given];
            int filled = 0;
            for (long count : row) {
                filled += count == 0 ? 0 : 1;
            }
            long kept = Math.max(row[given], options.minExamplesPerClass());
            double less = (double) (kept - row[given]) / Math.max(1, filled - 1);
            double rest = 0;
            for (int other = 0; other < k; other++) {
                if (other != given) {
                    double noise = Math.max(0, row[other] - less);
                    counts[other][given] = noise * options.fracNoise();
                    rest += noise - counts[other][given];
                }
            }
            counts[given][given] = kept + rest;
        }
        for (double[] row : counts) {
            for (int j = 0; j < k; j++) {
                row[j] = (long) row[j];
            }
        }
        return Rounding.rows(counts);
    }
}
