package dev.rote.nets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.tensor.Autograd;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every net on pairs of tokens promises. */
class NetContractTest {

    private static final int P = 5;

    static List<Net> nets() {
        return List.of(
                new TwoLayer(6, Activation.SQUARE, 0.4, false),
                new TwoLayer(6, Activation.GELU, 0.4, true),
                new AnalyticTwoLayer(6),
                new Mlp(List.of(), Activation.RELU, true, 0, false),
                new Mlp(List.of(6, 4), Activation.TANH, true, 0, false),
                new Mlp(List.of(6, 4), Activation.GELU, false, 0.3, true),
                new Mlp(List.of(6, 4), Activation.RELU, false, 0.3, false),
                new Transformer(8, 2, 1, 4, 0),
                new Transformer(8, 2, 1, 4, 0.3),
                new Transformer(8, 4, 2, 2, 0),
                new Transformer(8, 4, 3, 2, 0.3),
                new Twins(new Mlp(List.of(6, 4), Activation.TANH, true, 0, false)),
                new Twins(new Mlp(List.of(6, 4), Activation.GELU, false, 0.3, true)),
                new Twins(new Transformer(8, 2, 1, 4, 0.3)));
    }

    private static Model build(Net net, Place place, long seed) {
        return net.build(new InputShape.Tokens(2, P), P, place, new Seeds(seed));
    }

    private static Forward how(Mode mode, Hook hook) {
        return new Forward(mode, hook, new Seeds(9), Nets.ids(P * P));
    }

    @ParameterizedTest
    @MethodSource("nets")
    void outputsHaveOneRowPerExampleAndOneColumnPerClass(Net net) {
        for (Place place : List.of(Place.FLOAT32, Place.FLOAT64)) {
            try (Scope scope = Scope.open()) {
                Tensor outputs = build(net, place, 1).forward(Nets.pairs(P), how(Mode.TRAIN, Hook.NONE));
                assertThat(outputs.shape()).containsExactly(P * P, P);
                assertThat(outputs.place()).isEqualTo(place);
                assertThat(Double.isFinite(outputs.sum().item())).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("nets")
    void theSameSeedGivesTheSameModelAndAnotherAnother(Net net) {
        try (Scope scope = Scope.open()) {
            Model one = build(net, Place.FLOAT32, 1);
            Model same = build(net, Place.FLOAT32, 1);
            Model other = build(net, Place.FLOAT32, 2);
            one.parameters()
                    .forEach((name, weight) -> assertThat(weight.toFloats())
                            .containsExactly(same.parameters().get(name).toFloats()));
            Forward how = how(Mode.TRAIN, Hook.NONE);
            float[] outputs = one.forward(Nets.pairs(P), how).toFloats();
            assertThat(one.forward(Nets.pairs(P), how).toFloats()).containsExactly(outputs);
            assertThat(other.forward(Nets.pairs(P), how).toFloats()).isNotEqualTo(outputs);
        }
    }

    @ParameterizedTest
    @MethodSource("nets")
    void eachHookIsCalledOnceInOrderAndItsAnswerIsUsed(Net net) {
        try (Scope scope = Scope.open()) {
            Model model = build(net, Place.FLOAT64, 1);
            List<String> seen = new ArrayList<>();
            double[] plain =
                    model.forward(Nets.pairs(P), how(Mode.EVAL, Hook.NONE)).toDoubles();
            Hook look = (layer, hidden) -> {
                seen.add(layer);
                assertThat(hidden.size(0)).isEqualTo(P * P);
                return hidden;
            };
            assertThat(model.forward(Nets.pairs(P), how(Mode.EVAL, look)).toDoubles())
                    .containsExactly(plain);
            assertThat(seen).isEqualTo(model.layers());
            for (String changed : model.layers()) {
                Hook change = (layer, hidden) -> layer.equals(changed) ? hidden.add(1) : hidden;
                assertThat(model.forward(Nets.pairs(P), how(Mode.EVAL, change)).toDoubles())
                        .as(changed)
                        .isNotEqualTo(plain);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("nets")
    void gradientsAreThoseOfDifferences(Net net) {
        try (Scope scope = Scope.open()) {
            // The seed is one at which no relu sits within a step of its kink, where differences mean nothing.
            Model model = build(net, Place.FLOAT64, 5);
            Nets.assertGradientsMatchDifferences(model, Nets.pairs(P), how(Mode.FROZEN, Hook.NONE));
        }
    }

    @ParameterizedTest
    @MethodSource("nets")
    void oneHotRowsGiveWhatTokensGive(Net net) {
        try (Scope scope = Scope.open()) {
            Model model = build(net, Place.FLOAT64, 1);
            Tensor pairs = Nets.pairs(P);
            Forward how = how(Mode.FROZEN, Hook.NONE);
            Tensor difference = model.forward(pairs, how).sub(model.forward(Nets.oneHot(pairs, P, Place.FLOAT64), how));
            assertThat(difference.abs().reshape(-1).amax(0).item()).isLessThan(1e-12);
        }
    }

    @ParameterizedTest
    @MethodSource("nets")
    void evaluationIgnoresTheRandomness(Net net) {
        try (Scope scope = Scope.open()) {
            Model model = build(net, Place.FLOAT64, 1);
            Forward other = new Forward(Mode.EVAL, Hook.NONE, new Seeds(77), Nets.ids(P * P));
            assertThat(model.forward(Nets.pairs(P), other).toDoubles())
                    .containsExactly(model.forward(Nets.pairs(P), how(Mode.EVAL, Hook.NONE))
                            .toDoubles());
        }
    }

    @ParameterizedTest
    @MethodSource("nets")
    void anExampleKeepsItsMaskWhenTheBatchIsCut(Net net) {
        try (Scope scope = Scope.open()) {
            Model model = build(net, Place.FLOAT64, 1);
            if (!model.buffers().isEmpty()) {
                return; // batch norm couples the rows of a batch by design
            }
            Tensor whole = model.forward(Nets.pairs(P), how(Mode.TRAIN, Hook.NONE));
            Forward part = new Forward(Mode.TRAIN, Hook.NONE, new Seeds(9), new long[] {7, 8, 9});
            Tensor cut = model.forward(Nets.pairs(P).narrow(0, 7, 3), part);
            assertThat(cut.sub(whole.narrow(0, 7, 3)).abs().sum().item()).isLessThan(1e-12);
        }
    }

    @ParameterizedTest
    @MethodSource("nets")
    void onlyTrainingMovesTheBuffers(Net net) {
        try (Scope scope = Scope.open()) {
            Model model = build(net, Place.FLOAT64, 1);
            for (Mode mode : Mode.values()) {
                Map<String, double[]> before = buffers(model);
                model.forward(Nets.pairs(P), how(mode, Hook.NONE));
                buffers(model).forEach((name, values) -> {
                    if (mode == Mode.TRAIN) {
                        assertThat(values).as(name).isNotEqualTo(before.get(name));
                    } else {
                        assertThat(values).as(name).containsExactly(before.get(name));
                    }
                });
            }
        }
    }

    private static Map<String, double[]> buffers(Model model) {
        return model.buffers().entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().toDoubles()));
    }

    @ParameterizedTest
    @MethodSource("nets")
    void aStepLeavesNothingBehind(Net net) {
        long start = Tensor.live();
        try (Scope outer = Scope.open()) {
            Model model = build(net, Place.FLOAT32, 1);
            Tensor pairs = Nets.pairs(P);
            List<Tensor> parameters = List.copyOf(model.parameters().values());
            parameters.forEach(Tensor::grad);
            long before = Tensor.live();
            try (Scope scope = Scope.open()) {
                Tensor loss = model.forward(pairs, how(Mode.TRAIN, Hook.NONE))
                        .square()
                        .mean();
                Autograd.backward(loss, parameters);
            }
            assertThat(Tensor.live()).isEqualTo(before);
        }
        assertThat(Tensor.live()).isEqualTo(start);
    }
}
