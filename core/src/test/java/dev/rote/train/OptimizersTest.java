package dev.rote.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rote.tensor.Autograd;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Tensor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the optimizers to traces of PyTorch's own. */
class OptimizersTest {

    private static final Map<String, Optimizer> OPTIMIZERS = new LinkedHashMap<>();

    static {
        OPTIMIZERS.put("adamw", new AdamW());
        OPTIMIZERS.put("adamw_strong", new AdamW(0.01, 0.9, 0.98, 1e-8, 15));
        OPTIMIZERS.put("adamw_none", new AdamW(0.05, 0.8, 0.9, 1e-3, 0));
        OPTIMIZERS.put("adam", new Adam());
        OPTIMIZERS.put("adam_l2", new Adam(0.02, 0.9, 0.98, 1e-6, 0.5));
        OPTIMIZERS.put("sgd", new Sgd(0.1, 0, false, 0));
        OPTIMIZERS.put("sgd_momentum", new Sgd(0.1, 0.9, false, 0.01));
        OPTIMIZERS.put("sgd_nesterov", new Sgd(0.1, 0.9, true, 0.01));
        OPTIMIZERS.put("rms_prop", new RmsProp());
        OPTIMIZERS.put("rms_prop_momentum", new RmsProp(0.02, 0.9, 1e-6, 0.5, 0.1));
        OPTIMIZERS.put("adagrad", new Adagrad());
        OPTIMIZERS.put("adagrad_l2", new Adagrad(0.1, 1e-6, 0.1));
    }

    static java.util.Set<String> names() {
        return OPTIMIZERS.keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void movesAsPyTorchDoes(String name) throws IOException {
        Map<String, double[]> golden = golden();
        Optimizer optimizer = OPTIMIZERS.get(name);
        long before = Tensor.live();
        try (Scope scope = Scope.open();
                Autograd.Guard guard = Autograd.noGrad()) {
            Tensor first = Place.FLOAT64.of(Arrays.copyOf(golden.get("start 0"), 6), 3, 2);
            Tensor second = Place.FLOAT64.of(Arrays.copyOfRange(golden.get("start 0"), 6, 10), 4);
            Map<String, Tensor> state = new HashMap<>();
            for (int t = 1; t <= 10; t++) {
                double[] gradient = golden.get("gradient " + t);
                move(optimizer, first, Arrays.copyOf(gradient, 6), state, "first ", t);
                move(optimizer, second, Arrays.copyOfRange(gradient, 6, 10), state, "second ", t);
                double[] expected = golden.get(name + " " + t);
                double[] seen = Tensor.cat(java.util.List.of(first.reshape(6), second), 0)
                        .toDoubles();
                for (int i = 0; i < 10; i++) {
                    assertThat(seen[i]).isCloseTo(expected[i], within(1e-12 * Math.max(1e-3, Math.abs(expected[i]))));
                }
            }
        }
        assertThat(Tensor.live()).isEqualTo(before);
    }

    private static void move(
            Optimizer optimizer, Tensor parameter, double[] values, Map<String, Tensor> state, String owner, int t) {
        Tensor gradient = Place.FLOAT64.of(values, parameter.shape());
        optimizer.step(
                parameter,
                gradient,
                slot -> state.computeIfAbsent(owner + slot, key -> parameter.zerosLike()),
                t,
                optimizer.learningRate());
        assertThat(gradient.toDoubles()).containsExactly(values);
    }

    private static Map<String, double[]> golden() throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(
                OptimizersTest.class.getResourceAsStream("optimizers.csv"), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .collect(Collectors.toMap(
                            cells -> cells[0] + " " + cells[1],
                            cells -> Arrays.stream(cells)
                                    .skip(2)
                                    .mapToDouble(Double::parseDouble)
                                    .toArray()));
        }
    }

    @Test
    void aWrongNumberIsNamedWithItsValue() {
        assertThatThrownBy(() -> new AdamW(0, 0.9, 0.999, 1e-8, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("learning_rate must be above 0, was 0.0");
        assertThatThrownBy(() -> new AdamW(1, 1, 0.999, 1e-8, 0)).hasMessage("beta1 must be in [0, 1), was 1.0");
        assertThatThrownBy(() -> new Adam(1, 0.9, Double.NaN, 1e-8, 0)).hasMessage("beta2 must be in [0, 1), was NaN");
        assertThatThrownBy(() -> new RmsProp(1, 0.9, -1, 0, 0)).hasMessage("epsilon must be at least 0, was -1.0");
        assertThatThrownBy(() -> new Adagrad(1, 0, Double.POSITIVE_INFINITY))
                .hasMessage("weight_decay must be at least 0, was Infinity");
        assertThatThrownBy(() -> new Sgd(1, 0, true, 0)).hasMessage("nesterov needs momentum above 0, was 0.0");
    }
}
