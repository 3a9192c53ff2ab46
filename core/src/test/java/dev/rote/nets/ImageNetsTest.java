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
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is particular to each net on images: its size, its names, how its weights start. */
class ImageNetsTest {

    private static final InputShape PHOTOS = new InputShape.Features(List.of(3L, 32L, 32L));
    private static final InputShape DIGITS = new InputShape.Features(List.of(1L, 28L, 28L));

    /** Counts of the same nets in PyTorch, by {@code sum(p.numel() for p in net.parameters())}. */
    static List<Arguments> sizes() {
        return List.of(
                Arguments.of(new SmallCnn(), DIGITS, 50_282),
                Arguments.of(
                        new SmallCnn(List.of(64, 128, 256), 3, false, 0, List.of(128, 256), false), PHOTOS, 930_826),
                Arguments.of(new Cnn7(), PHOTOS, 518_150),
                Arguments.of(new Cnn9(), PHOTOS, 4_434_570),
                Arguments.of(new Resnet18(), PHOTOS, 11_173_962),
                Arguments.of(new Resnet18(64, List.of(3, 4, 6, 3), false), PHOTOS, 21_282_122),
                Arguments.of(new PreActResnet18(64, List.of(2, 2, 2, 2), false), PHOTOS, 11_171_146),
                Arguments.of(new PreActResnet18(), PHOTOS, 11_172_170),
                Arguments.of(new Vgg11(), PHOTOS, 9_231_114),
                Arguments.of(new Vgg11(64, false, false), PHOTOS, 9_225_610));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void haveAsManyParametersAsInPyTorch(Net net, InputShape inputs, long count) {
        try (Scope scope = Scope.open()) {
            Model model = net.build(inputs, 10, Place.FLOAT32, new Seeds(1));
            assertThat(model.parameters().values().stream()
                            .mapToLong(Tensor::numel)
                            .sum())
                    .isEqualTo(count);
        }
    }

    @Test
    void namesAreThoseOfPyTorch() {
        try (Scope scope = Scope.open()) {
            Model resnet = new Resnet18(2, List.of(2, 2, 2, 2), true).build(PHOTOS, 10, Place.FLOAT32, new Seeds(1));
            assertThat(resnet.parameters().keySet())
                    .startsWith("conv1.weight", "bn1.weight", "bn1.bias", "layer1.0.conv1.weight")
                    .contains("layer2.0.shortcut.0.weight", "layer2.0.shortcut.1.bias", "layer4.1.bn2.weight")
                    .endsWith("linear.weight", "linear.bias")
                    .doesNotContain("layer1.0.shortcut.0.weight", "layer2.1.shortcut.0.weight", "conv1.bias");
            assertThat(resnet.buffers().keySet())
                    .contains("bn1.running_mean", "layer2.0.shortcut.1.running_var")
                    .contains("layer1.0.frozen.mean", "layer4.1.frozen.std");
            assertThat(resnet.layers())
                    .containsExactly(
                            "relu",
                            "layer1.0",
                            "layer1.1",
                            "layer2.0",
                            "layer2.1",
                            "layer3.0",
                            "layer3.1",
                            "layer4.0",
                            "layer4.1",
                            "avgpool");
            Model vgg = new Vgg11(1, true, true).build(PHOTOS, 10, Place.FLOAT32, new Seeds(1));
            assertThat(vgg.layers())
                    .containsExactly("features.3", "features.7", "features.14", "features.21", "features.28");
            assertThat(vgg.parameters().keySet()).contains("features.25.weight", "features.26.bias");
            assertThat(vgg.buffers().keySet()).contains("features.28.frozen.mean");
            Model small = new SmallCnn(List.of(2, 3), 3, true, 0, List.of(4), false)
                    .build(DIGITS, 10, Place.FLOAT32, new Seeds(1));
            assertThat(small.layers()).containsExactly("stages.0", "stages.1", "hidden.0");
            assertThat(small.buffers().keySet())
                    .containsExactly(
                            "stages.0.norm.running_mean",
                            "stages.0.norm.running_var",
                            "stages.1.norm.running_mean",
                            "stages.1.norm.running_var");
        }
    }

    @Test
    void theBlocksOfASmallCnnAreItsStagesAndItsHead() {
        try (Scope scope = Scope.open()) {
            Model model = new SmallCnn(List.of(2, 3), 3, true, 0, List.of(4), true)
                    .build(DIGITS, 10, Place.FLOAT32, new Seeds(1));
            List<Blocks.Block> blocks = ((Blocks) model).blocks();
            assertThat(blocks).extracting(Blocks.Block::layer).containsExactly("stages.0", "stages.1", "");
            assertThat(blocks.get(1).parameters())
                    .containsExactly("stages.1.conv.weight", "stages.1.norm.weight", "stages.1.norm.bias");
            assertThat(blocks.get(1).buffers())
                    .containsExactly(
                            "stages.1.norm.running_mean",
                            "stages.1.norm.running_var",
                            "stages.1.frozen.mean",
                            "stages.1.frozen.std");
            assertThat(blocks.get(2).parameters())
                    .containsExactly("hidden.0.weight", "hidden.0.bias", "output.weight", "output.bias");
        }
    }

    @Test
    void frozenNormsChangeNothingUntilTheyAreSet() {
        try (Scope scope = Scope.open()) {
            Tensor inputs = Place.FLOAT32.of(new Seeds(2).gaussians(2 * 3 * 32 * 32, 1), 2, 3, 32, 32);
            for (boolean norms : new boolean[] {true, false}) {
                double[][] outputs = new double[2][];
                for (int i = 0; i < 2; i++) {
                    Model model = new Vgg11(2, norms, i == 1).build(PHOTOS, 5, Place.FLOAT32, new Seeds(1));
                    outputs[i] = model.forward(inputs, Forward.evaluation(Nets.ids(2)))
                            .toDoubles();
                }
                assertThat(outputs[1]).isEqualTo(outputs[0]);
            }
        }
    }

    @Test
    void weightsStartAsDocumented() {
        try (Scope scope = Scope.open()) {
            Map<String, Tensor> he = new SmallCnn(List.of(32, 64), 3, false, 0, List.of(), false)
                    .build(DIGITS, 10, Place.FLOAT64, new Seeds(1))
                    .parameters();
            assertVariance(he.get("stages.1.conv.weight"), 2.0 / (32 * 9));
            assertVariance(he.get("output.weight"), 2.0 / (64 * 49));
            assertThat(he.get("stages.1.conv.bias").abs().sum().item()).isZero();
            Map<String, Tensor> uniform =
                    new Cnn7().build(PHOTOS, 10, Place.FLOAT64, new Seeds(1)).parameters();
            double bound = 1 / Math.sqrt(64 * 9);
            assertVariance(uniform.get("c3.weight"), bound * bound / 3);
            assertThat(uniform.get("c3.weight").abs().reshape(-1).amax(0).item())
                    .isBetween(0.999 * bound, bound);
            assertThat(uniform.get("c3.bias").abs().amax(0).item()).isBetween(0.9 * bound, bound);
        }
    }

    private static void assertVariance(Tensor weights, double expected) {
        assertThat(weights.square().mean().item()).isCloseTo(expected, within(0.03 * expected));
        assertThat(weights.mean().item()).isCloseTo(0, within(0.03 * Math.sqrt(expected)));
    }

    @Test
    void cnn9DropsWholeChannelsAndOnlyInTraining() {
        try (Scope scope = Scope.open()) {
            Model model = new Cnn9(0.5).build(DIGITS, 10, Place.FLOAT32, new Seeds(1));
            Tensor inputs = Place.FLOAT32.of(new Seeds(2).gaussians(2 * 28 * 28, 1), 2, 1, 28, 28);
            List<Double> shares = new ArrayList<>();
            Hook look = (layer, hidden) -> {
                if (layer.equals("c3")) {
                    Tensor largest = hidden.abs().reshape(2 * 128, -1).amax(1);
                    Tensor zeros = hidden.eq(0).to(dev.rote.tensor.DType.FLOAT32);
                    assertThat(largest.eq(0)
                                    .to(dev.rote.tensor.DType.FLOAT32)
                                    .mean()
                                    .item())
                            .isCloseTo(zeros.mean().item(), within(1e-6)); // no zero outside a dropped channel
                    shares.add(zeros.mean().item());
                }
                return hidden;
            };
            for (Mode mode : List.of(Mode.TRAIN, Mode.EVAL)) {
                model.forward(inputs, new Forward(mode, look, new Seeds(3), Nets.ids(2)));
            }
            assertThat(shares.get(0)).isBetween(0.4, 0.6);
            assertThat(shares.get(1)).isZero();
        }
    }

    @Test
    void fieldsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> new SmallCnn(List.of(), 3, true, 0, List.of(), false))
                .hasMessage("channels must be one number of at least 1 per stage, was []");
        assertThatThrownBy(() -> new SmallCnn(List.of(2), 4, true, 0, List.of(), false))
                .hasMessage("kernel must be odd and at least 1, was 4");
        assertThatThrownBy(() -> new SmallCnn(List.of(2), 3, true, 0, List.of(0), false))
                .hasMessage("hidden must be widths of at least 1, was [0]");
        assertThatThrownBy(() -> new SmallCnn(List.of(2), 3, true, 1, List.of(), false))
                .hasMessage("dropout must be in [0, 1), was 1.0");
        assertThatThrownBy(() -> new Cnn9(-0.1)).hasMessage("dropout must be in [0, 1), was -0.1");
        assertThatThrownBy(() -> new Vgg11(0, true, false)).hasMessage("width must be at least 1, was 0");
        assertThatThrownBy(() -> new Resnet18(4, List.of(2, 2, 2), false))
                .hasMessage("blocks must be four numbers of at least 1, was [2, 2, 2]");
        assertThatThrownBy(() -> new PreActResnet18(0, List.of(2, 2, 2, 2), true))
                .hasMessage("width must be at least 1, was 0");
    }
}
