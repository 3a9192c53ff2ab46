package dev.rote.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.tensor.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PoolTest {

    private static int[] all(int rows) {
        return IntStream.range(0, rows).toArray();
    }

    @Test
    void beforeAnythingIsSeenItIsBayesRule() {
        List<double[][]> one = List.<double[][]>of(new double[][] {{0.8, 0.2}});
        double[][] logs = Pool.logs(one, all(1));
        // A hundredth of the uniform is mixed in: 0.797 and 0.203, and a tenth of the labels is taken to be wrong.
        assertThat(logs[0]).containsExactly(new double[] {Math.log(0.797), Math.log(0.203)}, within(1e-12));
        Pool pool = Pool.start(1, 2, 1);
        double right = 0.797 * 0.9 / (0.797 * 0.9 + 0.203 * 0.1);
        assertThat(pool.posterior(logs, 0, 0)).containsExactly(new double[] {right, 1 - right}, within(1e-12));
        double wrong = 0.797 * 0.1 / (0.797 * 0.1 + 0.203 * 0.9);
        assertThat(pool.posterior(logs, 0, 1)).containsExactly(new double[] {wrong, 1 - wrong}, within(1e-12));
    }

    @Test
    void trustIsAnExponent() {
        List<double[][]> two = List.of(new double[][] {{0.6, 0.3, 0.1}}, new double[][] {{0.2, 0.2, 0.6}});
        double[][] logs = Pool.logs(two, all(1));
        double[] joint = new double[3];
        for (int k = 0; k < 3; k++) {
            double p = 0.99 * two.get(0)[0][k] + 0.01 / 3;
            double other = 0.99 * two.get(1)[0][k] + 0.01 / 3;
            joint[k] = p * p * other * other * (k == 2 ? 0.9 : 0.05); // a sharpness of 4 is 2 for each of two members
        }
        double sum = Arrays.stream(joint).sum();
        assertThat(Pool.start(2, 3, 4).posterior(logs, 0, 2))
                .containsExactly(Arrays.stream(joint).map(p -> p / sum).toArray(), within(1e-12));
    }

    /** The channel after one round, by hand: all that is uncertain is which of two classes each label stands for. */
    @Test
    void theChannelCountsWhatIsBelieved() {
        double[][] certain = new double[100][];
        int[] labels = new int[100];
        for (int i = 0; i < 100; i++) {
            certain[i] = i < 50 ? new double[] {1, 0} : new double[] {0, 1};
            labels[i] = i < 40 ? 0 : 1;
        }
        double[][] logs = Pool.logs(List.<double[][]>of(certain), all(100));
        // With a trust of 6 in 0.995 against 0.005 the opinion decides: 10 of the first class are labelled as the
        // second.
        double[][] channel = Pool.start(1, 2, 6).fitted(logs, labels, 1).channel();
        assertThat(channel[0]).containsExactly(new double[] {(40 + 20 * 0.9) / 70, (10 + 20 * 0.1) / 70}, within(1e-6));
        assertThat(channel[1]).containsExactly(new double[] {20 * 0.1 / 70, (50 + 20 * 0.9) / 70}, within(1e-6));
    }

    @Test
    void roundsRaiseThePenalisedLikelihood() {
        int rows = 2000;
        int[] truth = MadeInput.classes(rows, 3);
        int[] given = MadeInput.noisy(truth, 3, 0.2, false, new Seeds(1));
        List<double[][]> members =
                List.of(BeliefTest.opinions(truth, 3, 2, new Seeds(2)), BeliefTest.opinions(truth, 3, 1, new Seeds(3)));
        double[][] logs = Pool.logs(members, all(rows));
        Pool pool = Pool.start(2, 3, 4);
        double start = penalised(pool, logs, given, 4);
        double before = start;
        for (int round = 0; round < 30; round++) {
            pool = pool.fitted(logs, given, 1);
            double after = penalised(pool, logs, given, 4);
            // What the channel is joined by pulls a little another way, once the rest has settled.
            assertThat(after).isGreaterThan(before - (round < 10 ? 0 : 1e-7));
            before = after;
        }
        assertThat(before).isGreaterThan(start + 0.05);
    }

    /** A mean over examples. What the channel is joined by is no part of it. */
    private static double penalised(Pool pool, double[][] logs, int[] labels, double sharpness) {
        double[] trust = pool.trust();
        double[] favour = pool.favour();
        double[][] channel = pool.channel();
        int classes = favour.length;
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            double all = 0;
            double explained = 0;
            for (int k = 0; k < classes; k++) {
                double power = favour[k];
                for (int m = 0; m < trust.length; m++) {
                    power += trust[m] * logs[m][i * classes + k];
                }
                all += Math.exp(power);
                explained += Math.exp(power) * channel[k][labels[i]];
            }
            sum += Math.log(explained / all) / labels.length;
        }
        double excess = Arrays.stream(trust).sum() - sharpness;
        double each = Arrays.stream(trust)
                .map(b -> (b - sharpness / trust.length) * (b - sharpness / trust.length))
                .sum();
        double favours = Arrays.stream(favour).map(a -> a * a).sum();
        return sum - (0.015 * excess * excess + 0.002 * each + 0.02 * favours / classes) / 2;
    }

    @Test
    void whoKnowsNothingIsNotTrusted() {
        int rows = 2000;
        int[] truth = MadeInput.classes(rows, 4);
        int[] given = MadeInput.noisy(truth, 4, 0.2, false, new Seeds(1));
        int[] nothing = new int[rows];
        for (int i = 0; i < rows; i++) {
            nothing[i] = new Seeds(5).below(4, i);
        }
        List<double[][]> members = List.of(
                BeliefTest.opinions(truth, 4, 2, new Seeds(2)),
                BeliefTest.opinions(nothing, 4, 2, new Seeds(3)),
                BeliefTest.opinions(truth, 4, 2, new Seeds(4)));
        double[] trust = Pool.start(3, 4, 4)
                .fitted(Pool.logs(members, all(rows)), given, 30)
                .trust();
        assertThat(trust[1]).isBetween(0.0, 0.1);
        assertThat(trust[0]).isGreaterThan(0.7);
        assertThat(trust[2]).isGreaterThan(0.7);
    }
}
