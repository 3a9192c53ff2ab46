package dev.rote.methods;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.losses.Mse;
import dev.rote.tensor.Tensor;
import dev.rote.train.Method;
import dev.rote.train.TinyTraining;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class MixupTest implements MethodContract {

    @Override
    public Method method() {
        return new Mixup(1);
    }

    @Override
    public Method nothing() {
        return new Mixup(0);
    }

    @Override
    public boolean wrapsLoss() {
        return true;
    }

    @Override
    public Map<String, ThrowingCallable> refusals() {
        Map<String, ThrowingCallable> refusals = new LinkedHashMap<>();
        refusals.put("alpha must be at least 0, was -1.0", () -> new Mixup(-1));
        refusals.put("alpha must be at least 0, was NaN", () -> new Mixup(Double.NaN));
        refusals.put("alpha must be at least 0, was Infinity", () -> new Mixup(Double.POSITIVE_INFINITY));
        return refusals;
    }

    /** The larger share of each step, as the mixed targets show it. */
    private static List<Double> shares(double alpha, int batchSize) {
        List<Double> shares = new ArrayList<>();
        Mse mse = new Mse();
        TinyTraining.plain()
                .exact()
                .autograd()
                .batchSize(batchSize)
                .with(new Mixup(alpha))
                .loss(pass -> {
                    Tensor targets = pass.batch().targets();
                    assertThat(TinyTraining.values(targets.sum(1, false))).allMatch(sum -> Math.abs(sum - 1) < 1e-12);
                    assertThat(TinyTraining.values(pass.batch().inputs().sum(1, false)))
                            .allMatch(sum -> Math.abs(sum - 2) < 1e-12);
                    shares.add(java.util.Arrays.stream(
                                    targets.mul(targets).sum(1, false).toDoubles())
                            .min()
                            .orElseThrow());
                    return mse.perExample(pass);
                })
                .run();
        // A pair of different classes has squares l^2 + (1 - l)^2.
        return shares.stream().map(s -> (1 + Math.sqrt(2 * s - 1)) / 2).toList();
    }

    @Test
    void mixesInputsAndTargetsInTheSameShares() {
        List<Double> shares = shares(1, 60);
        assertThat(shares).hasSize(12).allMatch(share -> share >= 0.5 && share <= 1);
        assertThat(shares.stream().distinct()).hasSize(12);
    }

    @Test
    void alphaSaysHowEvenlyItMixes() {
        assertThat(shares(0, 60)).allMatch(share -> share == 1);
        assertThat(shares(1e-6, 60)).allMatch(share -> share > 0.999);
        assertThat(shares(1e4, 60)).allMatch(share -> share < 0.53);
    }

    @Test
    void aBatchOfOneIsMixedWithItself() {
        assertThat(shares(1, 1)).allMatch(share -> Math.abs(share - 1) < 1e-7);
    }
}
