package dev.rote.methods;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.train.Method;
import dev.rote.train.TinyTraining;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class IncvTest implements MethodContract {

    @Override
    public Method method() {
        return new Incv(2, 0.3);
    }

    @Override
    public Method nothing() {
        throw new UnsupportedOperationException(
                "no strength makes a selection by strangers' predictions plain training");
    }

    /** Not a test here: there is no zero strength. */
    @Override
    public void zeroStrengthIsPlainTrainingBitForBit() {}

    /** Not a test here: there is no zero strength. */
    @Override
    public void zeroStrengthIsPlainTrainingInExactArithmetic() {}

    @Override
    public boolean wrapsLoss() {
        return true;
    }

    @Override
    public boolean maySkip() {
        return true;
    }

    @Override
    public Map<String, ThrowingCallable> refusals() {
        Map<String, ThrowingCallable> refusals = new LinkedHashMap<>();
        refusals.put("rounds must be at least 1, was 0", () -> new Incv(0, 0.5));
        refusals.put("final_share must be in (0, 1), was 0.0", () -> new Incv(4, 0));
        refusals.put("final_share must be in (0, 1), was 1.0", () -> new Incv(4, 1));
        return refusals;
    }

    @Test
    void refusesMorePhasesThanSteps() {
        assertThatThrownBy(() -> TinyTraining.plain().with(new Incv(4, 0.5)).run())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("incv needs a step for each of its 8 phases, but before the final share there are 6");
    }
}
