package dev.rote.nets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.nets.images.Cnn7;
import dev.rote.nets.images.Cnn9;
import dev.rote.nets.images.PreActResnet18;
import dev.rote.nets.images.Resnet18;
import dev.rote.nets.images.SmallCnn;
import dev.rote.nets.images.Vgg11;
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
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The nets on images compute what PyTorch computes: outputs in evaluation and training, gradients, running statistics. The
 * numbers in images.csv were made by images.py beside it, with PyTorch 1.13.0 in float64 on the CPU; both sides set each weight
 * by the formula of {@link #fill}.
 */
class ImageGoldenTest {

    private static final int N = 3;
    private static final int K = 4;

    static Stream<Arguments> nets() {
        return Stream.of(
                Arguments.of("small-cnn", new SmallCnn(List.of(4, 6), 3, true, 0, List.of(), false), 16),
                Arguments.of("small-cnn-plain", new SmallCnn(List.of(3, 4, 5), 3, false, 0, List.of(6, 5), false), 17),
                Arguments.of("cnn-7", new Cnn7(), 16),
                Arguments.of("cnn-9", new Cnn9(0), 28),
                Arguments.of("resnet-18", new Resnet18(3, List.of(2, 2, 2, 2), false), 16),
                Arguments.of("preact-resnet-18", new PreActResnet18(3, List.of(2, 1, 1, 2), true), 16),
                Arguments.of("preact-resnet-18-plain", new PreActResnet18(2, List.of(1, 1, 1, 1), false), 9),
                Arguments.of("vgg-11", new Vgg11(2, true, false), 32),
                Arguments.of("vgg-11-plain", new Vgg11(2, false, false), 32));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nets")
    void computesWhatPyTorchComputes(String name, Net net, int side) throws IOException {
        Map<String, double[]> golden = golden(name);
        try (Scope scope = Scope.open()) {
            InputShape images = new InputShape.Features(List.of(3L, (long) side, (long) side));
            Model model = net.build(images, K, Place.FLOAT64, new Seeds(0));
            model.parameters().forEach(ImageGoldenTest::fill);
            model.buffers().forEach(ImageGoldenTest::fill);
            Tensor inputs = Place.FLOAT64.of(waves(N * 3 * side * side, 0.5, 1, 0), N, 3, side, side);
            assertThat(model.forward(inputs, how(Mode.EVAL)).toDoubles()).satisfies(near(golden.get("evaluation")));
            Tensor outputs = model.forward(inputs, how(Mode.TRAIN));
            assertThat(outputs.toDoubles()).satisfies(near(golden.get("training")));
            double[] gradients =
                    Autograd.gradients(
                                    outputs.square().mean(),
                                    List.copyOf(model.parameters().values()),
                                    false)
                            .stream()
                            .mapToDouble(gradient -> gradient.norm().item())
                            .toArray();
            assertThat(gradients).satisfies(near(golden.get("gradients")));
            double[] buffers = model.buffers().values().stream()
                    .mapToDouble(buffer -> buffer.sum().item())
                    .toArray();
            assertThat(buffers).satisfies(near(golden.get("buffers")));
        }
    }

    private static Forward how(Mode mode) {
        return new Forward(mode, Hook.NONE, new Seeds(0), Nets.ids(N));
    }

    /** Within 1e-9 of the largest of them: a bias before batch norm has a gradient of rounding errors alone. */
    private static java.util.function.Consumer<double[]> near(double[] expected) {
        double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        return actual -> assertThat(actual).containsExactly(expected, within(1e-9 * largest));
    }

    /** {@code scale sin(1.7 i + shift) + offset}. */
    private static double[] waves(int count, double shift, double scale, double offset) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = scale * Math.sin(1.7 * i + shift) + offset;
        }
        return values;
    }

    private static void fill(String name, Tensor tensor) {
        int count = (int) tensor.numel();
        double[] values;
        if (tensor.dim() > 1) {
            values = waves(count, name.length(), 2 / Math.sqrt((double) count / tensor.size(0)), 0);
        } else if (name.endsWith("bias") || name.endsWith("mean")) {
            values = waves(count, name.length(), 0.1, 0);
        } else {
            values = waves(count, name.length(), 0.3, 1);
        }
        try (Autograd.Guard guard = Autograd.noGrad()) {
            tensor.copy_(Place.FLOAT64.of(values, tensor.shape()));
        }
    }

    private static Map<String, double[]> golden(String net) throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(
                ImageGoldenTest.class.getResourceAsStream("images.csv"), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(line -> line.split(","))
                    .filter(cells -> cells[0].equals(net))
                    .collect(Collectors.toMap(
                            cells -> cells[1],
                            cells -> Arrays.stream(cells)
                                    .skip(2)
                                    .mapToDouble(Double::parseDouble)
                                    .toArray()));
        }
    }
}
