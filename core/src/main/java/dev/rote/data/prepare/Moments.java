package dev.rote.data.prepare;

/**
 * Means and sums of squared deviations of many numbers, in one pass (Welford 1962; merged as in Chan, Golub and LeVeque 1983).
 * Exact on constants: their squared deviations are 0, without rounding.
 */
final class Moments {

    private final double[] mean; // [D]
    private final double[] squares; // [D], sums of squared deviations from the mean
    private long count;

    Moments(int width) {
        this.mean = new double[width];
        this.squares = new double[width];
    }

    /** Takes in one row, [D]. */
    void add(float[] row) {
        count++;
        for (int j = 0; j < mean.length; j++) {
            double delta = row[j] - mean[j];
            mean[j] += delta / count;
            squares[j] += delta * (row[j] - mean[j]);
        }
    }

    /** Means of each run of {@code length} numbers, one per run. */
    double[] means(int length) {
        return merged(length)[0];
    }

    /** Standard deviations, dividing by the count, of each run of {@code length} numbers; 1 for a constant. */
    double[] deviations(int length) {
        double[] all = merged(length)[1];
        for (int g = 0; g < all.length; g++) {
            all[g] = all[g] == 0 ? 1 : Math.sqrt(all[g] / ((double) count * length));
        }
        return all;
    }

    private double[][] merged(int length) {
        double[][] groups = new double[2][mean.length / length];
        for (int j = 0; j < mean.length; j++) {
            int g = j / length;
            int before = j % length; // numbers of the run that are merged already
            double delta = mean[j] - groups[0][g];
            groups[0][g] += delta / (before + 1);
            groups[1][g] += squares[j] + delta * delta * count * before / (before + 1);
        }
        return groups;
    }
}
