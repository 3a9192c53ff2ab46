package dev.rote.methods;

import dev.rote.train.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

class DivideMixTest implements PairContract {

    @Override
    public Method method() {
        return new DivideMix(1, 0.5, 0.5, 4, 25, 2, true);
    }

    /** The warm-up never ends. */
    @Override
    public Method nothing() {
        return new DivideMix(1000, 0.5, 0.5, 4, 25, 16, false);
    }

    @Override
    public Map<String, ThrowingCallable> refusals() {
        Map<String, ThrowingCallable> refusals = new LinkedHashMap<>();
        refusals.put("warm_up must be at least 1, was 0", () -> new DivideMix(0, 0.5, 0.5, 4, 25, 16, false));
        refusals.put("threshold must be in [0, 1], was 1.5", () -> new DivideMix(1, 1.5, 0.5, 4, 25, 16, false));
        refusals.put("temperature must be above 0, was 0.0", () -> new DivideMix(1, 0.5, 0, 4, 25, 16, false));
        refusals.put("alpha must be above 0, was NaN", () -> new DivideMix(1, 0.5, 0.5, Double.NaN, 25, 16, false));
        refusals.put("lambda_u must be at least 0, was -1.0", () -> new DivideMix(1, 0.5, 0.5, 4, -1, 16, false));
        refusals.put("ramp_up must be at least 1, was 0", () -> new DivideMix(1, 0.5, 0.5, 4, 25, 0, false));
        return refusals;
    }
}
