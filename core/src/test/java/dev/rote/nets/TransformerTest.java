package dev.rote.nets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.tensor.Autograd;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransformerTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void givesTheOutputsOfPyTorch(int layers) throws IOException {
        Map<String, double[]> golden = golden(layers);
        try (Scope scope = Scope.open()) {
            Model model = new Transformer(8, 2, layers, 4, 0)
                    .build(new InputShape.Tokens(2, 5), 5, Place.FLOAT64, new Seeds(0));
            try (Autograd.Guard guard = Autograd.noGrad()) {
                model.parameters()
                        .forEach((name, weight) -> weight.copy_(Place.FLOAT64.of(golden.get(name), weight.shape())));
            }
            assertThat(golden).hasSize(model.parameters().size() + 1);
            double[] outputs = model.forward(Nets.pairs(5), Forward.evaluation(Nets.ids(25)))
                    .toDoubles();
            assertThat(outputs).containsExactly(golden.get("outputs"), within(1e-12));
        }
    }

    private static Map<String, double[]> golden(int layers) throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(
                TransformerTest.class.getResourceAsStream("transformer.csv"), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(line -> line.split(","))
                    .filter(cells -> cells[0].equals(String.valueOf(layers)))
                    .collect(Collectors.toMap(
                            cells -> cells[1],
                            cells -> Arrays.stream(cells)
                                    .skip(2)
                                    .mapToDouble(Double::parseDouble)
                                    .toArray()));
        }
    }

    @Test
    void longerSequencesAreReadAtTheirLastPosition() {
        try (Scope scope = Scope.open()) {
            Model model =
                    new Transformer(8, 2, 2, 4, 0).build(new InputShape.Tokens(4, 3), 6, Place.FLOAT64, new Seeds(3));
            Tensor tokens = Place.FLOAT64.indices(new long[] {0, 1, 2, 1, 1, 0, 2, 1, 0, 1, 2, 0}, 3, 4);
            Forward how = Forward.evaluation(Nets.ids(3));
            Tensor outputs = model.forward(tokens, how);
            assertThat(outputs.shape()).containsExactly(3, 6);
            Tensor dense = tokens.oneHot(3, Place.FLOAT64.dtype()).reshape(3, 12);
            assertThat(outputs.sub(model.forward(dense, how)).abs().sum().item())
                    .isLessThan(1e-12);
            // The second example exchanges the first two tokens of the first: positions matter.
            assertThat(outputs.select(0, 0)
                            .sub(outputs.select(0, 1))
                            .abs()
                            .sum()
                            .item())
                    .isGreaterThan(1e-3);
            Nets.assertGradientsMatchDifferences(model, tokens, how);
        }
    }

    @Test
    void startsAsThePaperAndPyTorchSay() {
        try (Scope scope = Scope.open()) {
            Model model = new Transformer().build(new InputShape.Tokens(2, 97), 97, Place.FLOAT32, new Seeds(1));
            Tensor embedding = model.parameters().get("embedding.weight");
            assertThat(embedding.square().mean().item()).isCloseTo(1, within(0.05));
            Tensor in = model.parameters().get("layers.0.mlp.in.weight");
            assertThat(in.shape()).containsExactly(512, 128);
            assertThat(in.abs().reshape(-1).amax(0).item()).isBetween(0.99 / Math.sqrt(128), 1 / Math.sqrt(128));
            Map<String, Tensor> residues = ((ResidueWeights) model).residueWeights();
            assertThat(residues.keySet()).containsExactly("embedding");
            assertThat(residues.get("embedding").shape()).containsExactly(128, 97);
        }
    }

    @Test
    void wrongSettingsAreNamed() {
        assertThatThrownBy(() -> new Transformer(10, 4, 1, 4, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("width must be a multiple of heads, was 10 for 4");
        assertThatThrownBy(() -> new Transformer(8, 4, 0, 4, 0)).hasMessage("layers must be at least 1, was 0");
        assertThatThrownBy(() -> new Transformer(8, 4, 1, 4, 1)).hasMessage("dropout must be in [0, 1), was 1.0");
        assertThatThrownBy(() ->
                        new Transformer().build(new InputShape.Features(List.of(3L)), 2, Place.FLOAT32, new Seeds(0)))
                .hasMessageContaining("takes tokens");
    }
}
