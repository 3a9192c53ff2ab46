package dev.rote.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.tensor.Seeds;
import java.util.Arrays;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class RemediesTest {

    private static final int ROWS = 1000;

    private static double[][] right(IntPredicate right) {
        double[][] p = new double[ROWS][];
        Arrays.setAll(p, i -> right.test(i) ? new double[] {0.6, 0.4} : new double[] {0.4, 0.6});
        return p;
    }

    private static Remedies none() {
        double[] weight = new double[ROWS];
        Arrays.setAll(weight, i -> i % 4 == 3 ? 0 : i % 4 == 2 ? 1 : 0.5);
        return new Remedies(new int[ROWS], weight, new Seeds(3));
    }

    @Test
    void accuracyCountsByCredibility() {
        Remedies remedies = none();
        remedies.add("the data as they are", right(i -> i % 4 == 2));
        remedies.add("mixup", right(i -> i % 4 != 3));
        Interval half = remedies.table().get(0).accuracy();
        assertThat(half.value()).isCloseTo(0.5, within(1e-12));
        // the variance of a weighted share: sum w^2 (x - p)^2 / (sum w)^2
        double deviation = Math.sqrt(ROWS / 4 * (1 + 0.25 + 0.25) * 0.25) / (ROWS / 2.0);
        assertThat(half.high() - half.low()).isCloseTo(2 * 1.96 * deviation, within(0.15 * 2 * 1.96 * deviation));
        Interval whole = remedies.table().get(1).accuracy();
        assertThat(whole).isEqualTo(new Interval(1, 1, 1));
        assertThat(remedies.advice())
                .startsWith(
                        "Best of what was tried is to train with mixup: accuracy out of sample, 50.0 % with the data"
                                + " as they are, rises by 50.0 points");
    }

    @Test
    void chanceIsNoAdvice() {
        Remedies remedies = none();
        remedies.add("the data as they are", right(i -> i % 7 != 0));
        remedies.add("drop the flagged", right(i -> i % 7 != 1));
        remedies.add("mixup", right(i -> i % 3 == 0));
        assertThat(remedies.advice())
                .startsWith("No remedy is clearly better than the data as they are,")
                .contains("to drop the flagged, changes it by");
    }

    @Test
    void ofSmallGainsOnlySteadyOnesAreAdvised() {
        Remedies steady = none();
        steady.add("the data as they are", right(i -> i % 20 != 0));
        steady.add("relabel the flagged as suggested", right(i -> true));
        assertThat(steady.advice()).startsWith("Best of what was tried is to relabel the flagged as suggested:");
        Remedies lucky = none();
        lucky.add("the data as they are", right(i -> i >= 3));
        lucky.add("relabel the flagged as suggested", right(i -> true));
        assertThat(lucky.advice()).startsWith("No remedy is clearly better");
    }
}
