package dev.rote.confident;

/**
 * The first pass over the examples: how sure the model is of each class where the label says it, {@code t_j = mean of p_j over the
 * examples labelled j}.
 *
 * <p>Filled part by part and {@linkplain #combine combined}; the sums are of whole units of 2^-62, so the thresholds do not depend,
 * not by a bit, on the order of examples nor on how they were parted. At most 2^31 examples of a class. Not for several threads at once.
 */
public final class ClassConfidence {

    private static final int HALF = 31;
    private static final double LEAST = 2e-6;
    private static final double UNREACHABLE = 2;

    private final long[] counts;
    private final long[] high;
    private final long[] low;

    /**
     * Nothing seen yet.
     *
     * @param classes K, at least 2
     */
    public ClassConfidence(int classes) {
        counts = new long[Probabilities.classes(classes)];
        high = new long[classes];
        low = new long[classes];
    }

    /**
     * Sees an example.
     *
     * @param label given class, in [0, K)
     * @param probs p [K]
     * @throws IllegalArgumentException when they are not as {@link Probabilities} wants them
     */
    public void add(int label, double[] probs) {
        Probabilities.check(label, probs, counts.length);
        addChecked(label, probs);
    }

    void addChecked(int label, double[] probs) {
        long units = (long) (probs[label] * 0x1p62);
        counts[label]++;
        high[label] = Math.addExact(high[label], units >>> HALF);
        low[label] = Math.addExact(low[label], units & ((1L << HALF) - 1));
    }

    /**
     * Sees all that another has seen.
     *
     * @return this
     */
    public ClassConfidence combine(ClassConfidence other) {
        if (other.counts.length != counts.length) {
            throw new IllegalArgumentException("there are " + counts.length + " classes here and " + other.counts.length
                    + " there, must be the same");
        }
        for (int j = 0; j < counts.length; j++) {
            counts[j] += other.counts[j];
            high[j] = Math.addExact(high[j], other.high[j]);
            low[j] = Math.addExact(low[j], other.low[j]);
        }
        return this;
    }

    /** t [K]: at least 2e-6; 2, which no probability reaches, for a class that is the label of no example. */
    public double[] thresholds() {
        double[] thresholds = new double[counts.length];
        for (int j = 0; j < thresholds.length; j++) {
            double sum = high[j] * 0x1p-31 + low[j] * 0x1p-62;
            thresholds[j] = counts[j] == 0 ? UNREACHABLE : Math.max(LEAST, sum / counts[j]);
        }
        return thresholds;
    }

    /** What was seen, for {@link #of}. */
    public byte[] toBytes() {
        int k = counts.length;
        long[] values = new long[3 * k];
        System.arraycopy(counts, 0, values, 0, k);
        System.arraycopy(high, 0, values, k, k);
        System.arraycopy(low, 0, values, 2 * k, k);
        return State.write(getClass(), values);
    }

    /**
     * What {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException when it did not
     */
    public static ClassConfidence of(byte[] bytes) {
        long[] values = State.read(ClassConfidence.class, bytes, 6);
        if (values.length % 3 != 0) {
            throw State.no(ClassConfidence.class, bytes);
        }
        int k = values.length / 3;
        ClassConfidence read = new ClassConfidence(k);
        System.arraycopy(values, 0, read.counts, 0, k);
        System.arraycopy(values, k, read.high, 0, k);
        System.arraycopy(values, 2 * k, read.low, 0, k);
        return read;
    }
}
