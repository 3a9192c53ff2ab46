package dev.rote.audit.learners;

/**
 * A decision tree over {@link Bins}.
 *
 * @param features which column a node asks for; -1 in a leaf
 * @param cuts rows in bins up to this go left
 * @param nexts the left child, the right one being the next; of a leaf, where its classes begin
 * @param ends of a leaf, behind its last class
 * @param classes that the leaves have seen, leaf after leaf
 * @param shares of these classes in their leaf, of sum 1
 */
record Tree(int[] features, int[] cuts, int[] nexts, int[] ends, int[] classes, float[] shares) {

    /** Adds what a row's leaf says to K sums that begin at an offset. */
    void addTo(Bins bins, int row, double[] sums, int offset) {
        int node = 0;
        while (features[node] >= 0) {
            node = nexts[node] + (bins.at(row, features[node]) <= cuts[node] ? 0 : 1);
        }
        for (int i = nexts[node]; i < ends[node]; i++) {
            sums[offset + classes[i]] += shares[i];
        }
    }
}
