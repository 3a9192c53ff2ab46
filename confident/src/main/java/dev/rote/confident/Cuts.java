package dev.rote.confident;

import java.util.Arrays;

/** Says of each example alone whether a {@link Filter} flags it, after {@link Candidates} has seen all. Immutable. */
public final class Cuts {

    private final Filter filter;
    private final double[] thresholds;
    private final double[] values;
    private final long[] ids;

    Cuts(Filter filter, double[] thresholds, double[] values, long[] ids) {
        this.filter = filter;
        this.thresholds = thresholds;
        this.values = values;
        this.ids = ids;
    }

    static double score(Filter filter, int label, double[] probs, double[] thresholds) {
        Quality quality = filter == Filter.LOW_SELF_CONFIDENCE ? Quality.SELF_CONFIDENCE : Quality.NORMALIZED_MARGIN;
        return quality.of(label, probs, thresholds);
    }

    /**
     * Whether the label is called wrong. All filters but the two of lowest scores spare a label whose probability is within 1e-6 of the largest.
     *
     * @param id as given to {@link Candidates#add}
     * @param label given class, in [0, K)
     * @param probs p [K]
     * @throws IllegalArgumentException when they are not as {@link Probabilities} wants them
     */
    public boolean flags(long id, int label, double[] probs) {
        Probabilities.check(label, probs, thresholds.length);
        return flagsChecked(id, label, probs);
    }

    boolean flagsChecked(long id, int label, double[] probs) {
        if (filter.overall()) {
            return reaches(0, score(filter, label, probs, thresholds), id);
        }
        return !Row.agrees(label, probs)
                && switch (filter) {
                    case CONFIDENT_LEARNING -> Row.confidentlyOther(label, probs, thresholds);
                    case PREDICTED_NEQ_GIVEN -> true; // it is exactly what does not agree
                    default ->
                        (!filter.byClass() || worstOfClass(id, label, probs))
                                && (!filter.byPair() || worstOfPair(id, label, probs));
                };
    }

    private boolean worstOfClass(long id, int label, double[] probs) {
        return reaches(label * thresholds.length + label, probs[label], id);
    }

    private boolean worstOfPair(long id, int label, double[] probs) {
        for (int j = 0; j < probs.length; j++) {
            if (j != label && reaches(label * thresholds.length + j, probs[label] - probs[j], id)) {
                return true;
            }
        }
        return false;
    }

    private boolean reaches(int cell, double value, long id) {
        return value < values[cell] || value == values[cell] && id <= ids[cell];
    }

    /** All of it, for {@link #of}. */
    public byte[] toBytes() {
        int k = thresholds.length;
        long[] all = new long[1 + k + 2 * k * k];
        all[0] = filter.ordinal();
        for (int j = 0; j < k; j++) {
            all[1 + j] = Double.doubleToLongBits(thresholds[j]);
        }
        for (int cell = 0; cell < k * k; cell++) {
            all[1 + k + 2 * cell] = Double.doubleToLongBits(values[cell]);
            all[2 + k + 2 * cell] = ids[cell];
        }
        return State.write(getClass(), all);
    }

    /**
     * What {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException when it did not
     */
    public static Cuts of(byte[] bytes) {
        long[] all = State.read(Cuts.class, bytes, 11);
        int k = (int) Math.sqrt(all.length / 2.0);
        Filter[] filters = Filter.values();
        if (1 + k + 2 * k * k != all.length || all[0] < 0 || all[0] >= filters.length) {
            throw State.no(Cuts.class, bytes);
        }
        double[] thresholds = new double[k];
        double[] values = new double[k * k];
        long[] ids = new long[k * k];
        Arrays.setAll(thresholds, j -> Double.longBitsToDouble(all[1 + j]));
        Arrays.setAll(values, cell -> Double.longBitsToDouble(all[1 + k + 2 * cell]));
        Arrays.setAll(ids, cell -> all[2 + k + 2 * cell]);
        return new Cuts(filters[(int) all[0]], thresholds, values, ids);
    }
}
