package dev.rote.confident;

import java.util.Arrays;

/**
 * The third pass over the examples: those that a {@link Filter} may flag, no more of each class or pair than it can flag in the end.
 *
 * <p>Filled part by part and {@linkplain #combine combined}; then {@link #cuts} say of each example whether it is flagged. The filters
 * that judge every example alone keep nothing here. Not for several threads at once.
 */
public final class Candidates {

    private final Filter filter;
    private final double[] thresholds;
    private final Shortlist[] cells;

    /**
     * Nothing seen yet.
     *
     * @param joint of all examples: {@link ConfidentCounts#joint}
     */
    public Candidates(ConfidentJoint joint, Options options) {
        filter = options.filter();
        thresholds = joint.thresholds();
        int k = thresholds.length;
        cells = new Shortlist[k * k];
        Arrays.setAll(cells, cell -> new Shortlist(0));
        if (filter.overall()) {
            cells[0] = new Shortlist(joint.offDiagonal());
            return;
        }
        long[] labelCounts = joint.labelCounts();
        long[][] prune = PruneCounts.of(joint.calibrated(), options);
        for (int given = 0; given < k; given++) {
            if (labelCounts[given] <= options.minExamplesPerClass()) {
                continue;
            }
            for (int other = 0; other < k; other++) {
                long count = other == given ? labelCounts[given] - prune[given][given] : prune[other][given];
                boolean asked = other == given ? filter.byClass() : filter.byPair();
                cells[given * k + other] = new Shortlist(asked ? Math.max(0, count) : 0);
            }
        }
    }

    /**
     * Sees an example.
     *
     * @param id tells it from all others; among equal values the lower id is flagged first
     * @param label given class, in [0, K)
     * @param probs p [K]
     * @throws IllegalArgumentException when they are not as {@link Probabilities} wants them
     */
    public void add(long id, int label, double[] probs) {
        Probabilities.check(label, probs, thresholds.length);
        addChecked(id, label, probs);
    }

    void addChecked(long id, int label, double[] probs) {
        int row = label * thresholds.length;
        if (filter.byClass()) {
            cells[row + label].offer(probs[label], id);
        }
        if (filter.byPair()) {
            for (int j = 0; j < probs.length; j++) {
                if (j != label) {
                    cells[row + j].offer(probs[label] - probs[j], id);
                }
            }
        }
        if (filter.overall()) {
            cells[0].offer(Cuts.score(filter, label, probs, thresholds), id);
        }
    }

    /**
     * Sees all that another has seen.
     *
     * @return this
     * @throws IllegalArgumentException when the other was made for another joint or options
     */
    public Candidates combine(Candidates other) {
        boolean fits = filter == other.filter && Arrays.equals(thresholds, other.thresholds);
        for (int cell = 0; fits && cell < cells.length; cell++) {
            fits = cells[cell].capacity() == other.cells[cell].capacity();
        }
        if (!fits) {
            throw new IllegalArgumentException("candidates of every part must be made with the same joint and options");
        }
        for (int cell = 0; cell < cells.length; cell++) {
            for (int i = 0; i < other.cells[cell].size(); i++) {
                cells[cell].offer(other.cells[cell].value(i), other.cells[cell].id(i));
            }
        }
        return this;
    }

    /** What an example must be like to be flagged, once all were seen. */
    public Cuts cuts() {
        double[] values = Arrays.stream(cells).mapToDouble(Shortlist::lastValue).toArray();
        long[] ids = Arrays.stream(cells).mapToLong(Shortlist::lastId).toArray();
        return new Cuts(filter, thresholds, values, ids);
    }

    /** What was seen, for {@link #of}. */
    public byte[] toBytes() {
        int all = Arrays.stream(cells).mapToInt(Shortlist::size).reduce(0, Math::addExact);
        long[] values = new long[Math.addExact(Math.multiplyExact(2, all), cells.length)];
        int at = 0;
        for (Shortlist cell : cells) {
            values[at++] = cell.size();
            for (int i = 0; i < cell.size(); i++) {
                values[at++] = Double.doubleToLongBits(cell.value(i));
                values[at++] = cell.id(i);
            }
        }
        return State.write(getClass(), values);
    }

    /**
     * What {@link #toBytes} wrote.
     *
     * @param joint as when it was written
     * @param options as when it was written
     * @throws IllegalArgumentException when it did not
     */
    public static Candidates of(ConfidentJoint joint, Options options, byte[] bytes) {
        Candidates read = new Candidates(joint, options);
        long[] values = State.read(Candidates.class, bytes, read.cells.length);
        int at = 0;
        for (Shortlist cell : read.cells) {
            long count = at < values.length ? values[at++] : -1;
            if (count < 0 || count > cell.capacity() || count > (values.length - at) / 2) {
                throw State.no(Candidates.class, bytes);
            }
            for (int i = 0; i < count; i++) {
                cell.offer(Double.longBitsToDouble(values[at++]), values[at++]);
            }
        }
        if (at != values.length) {
            throw State.no(Candidates.class, bytes);
        }
        return read;
    }
}
