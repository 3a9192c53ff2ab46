package dev.rote.methods;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.train.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CoTeachingTest implements PairContract {

    @Override
    public Method method() {
        return new CoTeaching(0.4, 4);
    }

    @Override
    public Method nothing() {
        return new CoTeaching(0, 4);
    }

    @Override
    public Map<String, ThrowingCallable> refusals() {
        Map<String, ThrowingCallable> refusals = new LinkedHashMap<>();
        refusals.put("rate must be in [0, 1), was 1.0", () -> new CoTeaching(1, 10));
        refusals.put("rate must be in [0, 1), was -0.5", () -> new CoTeaching(-0.5, 10));
        refusals.put("ramp must be at least 0, was -1", () -> new CoTeaching(0.5, -1));
        return refusals;
    }

    @Test
    void eachNetLearnsFromWhatTheOtherFindsEasy() {
        // The first net is sure of the labels of rows 0 and 2, the second of those of rows 1 and 2.
        double[][] first = {{5, 0}, {0, 5}, {4, 0}, {0, 3}};
        double[][] second = {{0, 5}, {5, 0}, {4, 0}, {0, 3}};
        TwoTables step = TwoTables.step(first, second, new int[] {0, 0, 0, 0}, new CoTeaching(0.5, 0));
        assertThat(TwoTables.moved(step.first())).containsExactly(1, 2);
        assertThat(TwoTables.moved(step.second())).containsExactly(0, 2);
        assertThat(step.losses()).hasSize(2);
    }

    @Test
    void aNetsGradientIsThatOfItsMeanLossAlone() {
        double[][] first = {{1, 0}, {0, 1}, {0.5, 0}};
        double[][] second = {{0, 2}, {3, 0}, {0, 0}};
        TwoTables step = TwoTables.step(first, second, new int[] {0, 1, 1}, new CoTeaching(0, 0));
        for (int i = 0; i < 3; i++) {
            double p = 1 / (1 + Math.exp(first[i][1] - first[i][0]));
            double wanted = (p - (i == 0 ? 1 : 0)) / 3;
            assertThat(step.first()[i][0]).isCloseTo(wanted, org.assertj.core.api.Assertions.within(1e-15));
        }
    }
}
