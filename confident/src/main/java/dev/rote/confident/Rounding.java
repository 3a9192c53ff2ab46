package dev.rote.confident;

/** Rows of numbers rounded to whole numbers whose sum is the rounded sum of the row. */
final class Rounding {

    private Rounding() {}

    /**
     * Rounds half to even; then units missing go to the largest {@code value - rounded} first, of equal ones from the higher index
     * down, and units too many are taken from the smallest, of equal ones from the lower index up.
     */
    static long[] row(double[] values) {
        long[] whole = new long[values.length];
        double sum = 0;
        long total = 0;
        for (int j = 0; j < whole.length; j++) {
            whole[j] = (long) Math.rint(values[j]);
            sum += values[j];
            total += whole[j];
        }
        long wanted = (long) Math.rint(sum);
        while (total != wanted) {
            int unit = total < wanted ? 1 : -1;
            double[] difference = new double[whole.length];
            for (int j = 0; j < whole.length; j++) {
                difference[j] = values[j] - whole[j];
            }
            int[] order = Ranking.ascending(difference);
            for (int i = 0; i < order.length && total != wanted; i++) {
                whole[order[unit > 0 ? order.length - 1 - i : i]] += unit;
                total += unit;
            }
        }
        return whole;
    }

    /** Each row for itself. */
    static long[][] rows(double[][] values) {
        long[][] whole = new long[values.length][];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = row(values[i]);
        }
        return whole;
    }
}
