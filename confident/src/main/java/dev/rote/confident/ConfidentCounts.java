package dev.rote.confident;

import java.util.Arrays;

/**
 * The second pass over the examples: how many with label i are confidently of class j.
 *
 * <p>An example is confidently of class j when {@code p_j >= t_j - 1e-6}; where that holds of several classes, of the most probable of
 * all K, and where it holds of none, of no class and not counted. Filled part by part and {@linkplain #combine combined}. Not for several threads at once.
 */
public final class ConfidentCounts {

    private final double[] thresholds;
    private final long[] labels;
    private final long[] cells;
    private long issues;

    /**
     * Nothing counted yet.
     *
     * @param thresholds t [K], of all examples: {@link ClassConfidence#thresholds}
     */
    public ConfidentCounts(double[] thresholds) {
        int k = Probabilities.classes(thresholds.length);
        for (double threshold : thresholds) {
            if (!(threshold > 0 && threshold <= 2)) {
                throw new IllegalArgumentException("thresholds must be in (0, 2], were " + Arrays.toString(thresholds));
            }
        }
        this.thresholds = thresholds.clone();
        labels = new long[k];
        cells = new long[k * k];
    }

    /**
     * Counts an example.
     *
     * @param label given class, in [0, K)
     * @param probs p [K]
     * @throws IllegalArgumentException when they are not as {@link Probabilities} wants them
     */
    public void add(int label, double[] probs) {
        Probabilities.check(label, probs, thresholds.length);
        addChecked(label, probs);
    }

    void addChecked(int label, double[] probs) {
        labels[label]++;
        int confident = Row.confidentClass(probs, thresholds);
        if (confident >= 0) {
            cells[label * thresholds.length + confident]++;
            issues += confident != label && !Row.agrees(label, probs) ? 1 : 0;
        }
    }

    /**
     * Counts all that another has counted.
     *
     * @return this
     * @throws IllegalArgumentException when the other was counted with other thresholds: then the sum would mean nothing
     */
    public ConfidentCounts combine(ConfidentCounts other) {
        if (!Arrays.equals(thresholds, other.thresholds)) {
            throw new IllegalArgumentException("thresholds are " + Arrays.toString(thresholds) + " here and "
                    + Arrays.toString(other.thresholds) + " there, must be those of all examples for every part");
        }
        for (int j = 0; j < labels.length; j++) {
            labels[j] += other.labels[j];
        }
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] += other.cells[cell];
        }
        issues += other.issues;
        return this;
    }

    /**
     * The confident joint of all that was counted.
     *
     * @throws IllegalArgumentException when nothing was
     */
    public ConfidentJoint joint() {
        int k = labels.length;
        long[][] raw = new long[k][];
        for (int i = 0; i < k; i++) {
            raw[i] = Arrays.copyOfRange(cells, i * k, (i + 1) * k);
            raw[i][i] = Math.max(1, raw[i][i]);
        }
        return new ConfidentJoint(thresholds, labels, raw, issues);
    }

    /** What was counted, for {@link #of}. */
    public byte[] toBytes() {
        int k = labels.length;
        long[] values = new long[1 + 2 * k + k * k];
        values[0] = issues;
        for (int j = 0; j < k; j++) {
            values[1 + j] = Double.doubleToLongBits(thresholds[j]);
            values[1 + k + j] = labels[j];
        }
        System.arraycopy(cells, 0, values, 1 + 2 * k, k * k);
        return State.write(getClass(), values);
    }

    /**
     * What {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException when it did not
     */
    public static ConfidentCounts of(byte[] bytes) {
        long[] values = State.read(ConfidentCounts.class, bytes, 9);
        int k = (int) Math.sqrt(values.length) - 1; // 1 + 2 k + k k = (k + 1)^2
        if ((k + 1) * (k + 1) != values.length) {
            throw State.no(ConfidentCounts.class, bytes);
        }
        double[] thresholds = new double[k];
        Arrays.setAll(thresholds, j -> Double.longBitsToDouble(values[1 + j]));
        ConfidentCounts read = new ConfidentCounts(thresholds);
        read.issues = values[0];
        System.arraycopy(values, 1 + k, read.labels, 0, k);
        System.arraycopy(values, 1 + 2 * k, read.cells, 0, k * k);
        return read;
    }
}
