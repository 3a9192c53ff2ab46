package dev.rote.nets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import dev.rote.tensor.Safetensors;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every net on images promises.
 *
 * <p>Long because one contract is held by six nets, and what differs between them is written out.
 */
class ImageNetContractTest {

    private static final int N = 4;
    private static final int K = 3;

    @TempDir
    Path folder;

    static List<Net> nets() {
        return List.of(
                new SmallCnn(List.of(3, 4), 3, true, 0, List.of(), true),
                new SmallCnn(List.of(3, 4), 3, false, 0.4, List.of(5), true),
                new SmallCnn(List.of(4), 5, false, 0, List.of(), false),
                new Cnn7(),
                new Cnn9(),
                new Resnet18(2, List.of(1, 2, 1, 1), true),
                new Resnet18(2, List.of(1, 1, 1, 1), false),
                new PreActResnet18(2, List.of(2, 1, 1, 1), true),
                new PreActResnet18(2, List.of(1, 1, 1, 1), false),
                new Vgg11(2, true, true),
                new Vgg11(2, false, false),
                new Twins(new SmallCnn(List.of(3, 4), 3, false, 0.4, List.of(), false)),
                new Twins(new Resnet18(2, List.of(1, 1, 1, 1), false)));
    }

    /** The nets small enough for differences, and without dead or dying parameters. */
    static List<Net> smallNets() {
        return nets().stream()
                .filter(net -> !(net instanceof Cnn7 || net instanceof Cnn9))
                .toList();
    }

    /** Whether batch norm takes the batch's rows together. */
    private static boolean coupled(Net net) {
        return switch (net.getClass().getSimpleName()) {
            case "SmallCnn" -> ((SmallCnn) net).batchNorm();
            case "Vgg11" -> ((Vgg11) net).batchNorm();
            case "Twins" -> coupled(((Twins) net).net());
            default -> true;
        };
    }

    private static InputShape images(Net net) {
        long side = net instanceof Cnn9 ? 28 : net instanceof Vgg11 ? 32 : 16;
        return new InputShape.Features(List.of(2L, side, side));
    }

    private static Model build(Net net, Place place, long seed) {
        return net.build(images(net), K, place, new Seeds(seed));
    }

    private static Tensor inputs(Net net, Place place) {
        InputShape shape = images(net);
        long[] sizes = shape.zeros(N, place).shape();
        return place.of(new Seeds(3).gaussians((int) (N * shape.size()), 1), sizes);
    }

    private static Forward how(Mode mode, Hook hook) {
        return new Forward(mode, hook, new Seeds(9), Nets.ids(N));
    }

    private static Forward how(Mode mode) {
        return how(mode, Hook.NONE);
    }

    @ParameterizedTest
    @MethodSource("nets")
    void outputsHaveOneRowPerExampleAndOneColumnPerClass(Net net) {
        for (Place place : List.of(Place.FLOAT32, Place.FLOAT64)) {
            try (Scope scope = Scope.open()) {
                Model model = build(net, place, 1);
                for (Mode mode : Mode.values()) {
                    Tensor outputs = model.forward(inputs(net, place), how(mode));
                    assertThat(outputs.shape()).containsExactly(N, K);
                    assertThat(outputs.place()).isEqualTo(place);
                    assertThat(Double.isFinite(outputs.sum().item())).isTrue();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("nets")
    void theSameSeedGivesTheSameModelAndAnotherAnother(Net net) {
        try (Scope scope = Scope.open()) {
            Tensor inputs = inputs(net, Place.FLOAT32);
            float[] outputs = build(net, Place.FLOAT32, 1)
                    .forward(inputs, how(Mode.TRAIN))
                    .toFloats();
            assertThat(build(net, Place.FLOAT32, 1)
                            .forward(inputs, how(Mode.TRAIN))
                            .toFloats())
                    .containsExactly(outputs);
            assertThat(build(net, Place.FLOAT32, 2)
                            .forward(inputs, how(Mode.TRAIN))
                            .toFloats())
                    .isNotEqualTo(outputs);
        }
    }

    @ParameterizedTest
    @MethodSource("nets")
    void eachHookIsCalledOnceInOrderAndItsAnswerIsUsed(Net net) {
        try (Scope scope = Scope.open()) {
            Model model = build(net, Place.FLOAT64, 1);
            Tensor inputs = inputs(net, Place.FLOAT64);
            double[] plain = model.forward(inputs, how(Mode.EVAL)).toDoubles();
            List<String> seen = new ArrayList<>();
            Hook look = (layer, hidden) -> {
                seen.add(layer);
                assertThat(hidden.size(0)).isEqualTo(N);
                return hidden;
            };
            assertThat(model.forward(inputs, how(Mode.EVAL, look)).toDoubles()).containsExactly(plain);
            assertThat(seen).isEqualTo(model.layers()).doesNotHaveDuplicates();
            for (String changed : model.layers()) {
                Hook change = (layer, hidden) -> layer.equals(changed) ? hidden.mul(-2) : hidden;
                assertThat(model.forward(inputs, how(Mode.EVAL, change)).toDoubles())
                        .as(changed)
                        .isNotEqualTo(plain);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("nets")
    void whatAHookKeptIsNotWrittenOver(Net net) {
        try (Scope scope = Scope.open()) {
            Model model = build(net, Place.FLOAT64, 1);
            List<Tensor> kept = new ArrayList<>();
            List<double[]> values = new ArrayList<>();
            Hook keep = (layer, hidden) -> {
                kept.add(hidden);
                values.add(hidden.toDoubles());
                return hidden;
            };
            model.forward(inputs(net, Place.FLOAT64), how(Mode.TRAIN, keep));
            for (int i = 0; i < kept.size(); i++) {
                assertThat(kept.get(i).toDoubles()).as(model.layers().get(i)).isEqualTo(values.get(i));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("smallNets")
    void gradientsAreThoseOfDifferences(Net net) {
        try (Scope scope = Scope.open()) {
            Model model = build(net, Place.FLOAT64, 5);
            Nets.assertGradientsMatchDifferences(model, inputs(net, Place.FLOAT64), how(Mode.FROZEN));
        }
    }

    /** What input-gradient penalties need: the gradient by the inputs can itself be differentiated by the weights. */
    @ParameterizedTest
    @MethodSource("smallNets")
    void inputGradientsCanBeDifferentiated(Net net) {
        try (Scope scope = Scope.open()) {
            // The seed is one at which no relu and no pool changes sides within a step, where this gradient jumps.
            Model model = build(net, Place.FLOAT64, 5);
            Model slopes = new InputGradient(model);
            Nets.assertGradientsMatchDifferences(slopes, inputs(net, Place.FLOAT64), how(Mode.FROZEN));
        }
    }

    /** As outputs, the gradient of the mean squared outputs by the inputs. */
    private record InputGradient(Model model) implements Model {
        @Override
        public Map<String, Tensor> parameters() {
            return model.parameters();
        }

        @Override
        public List<String> layers() {
            return model.layers();
        }

        @Override
        public Tensor forward(Tensor inputs, Forward how) {
            try (Autograd.Guard guard = Autograd.enableGrad()) {
                Tensor x = inputs.detach().requiresGrad(true);
                Tensor loss = model.forward(x, how).square().mean();
                return Autograd.gradients(loss, List.of(x), true).get(0).mul(10);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("nets")
    void theGradientReachesEveryParameter(Net net) {
        try (Scope scope = Scope.open()) {
            Model model = build(net, Place.FLOAT64, 5);
            List<String> names = List.copyOf(model.parameters().keySet());
            Tensor loss = model.forward(inputs(net, Place.FLOAT64), how(Mode.TRAIN))
                    .logSoftmax(1)
                    .select(1, 0)
                    .mean();
            List<Tensor> gradients =
                    Autograd.gradients(loss, List.copyOf(model.parameters().values()), false);
            for (int i = 0; i < names.size(); i++) {
                assertThat(gradients.get(i).abs().sum().item()).as(names.get(i)).isGreaterThan(0);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("nets")
    void evaluationTakesRowsAlone(Net net) {
        try (Scope scope = Scope.open()) {
            Model model = build(net, Place.FLOAT64, 1);
            Tensor inputs = inputs(net, Place.FLOAT64);
            Tensor whole = model.forward(inputs, how(Mode.EVAL));
            Forward other = new Forward(Mode.EVAL, Hook.NONE, new Seeds(77), new long[] {1, 2});
            Tensor cut = model.forward(inputs.narrow(0, 1, 2), other);
            assertThat(cut.sub(whole.narrow(0, 1, 2)).abs().sum().item()).isLessThan(1e-12);
        }
    }

    @ParameterizedTest
    @MethodSource("nets")
    void trainingTakesRowsAloneJustWhenTheModelSaysSo(Net net) {
        try (Scope scope = Scope.open()) {
            Model model = build(net, Place.FLOAT64, 1);
            Tensor inputs = inputs(net, Place.FLOAT64);
            Tensor whole = model.forward(inputs, how(Mode.FROZEN));
            Forward part = new Forward(Mode.FROZEN, Hook.NONE, new Seeds(9), new long[] {1, 2});
            Tensor cut = model.forward(inputs.narrow(0, 1, 2), part);
            double difference = cut.sub(whole.narrow(0, 1, 2)).abs().sum().item();
            assertThat(model.rowsAreIndependent()).isEqualTo(!coupled(net));
            if (model.rowsAreIndependent()) {
                assertThat(difference).isLessThan(1e-12);
            } else {
                assertThat(difference).isGreaterThan(1e-6);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("nets")
    void onlyTrainingMovesRunningStatistics(Net net) {
        try (Scope scope = Scope.open()) {
            Model model = build(net, Place.FLOAT64, 1);
            for (Mode mode : Mode.values()) {
                Map<String, double[]> before = buffers(model);
                model.forward(inputs(net, Place.FLOAT64), how(mode));
                buffers(model).forEach((name, values) -> {
                    if (mode == Mode.TRAIN && !name.contains(".frozen.")) {
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
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().toDoubles()));
    }

    @ParameterizedTest
    @MethodSource("nets")
    void blocksHoldEveryParameterAndBufferOnce(Net net) {
        try (Scope scope = Scope.open()) {
            Model model = build(net, Place.FLOAT32, 1);
            if (net instanceof Twins) {
                assertThat(model).isNotInstanceOf(Blocks.class);
                return;
            }
            List<Blocks.Block> blocks = ((Blocks) model).blocks();
            assertThat(blocks.stream().flatMap(block -> block.parameters().stream()))
                    .containsExactlyElementsOf(model.parameters().keySet());
            assertThat(blocks.stream().flatMap(block -> block.buffers().stream()))
                    .containsExactlyElementsOf(model.buffers().keySet());
            int head = blocks.size() - 1;
            assertThat(blocks.get(head).layer()).isEmpty();
            assertThat(blocks.stream().limit(head).map(Blocks.Block::layer))
                    .isSubsetOf(model.layers())
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("nets")
    void aFrozenNormIsAppliedAfterTheHookOfItsBlock(Net net) {
        try (Scope scope = Scope.open();
                Autograd.Guard guard = Autograd.noGrad()) {
            Model model = build(net, Place.FLOAT64, 1);
            Tensor inputs = inputs(net, Place.FLOAT64);
            for (String name : model.buffers().keySet()) {
                if (name.endsWith(".frozen.mean")) {
                    String block = name.substring(0, name.length() - ".frozen.mean".length());
                    Tensor mean = model.buffers().get(name);
                    Tensor std = model.buffers().get(block + ".frozen.std");
                    Hook byHand = (layer, hidden) ->
                            layer.equals(block) ? hidden.sub(0.5).div(4) : hidden;
                    double[] expected =
                            model.forward(inputs, how(Mode.EVAL, byHand)).toDoubles();
                    mean.fill_(0.5);
                    std.fill_(4);
                    assertThat(model.forward(inputs, how(Mode.EVAL)).toDoubles())
                            .containsExactly(expected);
                    mean.zero_();
                    std.fill_(1);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("nets")
    void weightsGoThroughAFile(Net net) throws IOException {
        try (Scope scope = Scope.open()) {
            Model model = build(net, Place.FLOAT32, 1);
            Map<String, Tensor> all = new LinkedHashMap<>(model.parameters());
            all.putAll(model.buffers());
            assertThat(all).hasSize(model.parameters().size() + model.buffers().size());
            Map<String, Safetensors.Entry> entries = new LinkedHashMap<>();
            all.forEach((name, tensor) ->
                    entries.put(name, Safetensors.Entry.of(tensor.dtype(), tensor.bytes(), tensor.shape())));
            Path file = folder.resolve("weights.safetensors");
            Safetensors.write(file, entries, Map.of());
            assertThat(Safetensors.read(file).tensors()).isEqualTo(entries);
            assertThat(entries.keySet()).noneMatch(name -> name.endsWith("num_batches_tracked"));
        }
    }

    @ParameterizedTest
    @MethodSource("nets")
    void aStepLeavesNothingBehind(Net net) {
        long start = Tensor.live();
        try (Scope outer = Scope.open()) {
            Model model = build(net, Place.FLOAT32, 1);
            int owned = model.parameters().size() + model.buffers().size();
            assertThat(Tensor.live()).isEqualTo(start + owned); // what was drawn in between is gone
            Tensor inputs = inputs(net, Place.FLOAT32);
            List<Tensor> parameters = List.copyOf(model.parameters().values());
            parameters.forEach(Tensor::grad);
            long before = Tensor.live();
            try (Scope scope = Scope.open()) {
                Autograd.backward(
                        model.forward(inputs, how(Mode.TRAIN)).square().mean(), parameters);
            }
            assertThat(Tensor.live()).isEqualTo(before);
        }
        assertThat(Tensor.live()).isEqualTo(start);
    }

    @ParameterizedTest
    @MethodSource("nets")
    void whatIsNoImageIsRefused(Net net) {
        String rule = "takes images [channels, height, width]";
        for (InputShape wrong : List.of(new InputShape.Tokens(2, 5), new InputShape.Features(List.of(28L, 28L)))) {
            assertThatThrownBy(() -> net.build(wrong, K, Place.FLOAT32, new Seeds(1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(rule);
            assertThatThrownBy(() -> net.work(wrong, K)).hasMessageContaining(rule);
        }
        try (Scope scope = Scope.open()) {
            Model model = build(net, Place.FLOAT32, 1);
            assertThatThrownBy(() -> model.forward(Place.FLOAT32.zeros(1, 5, 9, 9), how(Mode.EVAL)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("inputs must be [N, 2, ")
                    .hasMessageContaining("was [1, 5, 9, 9]");
        }
    }

    @Test
    void tooSmallImagesAreRefusedBeforeAnythingIsDrawn() {
        long start = Tensor.live();
        InputShape small = new InputShape.Features(List.of(1L, 7L, 12L));
        for (Net net : List.of(
                new SmallCnn(List.of(2, 2, 2), 3, true, 0, List.of(), false), new Cnn7(), new Cnn9(), new Vgg11())) {
            assertThatThrownBy(() -> net.build(small, K, Place.FLOAT32, new Seeds(1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("images are too small for this net: before ")
                    .hasMessageMatching(".* they are 1 x \\d, and must be at least [23] x [23]");
        }
        assertThat(Tensor.live()).isEqualTo(start);
    }

    @Test
    void multiplicationsAreThoseOfConvolutionsAndMatrices() {
        InputShape digits = new InputShape.Features(List.of(1L, 28L, 28L));
        double first = 28 * 28 * 32 * 9;
        double second = 14 * 14 * 64 * 32 * 9;
        assertThat(new SmallCnn().work(digits, 10)).isEqualTo(2 * (first + second + 7 * 7 * 64 * 10));
        assertThat(new Twins(new SmallCnn()).work(digits, 10)).isEqualTo(2 * new SmallCnn().work(digits, 10));
        InputShape photos = new InputShape.Features(List.of(3L, 32L, 32L));
        assertThat(new Resnet18().work(photos, 10) / 2).isCloseTo(555e6, within(5e6));
        assertThat(new Vgg11().work(photos, 10) / 2).isCloseTo(152.9e6, within(1e6));
    }
}
