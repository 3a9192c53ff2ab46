package dev.rote.audit.learners;

import dev.rote.tensor.Seeds;
import java.util.Arrays;

/**
 * Grows one classification tree, to the end: Breiman et al. 1984, <i>Classification and Regression Trees</i>, with the Gini impurity, at each
 * node only over columns drawn at random (Breiman 2001, "Random forests").
 *
 * <p>The best cut is that of largest {@code sum_k L_k^2 / L + sum_k R_k^2 / R}, with L_k, R_k the weights of class k on both sides: the
 * impurity falls most. Columns are drawn until as many as wanted were looked at and one of them was not constant.
 */
final class TreeGrower {

    private static final int LABEL_BITS = 20;
    private static final int LABEL = (1 << LABEL_BITS) - 1;

    private final Bins bins;
    private final int classCount;
    private final int leastInLeaf;
    private final int perSplit;
    private final boolean randomCuts;
    private final Seeds seeds;
    private long draws;

    private final int[] rows;
    /** Of each row that grows the tree, its label and above it its weight. */
    private final int[] cards;

    private final int[] columnOrder;
    private final int[] spare;
    private final int[] sorted;
    private final int[] starts = new int[Bins.MOST];
    private final long[] occupied = new long[Bins.MOST / Long.SIZE];
    private final int[] left;
    private final int[] right;
    private final int[] total;

    private int bestColumn;
    private int bestCut;
    private double best;

    private int nodes = 1;
    private int[] features = new int[64];
    private int[] cuts = new int[64];
    private int[] nexts = new int[64];
    private int[] ends = new int[64];
    private int leafEntries;
    private int[] classes = new int[64];
    private float[] shares = new float[64];

    /**
     * A grower of one tree.
     *
     * @param weights how often each row was drawn, [N]
     * @param leastInLeaf rows
     * @param perSplit columns drawn for a split
     * @param randomCuts whether a column is cut at random, not where it is best
     */
    TreeGrower(
            Bins bins,
            int[] labels,
            int classes,
            int[] weights,
            int leastInLeaf,
            int perSplit,
            boolean randomCuts,
            Seeds seeds) {
        this.randomCuts = randomCuts;
        this.bins = bins;
        this.classCount = classes;
        this.leastInLeaf = leastInLeaf;
        this.perSplit = perSplit;
        this.seeds = seeds;
        int count = 0;
        for (int weight : weights) {
            count += weight > 0 ? 1 : 0;
        }
        rows = new int[count];
        cards = new int[count];
        int at = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                rows[at] = i;
                cards[at++] = labels[i] | weights[i] << LABEL_BITS;
            }
        }
        spare = new int[2 * count];
        sorted = new int[count];
        left = new int[classes];
        right = new int[classes];
        total = new int[classes];
        columnOrder = new int[bins.columns().length];
        for (int j = 0; j < columnOrder.length; j++) {
            columnOrder[j] = j;
        }
    }

    /** The tree. */
    Tree grow() {
        grow(0, 0, rows.length);
        return new Tree(
                Arrays.copyOf(features, nodes),
                Arrays.copyOf(cuts, nodes),
                Arrays.copyOf(nexts, nodes),
                Arrays.copyOf(ends, nodes),
                Arrays.copyOf(classes, leafEntries),
                Arrays.copyOf(shares, leafEntries));
    }

    /** Grows a node over the rows from a place to another; right subtrees one after another, for chains can be as long as there are rows. */
    private void grow(int root, int first, int to) {
        int node = root;
        int from = first;
        while (true) {
            if (to - from < 2 * leastInLeaf || !split(from, to)) {
                leaf(node, from, to);
                return;
            }
            int middle = partition(from, to);
            int child = nodes;
            nodes += 2;
            room();
            features[node] = bestColumn;
            cuts[node] = bestCut;
            nexts[node] = child;
            if (middle - from
                    <= to - middle) { // recursion into the smaller half is never deeper than the logarithm of the rows
                grow(child, from, middle);
                node = child + 1;
                from = middle;
            } else {
                grow(child + 1, middle, to);
                node = child;
                to = middle;
            }
        }
    }

    private void room() {
        if (nodes > features.length) {
            features = Arrays.copyOf(features, 2 * nodes);
            cuts = Arrays.copyOf(cuts, 2 * nodes);
            nexts = Arrays.copyOf(nexts, 2 * nodes);
            ends = Arrays.copyOf(ends, 2 * nodes);
        }
    }

    private void leaf(int node, int from, int to) {
        Arrays.fill(total, 0);
        double weight = 0;
        for (int i = from; i < to; i++) {
            total[cards[i] & LABEL] += cards[i] >>> LABEL_BITS;
            weight += cards[i] >>> LABEL_BITS;
        }
        features[node] = -1;
        nexts[node] = leafEntries;
        for (int k = 0; k < classCount; k++) {
            if (total[k] > 0) {
                if (leafEntries == classes.length) {
                    classes = Arrays.copyOf(classes, 2 * leafEntries);
                    shares = Arrays.copyOf(shares, 2 * leafEntries);
                }
                classes[leafEntries] = k;
                shares[leafEntries++] = (float) (total[k] / weight);
            }
        }
        ends[node] = leafEntries;
    }

    /** Finds the best cut of the drawn columns; false when there is none. */
    private boolean split(int from, int to) {
        Arrays.fill(total, 0);
        int weight = 0;
        for (int i = from; i < to; i++) {
            total[cards[i] & LABEL] += cards[i] >>> LABEL_BITS;
            weight += cards[i] >>> LABEL_BITS;
        }
        long squares = 0;
        for (int count : total) {
            squares += (long) count * count;
        }
        if (squares == (long) weight * weight) {
            return false; // of one class
        }
        best = -1;
        boolean varied = false;
        for (int drawn = 0; drawn < columnOrder.length && (drawn < perSplit || !varied); drawn++) {
            int other = drawn + seeds.below(columnOrder.length - drawn, draws++);
            int column = columnOrder[other];
            columnOrder[other] = columnOrder[drawn];
            columnOrder[drawn] = column;
            varied |= randomCuts ? cut(column, from, to, weight) : look(column, from, to, weight, squares);
        }
        return best >= 0;
    }

    /** Looks at one cut drawn between the lowest and the highest bin of a column; false when the column is constant. */
    private boolean cut(int column, int from, int to, int weight) {
        byte[] values = bins.columns()[column];
        int lowest = Bins.MOST;
        int highest = -1;
        for (int i = from; i < to; i++) {
            int bin = values[rows[i]] & 0xFF;
            lowest = Math.min(lowest, bin);
            highest = Math.max(highest, bin);
        }
        if (lowest == highest) {
            return false;
        }
        int at = lowest + seeds.below(highest - lowest, draws++);
        Arrays.fill(left, 0);
        int leftWeight = 0;
        int count = 0;
        for (int i = from; i < to; i++) {
            if ((values[rows[i]] & 0xFF) <= at) {
                left[cards[i] & LABEL] += cards[i] >>> LABEL_BITS;
                leftWeight += cards[i] >>> LABEL_BITS;
                count++;
            }
        }
        if (count >= leastInLeaf && to - from - count >= leastInLeaf) {
            long leftSquares = 0;
            long rightSquares = 0;
            for (int k = 0; k < classCount; k++) {
                leftSquares += (long) left[k] * left[k];
                rightSquares += (long) (total[k] - left[k]) * (total[k] - left[k]);
            }
            double score = (double) leftSquares / leftWeight + (double) rightSquares / (weight - leftWeight);
            if (score > best) {
                best = score;
                bestColumn = column;
                bestCut = at;
            }
        }
        return true;
    }

    /** Sorts the rows by their bin of a column and looks at each cut; false when the column is constant. */
    private boolean look(int column, int from, int to, int weight, long squares) {
        byte[] values = bins.columns()[column];
        int used = 0;
        for (int i = from; i < to; i++) {
            int bin = values[rows[i]] & 0xFF;
            long bit = 1L << bin;
            if ((occupied[bin >> 6] & bit) == 0) {
                occupied[bin >> 6] |= bit;
                starts[bin] = 0;
                used++;
            }
            starts[bin]++;
        }
        if (used == 1) {
            Arrays.fill(occupied, 0);
            return false;
        }
        int start = 0;
        for (int word = 0; word < occupied.length; word++) {
            for (long bits = occupied[word]; bits != 0; bits &= bits - 1) {
                int bin = (word << 6) + Long.numberOfTrailingZeros(bits);
                int count = starts[bin];
                starts[bin] = start;
                start += count;
            }
        }
        for (int i = from; i < to; i++) {
            sorted[starts[values[rows[i]] & 0xFF]++] = cards[i];
        }
        System.arraycopy(total, 0, right, 0, classCount);
        Arrays.fill(left, 0);
        walk(column, to - from, weight, squares);
        return true;
    }

    private void walk(int column, int count, int weight, long squares) {
        long leftSquares = 0;
        long rightSquares = squares;
        int leftWeight = 0;
        int at = 0;
        for (int word = 0; word < occupied.length; word++) {
            for (long bits = occupied[word]; bits != 0; bits &= bits - 1) {
                int bin = (word << 6) + Long.numberOfTrailingZeros(bits);
                for (; at < starts[bin]; at++) { // by now where the next bin starts
                    int label = sorted[at] & LABEL;
                    int w = sorted[at] >>> LABEL_BITS;
                    leftSquares += (long) w * (2 * left[label] + w);
                    rightSquares -= (long) w * (2 * right[label] - w);
                    left[label] += w;
                    right[label] -= w;
                    leftWeight += w;
                }
                if (at >= leastInLeaf && count - at >= leastInLeaf) {
                    double score = (double) leftSquares / leftWeight + (double) rightSquares / (weight - leftWeight);
                    if (score > best) {
                        best = score;
                        bestColumn = column;
                        bestCut = bin;
                    }
                }
            }
            occupied[word] = 0;
        }
    }

    private int partition(int from, int to) {
        byte[] values = bins.columns()[bestColumn];
        int low = from;
        int high = 0;
        for (int i = from; i < to; i++) {
            if ((values[rows[i]] & 0xFF) <= bestCut) {
                rows[low] = rows[i];
                cards[low++] = cards[i];
            } else {
                spare[high++] = rows[i];
                spare[high++] = cards[i];
            }
        }
        for (int i = 0; i < high; i += 2) {
            rows[low + i / 2] = spare[i];
            cards[low + i / 2] = spare[i + 1];
        }
        return low;
    }
}
