package dev.rote.methods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.losses.Mse;
import dev.rote.nets.Activation;
import dev.rote.nets.Mlp;
import dev.rote.tensor.DType;
import dev.rote.tensor.Place;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.train.Loss;
import dev.rote.train.Method;
import dev.rote.train.TinyTraining;
import dev.rote.train.Training;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ManifoldMixupTest implements MethodContract {

    private static final TinyTraining DEEP =
            TinyTraining.plain().net(new Mlp(List.of(20, 16), Activation.RELU, true, 0, false));

    @Override
    public Method method() {
        return new ManifoldMixup();
    }

    @Override
    public Method nothing() {
        return new ManifoldMixup(0, List.of("input", "first"));
    }

    @Override
    public boolean wrapsLoss() {
        return true;
    }

    @Override
    public Map<String, ThrowingCallable> refusals() {
        Map<String, ThrowingCallable> refusals = new LinkedHashMap<>();
        refusals.put("alpha must be at least 0, was -1.0", () -> new ManifoldMixup(-1, List.of()));
        refusals.put("alpha must be at least 0, was NaN", () -> new ManifoldMixup(Double.NaN, List.of()));
        return refusals;
    }

    @Test
    void withTheInputAloneItIsMixupBitForBit() {
        for (TinyTraining training : List.of(DEEP, DEEP.batchSize(60), DEEP.exact())) {
            assertThat(training.with(new ManifoldMixup(0.7, List.of("input"))).run())
                    .isEqualTo(training.with(new Mixup(0.7)).run());
        }
    }

    @Test
    void withoutLayersItIsPlainTrainingBitForBit() {
        TinyTraining training = DEEP.oneHotRows();
        assertThat(training.with(new ManifoldMixup(2, List.of())).run()).isEqualTo(training.run());
    }

    @Test
    void firstIsTheFirstHiddenLayer() {
        assertThat(DEEP.with(new ManifoldMixup(2, List.of("first"))).run())
                .isEqualTo(DEEP.with(new ManifoldMixup(2, List.of("hidden.0"))).run())
                .isNotEqualTo(
                        DEEP.with(new ManifoldMixup(2, List.of("hidden.1"))).run());
    }

    /** At a layer that is followed by linear ones only, mixing there is mixing the outputs. */
    @Test
    void mixesTheLayerAndTheTargetsInTheSameShares() {
        List<double[]> seen = new ArrayList<>();
        Mse mse = new Mse();
        DEEP.exact()
                .batchSize(60)
                .with(new ManifoldMixup(2, List.of("hidden.1")))
                .loss(pass -> {
                    Mixing mixing = Mixing.draw(
                            2,
                            60,
                            pass.batch().inputs().place(),
                            pass.random("mixup").of(0));
                    Tensor plain = pass.model().forward(pass.batch().inputs(), plainly(pass.how()));
                    seen.add(mixing.of(plain).sub(pass.outputs()).abs().toDoubles());
                    Tensor sums = pass.batch().targets().square().sum(1, false);
                    double share = mixing.share();
                    double even = share * share + (1 - share) * (1 - share);
                    assertThat(TinyTraining.values(sums))
                            .allMatch(sum -> Math.abs(sum - 1) < 1e-12 || Math.abs(sum - even) < 1e-12)
                            .anyMatch(sum -> Math.abs(sum - even) < 1e-12);
                    return mse.perExample(pass);
                })
                .run();
        assertThat(seen).hasSize(12);
        seen.forEach(apart ->
                assertThat(java.util.Arrays.stream(apart).max().orElseThrow()).isLessThan(1e-12));
    }

    private static dev.rote.nets.Forward plainly(dev.rote.nets.Forward how) {
        return new dev.rote.nets.Forward(how.mode(), dev.rote.nets.Hook.NONE, how.random(), how.ids());
    }

    @Test
    void oneLayerIsDrawnForEachStep() {
        Set<Boolean> tokens = new HashSet<>();
        Mse mse = new Mse();
        DEEP.with(new ManifoldMixup())
                .loss(pass -> {
                    tokens.add(pass.batch().inputs().dim() == 2
                            && pass.batch().inputs().size(1) == 2);
                    return mse.perExample(pass);
                })
                .run();
        assertThat(tokens).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void gradientsFlowBelowTheMixedLayer() {
        Map<String, List<Double>> before = DEEP.stopAfter(0).weights();
        Map<String, List<Double>> after = DEEP.with(new ManifoldMixup(2, List.of("hidden.1")))
                .stopAfter(1)
                .weights();
        assertThat(after.get("hidden.0.bias")).isNotEqualTo(before.get("hidden.0.bias"));
    }

    @Test
    void eachOfTwoDrawsForItself() {
        List<double[]> given = new ArrayList<>();
        Method look = new Method() {
            @Override
            public Loss loss(Loss inner, Training training) {
                return pass -> {
                    given.add(pass.batch().targets().oneHot(17, DType.FLOAT64).toDoubles());
                    return inner.perExample(pass);
                };
            }
        };
        Mse mse = new Mse();
        DEEP.exact()
                .batchSize(60)
                .with(new Mixup(1), new ManifoldMixup(1, List.of("first")), look)
                .loss(pass -> {
                    Seeds seeds = pass.random("mixup");
                    Mixing inner = Mixing.draw(1, 60, Place.FLOAT64, seeds.of(0));
                    Mixing outer = Mixing.draw(1, 60, Place.FLOAT64, seeds.of(1));
                    assertThat(inner.share()).isNotEqualTo(outer.share());
                    assertThat(inner.partner().toLongs())
                            .isNotEqualTo(outer.partner().toLongs());
                    Tensor q = Place.FLOAT64.of(given.get(given.size() - 1), 60, 17);
                    assertThat(pass.batch().targets().toDoubles())
                            .containsExactly(inner.of(outer.of(q)).toDoubles());
                    return mse.perExample(pass);
                })
                .run();
        assertThat(given).hasSize(12);
    }

    @Test
    void layersThatTheNetDoesNotHaveAreRefused() {
        assertThatThrownBy(() ->
                        DEEP.with(new ManifoldMixup(2, List.of("hidden.7"))).run())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("layers must be among [input, hidden.0, hidden.1] or first, was hidden.7");
    }
}
