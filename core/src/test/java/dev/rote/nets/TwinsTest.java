package dev.rote.nets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.tensor.InputShape;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TwinsTest {

    private static final InputShape PAIRS = new InputShape.Tokens(2, 5);
    private static final Mlp NET = new Mlp(List.of(32), Activation.TANH, true, 0.5, true);

    private static TwinsModel build(Net net) {
        return TwinsModel.of(new Twins(net).build(PAIRS, 5, Place.FLOAT64, new Seeds(4)));
    }

    private static Forward how(Mode mode, Hook hook) {
        return new Forward(mode, hook, new Seeds(9), Nets.ids(25));
    }

    @Test
    void outputsAreTheMeanOfTwoNetsDrawnApart() {
        try (Scope scope = Scope.open()) {
            TwinsModel twins = build(NET);
            for (Mode mode : Mode.values()) {
                Forward how = how(mode, Hook.NONE);
                Tensor first = twins.first().forward(Nets.pairs(5), how);
                Tensor second = twins.second().forward(Nets.pairs(5), how);
                assertThat(first.toDoubles()).isNotEqualTo(second.toDoubles());
                // Training moves running statistics, not what the batch gives.
                assertThat(twins.forward(Nets.pairs(5), how).toDoubles())
                        .isEqualTo(first.add(second).mul(0.5).toDoubles());
            }
            assertThat(twins.parameters().get("first.output.weight").toDoubles())
                    .isNotEqualTo(twins.parameters().get("second.output.weight").toDoubles());
        }
    }

    @Test
    void eachIsTheNetBuiltWithItsOwnSeed() {
        try (Scope scope = Scope.open()) {
            Model alone = NET.build(PAIRS, 5, Place.FLOAT64, new Seeds(4).of("second"));
            assertThat(build(NET)
                            .second()
                            .forward(Nets.pairs(5), how(Mode.EVAL, Hook.NONE))
                            .toDoubles())
                    .isEqualTo(alone.forward(Nets.pairs(5), how(Mode.EVAL, Hook.NONE))
                            .toDoubles());
        }
    }

    @Test
    void namesAreTheSameAloneAndTogether() {
        try (Scope scope = Scope.open()) {
            TwinsModel twins = build(NET);
            assertThat(twins.layers()).containsExactly("first.hidden.0", "second.hidden.0");
            Map<String, Tensor> parameters = new LinkedHashMap<>(twins.first().parameters());
            parameters.putAll(twins.second().parameters());
            assertThat(twins.parameters()).isEqualTo(parameters).hasSize(14);
            assertThat(twins.buffers().keySet())
                    .containsExactly(
                            "first.norm.0.running_mean",
                            "first.norm.0.running_var",
                            "second.norm.0.running_mean",
                            "second.norm.0.running_var");
            List<String> seen = new ArrayList<>();
            Hook look = (layer, hidden) -> {
                seen.add(layer);
                return hidden;
            };
            twins.second().forward(Nets.pairs(5), how(Mode.TRAIN, look));
            assertThat(seen).isEqualTo(twins.second().layers()).containsExactly("second.hidden.0");
        }
    }

    @Test
    void masksDifferBetweenTheTwoAndNotBetweenPasses() {
        try (Scope scope = Scope.open()) {
            TwinsModel twins = build(new Mlp(List.of(64), Activation.TANH, true, 0.5, false));
            Map<String, double[]> together = dropped(twins);
            assertThat(together.get("first.hidden.0")).isNotEqualTo(together.get("second.hidden.0"));
            assertThat(dropped(twins.second()).get("second.hidden.0")).isEqualTo(together.get("second.hidden.0"));
        }
    }

    private static Map<String, double[]> dropped(Model model) {
        Map<String, double[]> zeros = new LinkedHashMap<>();
        Hook look = (layer, hidden) -> {
            zeros.put(layer, hidden.eq(0).to(dev.rote.tensor.DType.FLOAT64).toDoubles());
            return hidden;
        };
        model.forward(Nets.pairs(5), how(Mode.TRAIN, look));
        return zeros;
    }

    @Test
    void saysWhatIsNotTwins() {
        try (Scope scope = Scope.open()) {
            Model single = NET.build(PAIRS, 5, Place.FLOAT64, new Seeds(1));
            assertThatThrownBy(() -> TwinsModel.of(single))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("needs two nets: write net: {kind: twins, net: ...}");
        }
        assertThatThrownBy(() -> new Twins(new Twins()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("net must be a single net, was twins");
    }
}
