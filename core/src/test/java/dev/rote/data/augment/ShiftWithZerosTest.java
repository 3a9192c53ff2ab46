package dev.rote.data.augment;

import dev.rote.data.Augmentation;
import dev.rote.data.augment.Shift.Fill;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

class ShiftWithZerosTest implements AugmentationContract {

    @Override
    public Augmentation augmentation() {
        return new Shift(0.2, Fill.ZERO);
    }

    @Override
    public Augmentation nothing() {
        return new Shift(0, Fill.ZERO);
    }

    @Override
    public String name() {
        return "shift";
    }

    @Override
    public Map<String, ThrowingCallable> refusals() {
        return Map.of("fraction must be in [0, 1), was -0.2", () -> new Shift(-0.2, Fill.ZERO));
    }

    @Override
    public List<int[][]> outcomes() {
        return ShiftTest.outcomes(Fill.ZERO);
    }
}
