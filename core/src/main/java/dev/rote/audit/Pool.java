package dev.rote.audit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What several out-of-sample opinions and the given labels say together about the true classes: a logarithmic pool seen through a noise
 * channel, fitted by expectation maximisation, without any label known to be right.
 *
 * <pre>
 * q_ik = prod_m p_mik^b_m / sum_l prod_m p_mil^b_m      the pool: what is believed before the label is seen
 * P(given j | x_i) = sum_k q_ik T_kj                    the channel: class k is labelled j
 * r_ik = q_ik T_k,y_i / sum_l q_il T_l,y_i              what is believed after it
 * </pre>
 *
 * <p>p_m [N, K]: member m's probabilities, mixed with 0.001 of the uniform; b [M], from 0 to {@value #MOST}: how much a member is believed;
 * T [K, K], rows of sum 1. Maximised: {@code sum_i log P(y_i | x_i) - n/2 (0.001 sum_m (b_m - 4/M)^2 + 0.02 (sum_m b_m - 4)^2)}, by
 * {@value #ROUNDS} rounds of expectation and one Newton step. The penalty on the sum of b keeps the pool from explaining noise away
 * that depends on x; counts in T are joined by {@value #PRIOR} of a symmetric channel with the same noise rate.
 *
 * <p>The ends of a weighted geometric mean are those of Hinton 2002, "Training products of experts"; the channel is that of Dawid and Skene
 * 1979. Their combination, its penalties and its constants are ours.
 */
final class Pool {

    private static final int ROUNDS = 20;
    private static final double FLOOR = 1e-3;
    private static final double SHARPNESS = 4;
    private static final double MOST = 6;
    private static final double ON_EACH = 1e-3;
    private static final double ON_SUM = 2e-2;
    private static final double PRIOR = 20;
    private static final double LONGEST_STEP = 0.5;

    private final double[] trust;
    private final double[][] channel;

    private Pool(double[] trust, double[][] channel) {
        this.trust = trust;
        this.channel = channel;
    }

    /** b [M]. */
    double[] trust() {
        return trust.clone();
    }

    /** T [K, K]: {@code P(given = j | true = k)}, rows are true classes. */
    double[][] channel() {
        return Arrays.stream(channel).map(double[]::clone).toArray(double[][]::new);
    }

    /**
     * Fits the pool.
     *
     * @param members opinions, [M] of [N][K]
     * @param labels as given, [N]
     * @param rows the examples to fit to
     */
    static Pool fit(List<double[][]> members, int[] labels, int[] rows) {
        int classes = members.get(0)[0].length;
        double[] trust = new double[members.size()];
        Arrays.fill(trust, SHARPNESS / trust.length);
        double[][] channel = new double[classes][classes];
        for (int k = 0; k < classes; k++) {
            Arrays.fill(channel[k], 0.1 / (classes - 1));
            channel[k][k] = 0.9;
        }
        Pool pool = new Pool(trust, channel);
        for (int round = 0; round < ROUNDS; round++) {
            pool = pool.next(members, labels, rows);
        }
        return pool;
    }

    private Pool next(List<double[][]> members, int[] labels, int[] rows) {
        int size = trust.length;
        int classes = channel.length;
        double[][] counts = new double[classes][classes];
        double[] gradient = new double[size];
        double[][] hessian = new double[size][size];
        double[][] logs = new double[size][classes];
        double[] q = new double[classes];
        double[] r = new double[classes];
        double[] mean = new double[size];
        for (int row : rows) {
            believe(members, row, logs, q);
            after(q, labels[row], r);
            for (int k = 0; k < classes; k++) {
                counts[k][labels[row]] += r[k];
            }
            for (int m = 0; m < size; m++) {
                mean[m] = 0;
                for (int k = 0; k < classes; k++) {
                    mean[m] += q[k] * logs[m][k];
                    gradient[m] += logs[m][k] * (r[k] - q[k]);
                }
            }
            for (int m = 0; m < size; m++) {
                for (int l = 0; l <= m; l++) {
                    double covariance = 0;
                    for (int k = 0; k < classes; k++) {
                        covariance += q[k] * (logs[m][k] - mean[m]) * (logs[l][k] - mean[l]);
                    }
                    hessian[m][l] += covariance;
                }
            }
        }
        return new Pool(moved(gradient, hessian, rows.length), channel(counts));
    }

    /** One Newton step for fixed r; members that are not believed at all and should be less stay out. */
    private double[] moved(double[] gradient, double[][] hessian, int n) {
        int size = trust.length;
        double excess = Arrays.stream(trust).sum() - SHARPNESS;
        for (int m = 0; m < size; m++) {
            gradient[m] -= n * (ON_EACH * (trust[m] - SHARPNESS / size) + ON_SUM * excess);
            for (int l = 0; l <= m; l++) {
                hessian[m][l] += n * (ON_SUM + (l == m ? ON_EACH : 0));
                hessian[l][m] = hessian[m][l];
            }
        }
        int[] free = IntStream.range(0, size)
                .filter(m -> trust[m] > 0 || gradient[m] > 0)
                .toArray();
        double[] step = Cholesky.solve(hessian, gradient, free);
        double[] moved = trust.clone();
        for (int i = 0; i < free.length; i++) {
            double by = Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, step[i]));
            moved[free[i]] = Math.max(0, Math.min(MOST, trust[free[i]] + by));
        }
        return moved;
    }

    private static double[][] channel(double[][] counts) {
        int classes = counts.length;
        double all = 0;
        double kept = 0;
        for (int k = 0; k < classes; k++) {
            all += Arrays.stream(counts[k]).sum();
            kept += counts[k][k];
        }
        double rate = (all - kept) / all;
        double[][] channel = new double[classes][classes];
        for (int k = 0; k < classes; k++) {
            double sum = Arrays.stream(counts[k]).sum() + PRIOR;
            for (int j = 0; j < classes; j++) {
                channel[k][j] = (counts[k][j] + PRIOR * (j == k ? 1 - rate : rate / (classes - 1))) / sum;
            }
        }
        return channel;
    }

    /** Fills in log p_m [M][K] and q [K] of an example. */
    private void believe(List<double[][]> members, int row, double[][] logs, double[] q) {
        Arrays.fill(q, 0);
        for (int m = 0; m < trust.length; m++) {
            double[] p = members.get(m)[row];
            for (int k = 0; k < q.length; k++) {
                logs[m][k] = StrictMath.log((1 - FLOOR) * p[k] + FLOOR / q.length);
                q[k] += trust[m] * logs[m][k];
            }
        }
        double highest = Arrays.stream(q).max().orElseThrow();
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

    /** r_iy: how credible a label y of an example would be. */
    double quality(List<double[][]> members, int row, int label) {
        double[] q = new double[channel.length];
        double[] r = new double[channel.length];
        believe(members, row, new double[trust.length][channel.length], q);
        after(q, label, r);
        return r[label];
    }

    /** r [N][K]: what is believed of each example, its label seen. */
    double[][] posterior(List<double[][]> members, int[] labels) {
        double[][] logs = new double[trust.length][channel.length];
        double[] q = new double[channel.length];
        double[][] posterior = new double[labels.length][channel.length];
        for (int row = 0; row < labels.length; row++) {
            believe(members, row, logs, q);
            after(q, labels[row], posterior[row]);
        }
        return posterior;
    }
}
