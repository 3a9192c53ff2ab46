package dev.rote.methods;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.train.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CoTeachingPlusTest implements PairContract {

    @Override
    public Method method() {
        return new CoTeachingPlus(0.4, 4, 2);
    }

    /** Nothing is dropped, and the warm-up never ends. */
    @Override
    public Method nothing() {
        return new CoTeachingPlus(0, 4, 1000);
    }

    @Override
    public boolean maySkip() {
        return true;
    }

    @Override
    public Map<String, ThrowingCallable> refusals() {
        Map<String, ThrowingCallable> refusals = new LinkedHashMap<>();
        refusals.put("rate must be in [0, 1), was 1.0", () -> new CoTeachingPlus(1, 10, 0));
        refusals.put("ramp must be at least 0, was -1", () -> new CoTeachingPlus(0.5, -1, 0));
        refusals.put("warm_up must be at least 0, was -1", () -> new CoTeachingPlus(0.5, 10, -1));
        return refusals;
    }

    // The nets disagree on rows 0, 1, 4 and 5; row 2 would be the easiest of all.
    private static final double[][] FIRST = {{5, 0}, {0, 5}, {9, 0}, {0, 3}, {4, 0}, {0, 6}};
    private static final double[][] SECOND = {{0, 5}, {5, 0}, {9, 0}, {0, 3}, {0, 6}, {4, 0}};

    @Test
    void picksWhereTheNetsDisagreeAndSwaps() {
        TwoTables step = TwoTables.step(FIRST, SECOND, new int[6], new CoTeachingPlus(0.5, 0, 0));
        assertThat(TwoTables.moved(step.second())).containsExactly(0, 4);
        assertThat(TwoTables.moved(step.first())).containsExactly(1, 5);
    }

    @Test
    void duringTheWarmUpItIsCoTeaching() {
        TwoTables step = TwoTables.step(FIRST, SECOND, new int[6], new CoTeachingPlus(0.5, 0, 1));
        TwoTables plain = TwoTables.step(FIRST, SECOND, new int[6], new CoTeaching(0.5, 0));
        assertThat(step.losses()).containsExactly(plain.losses());
        assertThat(TwoTables.moved(step.second())).containsExactly(0, 2, 4);
    }

    @Test
    void skipsABatchOnWhichTheNetsAgree() {
        TwoTables step = TwoTables.step(FIRST, FIRST, new int[6], new CoTeachingPlus(0.5, 0, 0));
        assertThat(step.losses()).isEmpty();
        assertThat(step.first()).isNull();
    }
}
