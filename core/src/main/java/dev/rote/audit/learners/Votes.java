package dev.rote.audit.learners;

/**
 * What the classes of the nearest neighbours say, nearer ones more.
 *
 * <pre>
 * p_k = (m sum_i v_i [y_i = k] / sum_i v_i + q_k) / (m + 1),   v_i = 1 / (d_i + mean(d) / 2)
 * </pre>
 *
 * <p>over the m nearest at distances d_i, with q the share of each class among all that may be a neighbour: the neighbours have m votes
 * together, and what is usual has one. Half the mean distance keeps a copy of the row from having all votes; scikit-learn's
 * {@code weights="distance"} has no such term. Source: Dudani 1976, "The distance-weighted k-nearest-neighbor rule", equation 2.
 */
final class Votes {

    private Votes() {}

    /**
     * Counts the votes.
     *
     * @param distances of the m nearest, at least 0
     * @param labels of the m nearest
     * @param usual q [K]
     * @return p [K]
     */
    static double[] of(double[] distances, int[] labels, double[] usual) {
        int m = distances.length;
        double mean = 0;
        for (double distance : distances) {
            mean += distance / m;
        }
        double[] votes = new double[usual.length];
        double total = 0;
        for (int i = 0; i < m; i++) {
            double vote = mean == 0 ? 1 : 1 / (distances[i] + mean / 2);
            votes[labels[i]] += vote;
            total += vote;
        }
        for (int k = 0; k < votes.length; k++) {
            votes[k] = ((m == 0 ? 0 : m * (votes[k] / total)) + usual[k]) / (m + 1);
        }
        return votes;
    }
}
