package dev.rote.audit.learners;

/** The few best of many, in the order of their scores; of equal ones the first that came. */
final class Nearest {

    private final float[] scores;
    private final int[] which;
    private int count;

    Nearest(int most) {
        scores = new float[most];
        which = new int[most];
    }

    /** Takes in some of those of a block of scores, the first of which belongs to number {@code first}. */
    void offer(float[] block, int from, int to, int first) {
        float worst = count < scores.length ? Float.NEGATIVE_INFINITY : scores[count - 1];
        for (int i = from; i < to; i++) {
            if (block[i] > worst || count < scores.length) {
                insert(block[i], first + i - from);
                worst = count < scores.length ? Float.NEGATIVE_INFINITY : scores[count - 1];
            }
        }
    }

    private void insert(float score, int number) {
        int at = count < scores.length ? count++ : count - 1;
        for (; at > 0 && scores[at - 1] < score; at--) {
            scores[at] = scores[at - 1];
            which[at] = which[at - 1];
        }
        scores[at] = score;
        which[at] = number;
    }

    /** How many there are. */
    int count() {
        return count;
    }

    /** The number of the one at a rank, from 0. */
    int at(int rank) {
        return which[rank];
    }
}
