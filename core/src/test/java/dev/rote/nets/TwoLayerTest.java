package dev.rote.nets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.tensor.InputShape;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TwoLayerTest {

    private static final int P = 7;
    private static final int N = 5;

    private static Model build(Activation activation) {
        return new TwoLayer(N, activation, 0, false).build(new InputShape.Tokens(2, P), P, Place.FLOAT64, new Seeds(2));
    }

    @ParameterizedTest
    @EnumSource(
            value = Activation.class,
            names = {"SQUARE", "RELU", "TANH"})
    void computesItsDefinition(Activation activation) {
        try (Scope scope = Scope.open()) {
            Model model = build(activation);
            double[] u = model.parameters().get("u.weight").toDoubles();
            double[] v = model.parameters().get("v.weight").toDoubles();
            double[] w = model.parameters().get("w.weight").toDoubles();
            double[] expected = new double[P * P * P];
            for (int m = 0; m < P; m++) {
                for (int n = 0; n < P; n++) {
                    for (int k = 0; k < N; k++) {
                        double z = u[m * N + k] + v[n * N + k];
                        double a = switch (activation) {
                            case SQUARE -> z * z;
                            case RELU -> Math.max(0, z);
                            default -> Math.tanh(z);
                        };
                        for (int q = 0; q < P; q++) {
                            expected[(m * P + n) * P + q] += w[q * N + k] * a;
                        }
                    }
                }
            }
            assertThat(model.forward(Nets.pairs(P), Forward.evaluation(Nets.ids(P * P)))
                            .toDoubles())
                    .containsExactly(expected, within(1e-14));
        }
    }

    @Test
    void startsWithTheDeviationOfThePaper() {
        try (Scope scope = Scope.open()) {
            Model model = new TwoLayer().build(new InputShape.Tokens(2, 97), 97, Place.FLOAT32, new Seeds(1));
            for (Tensor weight : model.parameters().values()) {
                assertThat(weight.shape()).containsExactly(97, 500);
                assertThat(Math.sqrt(weight.square().mean().item())).isCloseTo(0.05, within(0.0005));
            }
        }
    }

    @Test
    void outputsAreTheSumOverItsNeurons() {
        try (Scope scope = Scope.open()) {
            Model model = new TwoLayer(N, Activation.SQUARE, 0.5, true)
                    .build(new InputShape.Tokens(2, P), P, Place.FLOAT64, new Seeds(2));
            Tensor pairs = Nets.pairs(P);
            Neurons neurons = (Neurons) model;
            Tensor sum = neurons.activations(pairs).mm(neurons.readout().t());
            Tensor outputs = model.forward(pairs, Forward.evaluation(Nets.ids(P * P)));
            assertThat(sum.sub(outputs).abs().sum().item()).isLessThan(1e-12);
        }
    }

    @Test
    void residueWeightsAreItsMatricesByUnit() {
        try (Scope scope = Scope.open()) {
            Model model = build(Activation.SQUARE);
            Map<String, Tensor> rows = ((ResidueWeights) model).residueWeights();
            assertThat(rows.keySet()).containsExactly("u", "v", "w");
            assertThat(rows.get("w").shape()).containsExactly(N, P);
            double[] w = model.parameters().get("w.weight").toDoubles();
            assertThat(rows.get("w").toDoubles()[2 * P + 3]).isEqualTo(w[3 * N + 2]);
        }
    }

    @Test
    void wrongSettingsAreNamed() {
        assertThatThrownBy(() -> new TwoLayer(0, Activation.SQUARE, 0, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("width must be at least 1, was 0");
        assertThatThrownBy(() ->
                        new TwoLayer().build(new InputShape.Features(List.of(3L)), 2, Place.FLOAT32, new Seeds(0)))
                .hasMessageContaining("pairs of tokens");
    }
}
