package dev.rote.nets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.tensor.DType;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MlpTest {

    @Test
    void theDefaultIsTheThreeLayerNetOfThePaper() {
        try (Scope scope = Scope.open()) {
            Model model = new Mlp().build(new InputShape.Tokens(2, 97), 97, Place.FLOAT32, new Seeds(1));
            Map<String, Tensor> weights = model.parameters();
            assertThat(weights.keySet())
                    .containsExactly("hidden.0.tables.0", "hidden.0.tables.1", "hidden.1.weight", "output.weight");
            assertThat(weights.get("hidden.0.tables.1").shape()).containsExactly(97, 500);
            assertThat(weights.get("output.weight").shape()).containsExactly(97, 500);
            assertVariance(weights.get("hidden.0.tables.0"), 2.0 / 194);
            assertVariance(weights.get("hidden.1.weight"), 2.0 / 500);
            assertVariance(weights.get("output.weight"), 2.0 / 500);
            Map<String, Tensor> residues = ((ResidueWeights) model).residueWeights();
            assertThat(residues.keySet()).containsExactly("u", "v");
            assertThat(residues.get("v").shape()).containsExactly(500, 97);
        }
    }

    private static void assertVariance(Tensor weights, double expected) {
        assertThat(weights.square().mean().item()).isCloseTo(expected, within(0.03 * expected));
        assertThat(weights.mean().item()).isCloseTo(0, within(0.03 * Math.sqrt(expected)));
    }

    @Test
    void featuresAreFlattenedAndFollowTheDefinition() {
        try (Scope scope = Scope.open()) {
            Model model = new Mlp(List.of(4), Activation.RELU, true, 0, false)
                    .build(new InputShape.Features(List.of(2L, 3L)), 2, Place.FLOAT64, new Seeds(5));
            assertThat(model.parameters().keySet())
                    .containsExactly("hidden.0.weight", "hidden.0.bias", "output.weight", "output.bias");
            assertThat(((ResidueWeights) model).residueWeights()).isEmpty();
            double[] x = new Seeds(6).gaussians(6, 1);
            double[] first = model.parameters().get("hidden.0.weight").toDoubles();
            double[] second = model.parameters().get("output.weight").toDoubles();
            double[] expected = new double[2];
            for (int unit = 0; unit < 4; unit++) {
                double sum = 0;
                for (int j = 0; j < 6; j++) {
                    sum += first[unit * 6 + j] * x[j];
                }
                for (int k = 0; k < 2; k++) {
                    expected[k] += second[k * 4 + unit] * Math.max(0, sum);
                }
            }
            Tensor inputs = Place.FLOAT64.of(x, 1, 2, 3);
            assertThat(model.forward(inputs, Forward.evaluation(Nets.ids(1))).toDoubles())
                    .containsExactly(expected, within(1e-12));
            Nets.assertGradientsMatchDifferences(model, inputs, Forward.evaluation(Nets.ids(1)));
        }
    }

    @Test
    void eachLayerDropsItsOwnNeurons() {
        try (Scope scope = Scope.open()) {
            Model model = new Mlp(List.of(64, 64), Activation.TANH, true, 0.5, false)
                    .build(new InputShape.Tokens(2, 5), 5, Place.FLOAT64, new Seeds(5));
            List<Tensor> dropped = new ArrayList<>();
            Hook look = (layer, hidden) -> {
                dropped.add(hidden.eq(0));
                return hidden;
            };
            model.forward(Nets.pairs(5), new Forward(Mode.TRAIN, look, new Seeds(1), Nets.ids(25)));
            double agree =
                    dropped.get(0).eq(dropped.get(1)).to(DType.FLOAT64).mean().item();
            assertThat(dropped.get(0).to(DType.FLOAT64).mean().item()).isCloseTo(0.5, within(0.05));
            assertThat(agree).isCloseTo(0.5, within(0.05));
        }
    }

    @Test
    void wrongSettingsAreNamed() {
        assertThatThrownBy(() -> new Mlp(List.of(5, 0), Activation.RELU, true, 0, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("hidden widths must be at least 1, was [5, 0]");
        assertThatThrownBy(() -> new Mlp(List.of(5), Activation.RELU, true, -0.1, false))
                .hasMessage("dropout must be in [0, 1), was -0.1");
    }
}
