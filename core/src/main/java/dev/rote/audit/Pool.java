package dev.rote.audit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What several out-of-sample opinions and the given labels say together about the true classes: a logarithmic pool seen through a noise
 * channel, fitted without any label known to be right.
 *
 * <pre>
 * q_ik = exp(a_k + sum_m b_m log p_mik) / sum_l ...      what is believed before the label is seen
 * P(given j | x_i) = sum_k q_ik T_kj                     class k is labelled j with probability T_kj
 * r_ik = q_ik T_k,y_i / sum_l q_il T_l,y_i               what is believed after it
 * </pre>
 *
 * <p>p_m [N, K]: member m's probabilities, mixed with {@value #FLOOR} of the uniform; b [M], in 0 to {@value #MOST_TRUST}: how much a member
 * is believed; a [K]: which classes are favoured, 0 with more than {@value #MOST_FAVOURED} classes; T [K, K], rows of sum 1; s: the sharpness
 * that is asked for. Maximised is
 *
 * <pre>
 * sum_i log P(y_i | x_i) - n (0.015 (sum_m b_m - s)^2 + 0.002 sum_m (b_m - s / M)^2 + 0.02 sum_k a_k^2 / K) / 2
 * </pre>
 *
 * <p>by rounds of expectation, the channel in closed form (joined by {@value #PRIOR} examples a class of a symmetric channel with the same
 * noise rate), and one Newton step in (a, b). Likelihood alone cannot tell noise that follows the features from classes that overlap:
 * s says how sharp the truth is believed to be, and {@link Belief} averages over several.
 *
 * <p>A weighted product of opinions is that of Hinton 2002, "Training products of experts by minimizing contrastive divergence"; the channel
 * that of Dawid and Skene
 * 1979, "Maximum likelihood estimation of observer error-rates using the EM algorithm". Their combination, its penalties and constants
 * are ours: chosen on planted noise of one seed in eleven sets ({@code bench/audit}), then measured on another seed.
 */
final class Pool {

    private static final double FLOOR = 1e-2;
    private static final double MOST_TRUST = 6;
    private static final int MOST_FAVOURED = 50;
    private static final double ON_SUM = 0.015;
    private static final double ON_EACH = 0.002;
    private static final double ON_FAVOUR = 0.02;
    private static final double PRIOR = 20;
    private static final double LONGEST_STEP = 0.5;
    private static final double START = 0.1;

    private final double sharpness;
    private final double[] trust;
    private final double[] favour;
    private final double[][] channel;

    private Pool(double sharpness, double[] trust, double[] favour, double[][] channel) {
        this.sharpness = sharpness;
        this.trust = trust;
        this.favour = favour;
        this.channel = channel;
    }

    /** Before anything was seen: all members alike, a tenth of the labels wrong. */
    static Pool start(int members, int classes, double sharpness) {
        double[] trust = new double[members];
        Arrays.fill(trust, sharpness / members);
        return new Pool(sharpness, trust, new double[classes], symmetric(START, classes));
    }

    /** The same state, asked for another sharpness. */
    Pool sharpness(double other) {
        return new Pool(other, trust, favour, channel);
    }

    /** b [M]. */
    double[] trust() {
        return trust.clone();
    }

    /** a [K]. */
    double[] favour() {
        return favour.clone();
    }

    /** T [K, K]: {@code P(given = j | true = k)}, rows are true classes. */
    double[][] channel() {
        return Arrays.stream(channel).map(double[]::clone).toArray(double[][]::new);
    }

    /** Logarithms of members' probabilities of some examples, [N * K] each. */
    static double[][] logs(List<double[][]> members, int[] rows) {
        int classes = members.get(0)[0].length;
        double[][] logs = new double[members.size()][rows.length * classes];
        for (int m = 0; m < logs.length; m++) {
            for (int i = 0; i < rows.length; i++) {
                double[] p = members.get(m)[rows[i]];
                for (int k = 0; k < classes; k++) {
                    logs[m][i * classes + k] = StrictMath.log((1 - FLOOR) * p[k] + FLOOR / classes);
                }
            }
        }
        return logs;
    }

    /**
     * After some rounds of fitting.
     *
     * @param logs of the members, [M][N * K]
     * @param labels as given, [N]
     */
    Pool fitted(double[][] logs, int[] labels, int rounds) {
        Pool pool = this;
        for (int round = 0; round < rounds; round++) {
            pool = pool.next(logs, labels);
        }
        return pool;
    }

    private Pool next(double[][] logs, int[] labels) {
        int members = trust.length;
        int classes = favour.length;
        int favoured = classes <= MOST_FAVOURED ? classes : 0;
        double[][] counts = new double[classes][classes];
        double[] gradient = new double[members + favoured];
        double[][] hessian = new double[members + favoured][members + favoured];
        double[] q = new double[classes];
        double[] r = new double[classes];
        double[] mean = new double[members];
        for (int i = 0; i < labels.length; i++) {
            believe(logs, i, q);
            after(q, labels[i], r);
            for (int k = 0; k < classes; k++) {
                counts[k][labels[i]] += r[k];
            }
            for (int m = 0; m < members; m++) {
                mean[m] = 0;
                for (int k = 0; k < classes; k++) {
                    double log = logs[m][i * classes + k];
                    mean[m] += q[k] * log;
                    gradient[m] += log * (r[k] - q[k]);
                }
                for (int l = 0; l <= m; l++) {
                    double product = 0;
                    for (int k = 0; k < classes; k++) {
                        product += q[k] * logs[m][i * classes + k] * logs[l][i * classes + k];
                    }
                    hessian[m][l] += product - mean[m] * mean[l];
                }
            }
            for (int k = 0; k < favoured; k++) {
                gradient[members + k] += r[k] - q[k];
                for (int m = 0; m < members; m++) {
                    hessian[members + k][m] += q[k] * (logs[m][i * classes + k] - mean[m]);
                }
                for (int l = 0; l <= k; l++) {
                    hessian[members + k][members + l] += (k == l ? q[k] : 0) - q[k] * q[l];
                }
            }
        }
        return moved(gradient, hessian, labels.length, channel(counts));
    }

    /** One Newton step for fixed r; members that are not believed at all, and should be less, stay out. */
    private Pool moved(double[] gradient, double[][] hessian, int n, double[][] next) {
        int members = trust.length;
        double excess = Arrays.stream(trust).sum() - sharpness;
        for (int u = 0; u < gradient.length; u++) {
            boolean member = u < members;
            gradient[u] -= member
                    ? n * (ON_EACH * (trust[u] - sharpness / members) + ON_SUM * excess)
                    : n * ON_FAVOUR * favour[u - members] / favour.length;
            for (int v = 0; v <= u; v++) {
                hessian[u][v] += member ? n * ON_SUM : 0;
                hessian[u][v] += u == v ? n * (member ? ON_EACH : ON_FAVOUR / favour.length) : 0;
                hessian[v][u] = hessian[u][v];
            }
        }
        int[] free = IntStream.range(0, gradient.length)
                .filter(u -> u >= members || trust[u] > 0 || gradient[u] >= 0)
                .toArray();
        double[] step = SymmetricSolver.solve(hessian, gradient, free);
        double[] trusted = trust.clone();
        double[] favoured = favour.clone();
        for (int i = 0; i < free.length; i++) {
            int u = free[i];
            double by = Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, step[i]));
            if (u < members) {
                trusted[u] = Math.max(0, Math.min(MOST_TRUST, trusted[u] + by));
            } else {
                favoured[u - members] += by;
            }
        }
        return new Pool(sharpness, trusted, favoured, next);
    }

    private static double[][] channel(double[][] counts) {
        int classes = counts.length;
        double all = 0;
        double kept = 0;
        for (int k = 0; k < classes; k++) {
            all += Arrays.stream(counts[k]).sum();
            kept += counts[k][k];
        }
        double[][] channel = symmetric(1 - kept / all, classes);
        for (int k = 0; k < classes; k++) {
            double sum = Arrays.stream(counts[k]).sum() + PRIOR;
            for (int j = 0; j < classes; j++) {
                channel[k][j] = (counts[k][j] + PRIOR * channel[k][j]) / sum;
            }
        }
        return channel;
    }

    private static double[][] symmetric(double rate, int classes) {
        double[][] channel = new double[classes][classes];
        for (int k = 0; k < classes; k++) {
            Arrays.fill(channel[k], rate / (classes - 1));
            channel[k][k] = 1 - rate;
        }
        return channel;
    }

    /** Fills in q [K] of an example. */
    private void believe(double[][] logs, int i, double[] q) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < q.length; k++) {
            q[k] = favour[k];
            for (int m = 0; m < trust.length; m++) {
                q[k] += trust[m] * logs[m][i * q.length + k];
            }
            highest = Math.max(highest, q[k]);
        }
        double sum = 0;
        for (int k = 0; k < q.length; k++) {
            q[k] = StrictMath.exp(q[k] - highest);
            sum += q[k];
        }
        for (int k = 0; k < q.length; k++) {
            q[k] /= sum;
        }
    }

    /** Turns q into r. */
    private void after(double[] q, int label, double[] r) {
        double sum = 0;
        for (int k = 0; k < q.length; k++) {
            r[k] = q[k] * channel[k][label];
            sum += r[k];
        }
        for (int k = 0; k < q.length; k++) {
            r[k] = sum > 0 ? r[k] / sum : q[k];
        }
    }

    /** r [K] of an example with some label; logs as in {@link #logs}. */
    double[] posterior(double[][] logs, int i, int label) {
        double[] q = new double[channel.length];
        double[] r = new double[channel.length];
        believe(logs, i, q);
        after(q, label, r);
        return r;
    }

    /** q [K] of an example, before its label is seen; logs as in {@link #logs}. */
    double[] before(double[][] logs, int i) {
        double[] q = new double[channel.length];
        believe(logs, i, q);
        return q;
    }

    /** For every class, how probably a label of this class would be right: r_ij for y_i = j, [K]. */
    double[] qualities(double[][] logs, int i) {
        double[] q = before(logs, i);
        double[] given = new double[q.length];
        for (int k = 0; k < q.length; k++) {
            for (int j = 0; j < q.length; j++) {
                given[j] += q[k] * channel[k][j];
            }
        }
        double[] right = new double[q.length];
        for (int j = 0; j < q.length; j++) {
            right[j] = given[j] > 0 ? q[j] * channel[j][j] / given[j] : q[j];
        }
        return right;
    }
}
