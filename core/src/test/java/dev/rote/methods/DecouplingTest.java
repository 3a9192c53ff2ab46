package dev.rote.methods;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.train.Method;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DecouplingTest implements PairContract {

    @Override
    public Method method() {
        return new Decoupling(1);
    }

    /** The warm-up never ends. */
    @Override
    public Method nothing() {
        return new Decoupling(1000);
    }

    @Override
    public boolean maySkip() {
        return true;
    }

    @Override
    public Map<String, ThrowingCallable> refusals() {
        return Map.of("warm_up must be at least 0, was -1", () -> new Decoupling(-1));
    }

    @Test
    void bothNetsLearnFromWhereTheyDisagree() {
        double[][] first = {{5, 0}, {0, 5}, {4, 0}, {0, 3}};
        double[][] second = {{0, 5}, {0, 4}, {4, 0}, {2, 0}};
        TwoTables step = TwoTables.step(first, second, new int[4], new Decoupling(0));
        assertThat(TwoTables.moved(step.first())).containsExactly(0, 3);
        assertThat(TwoTables.moved(step.second())).containsExactly(0, 3);
        assertThat(step.losses()).hasSize(2);
    }

    @Test
    void skipsABatchOnWhichTheNetsAgree() {
        double[][] same = {{5, 0}, {0, 5}};
        TwoTables step = TwoTables.step(same, same, new int[2], new Decoupling(0));
        assertThat(step.losses()).isEmpty();
        assertThat(step.first()).isNull();
    }
}
