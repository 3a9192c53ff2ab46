package dev.rote.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.train.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class JocorTest implements PairContract {

    @Override
    public Method method() {
        return new Jocor(0.9, 0.5, 4);
    }

    @Override
    public Method nothing() {
        return new Jocor(0, 0, 4);
    }

    @Override
    public Map<String, ThrowingCallable> refusals() {
        Map<String, ThrowingCallable> refusals = new LinkedHashMap<>();
        refusals.put("lambda must be in [0, 1], was -0.1", () -> new Jocor(-0.1, 0.5, 10));
        refusals.put("lambda must be in [0, 1], was NaN", () -> new Jocor(Double.NaN, 0.5, 10));
        refusals.put("rate must be in [0, 1), was 1.0", () -> new Jocor(0.9, 1, 10));
        refusals.put("ramp must be at least 0, was -1", () -> new Jocor(0.9, 0.5, -1));
        return refusals;
    }

    @Test
    void theLossIsTheMeanOfTheSmallestJointLosses() {
        double[][] first = {{1, -1, 0}, {0.5, 2, -1}, {0, 0, 3}, {-2, 1, 1}};
        double[][] second = {{0.5, 0, 0}, {-1, 1, 0}, {3, 0, 0}, {-2, 1, 1}};
        int[] labels = {0, 2, 1, 1};
        double lambda = 0.7;
        double[] joint = new double[4];
        for (int i = 0; i < 4; i++) {
            double[] p = softmax(first[i]);
            double[] q = softmax(second[i]);
            joint[i] = (1 - lambda) * -(Math.log(p[labels[i]]) + Math.log(q[labels[i]]));
            for (int k = 0; k < 3; k++) {
                joint[i] += lambda * (p[k] * Math.log(p[k] / q[k]) + q[k] * Math.log(q[k] / p[k]));
            }
        }
        assertThat(Math.max(joint[0], joint[3])).isLessThan(Math.min(joint[1], joint[2]));
        TwoTables step = TwoTables.step(first, second, labels, new Jocor(lambda, 0.5, 0));
        assertThat(step.losses()).hasSize(2);
        assertThat(step.losses()[0]).isCloseTo(joint[0], within(1e-12));
        assertThat(step.losses()[1]).isCloseTo(joint[3], within(1e-12));
        assertThat(TwoTables.moved(step.first())).containsExactly(0, 3);
        assertThat(TwoTables.moved(step.second())).containsExactly(0, 3);
    }

    @Test
    void equalNetsDoNotDiverge() {
        double[][] same = {{1, -40, 0.3}, {0.5, 2, 90}};
        TwoTables step = TwoTables.step(same, same, new int[] {0, 1}, new Jocor(1, 0, 0));
        assertThat(step.losses()).containsExactly(0, 0);
        assertThat(TwoTables.moved(step.first())).isEmpty();
    }

    @Test
    void bothNetsArePulledTowardsEachOther() {
        TwoTables step =
                TwoTables.step(new double[][] {{1, 0}}, new double[][] {{0, 1}}, new int[] {0}, new Jocor(1, 0, 0));
        assertThat(step.first()[0][0]).isPositive().isCloseTo(step.second()[0][1], within(1e-15));
        assertThat(step.second()[0][0]).isNegative().isCloseTo(step.first()[0][1], within(1e-15));
    }

    private static double[] softmax(double[] z) {
        double sum = Math.exp(z[0]) + Math.exp(z[1]) + Math.exp(z[2]);
        return new double[] {Math.exp(z[0]) / sum, Math.exp(z[1]) / sum, Math.exp(z[2]) / sum};
    }
}
