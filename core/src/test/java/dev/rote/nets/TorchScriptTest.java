package dev.rote.nets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rote.tensor.Autograd;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads what PyTorch wrote. Both files and all expected numbers were made by scripted.py beside them, with PyTorch 1.13.0: a
 * convolution, batch norm, relu, dropout 0.5 and a linear layer, with sines for weights, saved in training mode.
 */
class TorchScriptTest {

    private static final InputShape IMAGES = new InputShape.Features(List.of(1L, 4L, 4L));
    private static final double[] OUTPUTS = {
        2.506388747181493,
        -0.6660827514667262,
        -1.4114326891561073,
        -0.044094625903965234,
        1.4202182581029765,
        0.5319369268827674
    };
    private static final double[] GRADIENTS = {
        2.089859420173186,
        0.9472434834893374,
        3.9901931156518464,
        2.640173598250496,
        1.9710876837159688,
        0.9070786746414833
    };

    private static String resource(String name) throws URISyntaxException {
        return Path.of(TorchScriptTest.class.getResource(name).toURI()).toString();
    }

    private static Model load(InputShape inputs, int outputs, Place place) throws URISyntaxException {
        return new TorchScript(resource("scripted.pt")).build(inputs, outputs, place, new Seeds(0));
    }

    private static Tensor inputs(Place place) {
        double[] values = new double[32];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.sin(i);
        }
        return place.of(values, 2, 1, 4, 4);
    }

    private static Forward how(Mode mode, long seed) {
        return new Forward(mode, Hook.NONE, new Seeds(seed), Nets.ids(2));
    }

    @Test
    void computesWhatPyTorchComputesInEvaluationWhateverTheMode() throws URISyntaxException {
        try (Scope scope = Scope.open()) {
            Model model = load(IMAGES, 3, Place.FLOAT64);
            for (Mode mode : Mode.values()) {
                Tensor outputs = model.forward(inputs(Place.FLOAT64), how(mode, 1));
                assertThat(outputs.toDoubles()).containsExactly(OUTPUTS, within(1e-6)); // sines saved in float32
                List<Tensor> gradients = Autograd.gradients(
                        outputs.square().mean(), List.copyOf(model.parameters().values()), false);
                for (int i = 0; i < gradients.size(); i++) {
                    assertThat(gradients.get(i).norm().item()).isCloseTo(GRADIENTS[i], within(1e-6));
                }
                assertThat(model.buffers().get("1.running_mean").toDoubles()).containsExactly(0.25, 0.25);
            }
        }
    }

    @Test
    void givesTheSameBytesEveryTime() throws URISyntaxException {
        try (Scope scope = Scope.open()) {
            Model model = load(IMAGES, 3, Place.FLOAT32);
            float[] first =
                    model.forward(inputs(Place.FLOAT32), how(Mode.TRAIN, 1)).toFloats();
            for (int again = 2; again < 6; again++) {
                assertThat(model.forward(inputs(Place.FLOAT32), how(Mode.TRAIN, again))
                                .toFloats())
                        .containsExactly(first);
            }
        }
    }

    @Test
    void showsItsTensorsByNameAndComputesWithWhatIsWrittenThere() throws URISyntaxException {
        try (Scope scope = Scope.open();
                Autograd.Guard guard = Autograd.noGrad()) {
            Model model = load(IMAGES, 3, Place.FLOAT32);
            assertThat(model.parameters().keySet())
                    .containsExactly("0.weight", "0.bias", "1.weight", "1.bias", "5.weight", "5.bias");
            assertThat(model.buffers().keySet()).containsExactly("1.running_mean", "1.running_var");
            assertThat(model.layers()).isEmpty();
            assertThat(model.rowsAreIndependent()).isFalse();
            model.parameters().get("5.weight").zero_();
            model.parameters().get("5.bias").fill_(2);
            assertThat(model.forward(inputs(Place.FLOAT32), how(Mode.EVAL, 1)).toFloats())
                    .containsOnly(2f);
        }
    }

    @Test
    void leavesNothingBehind() throws URISyntaxException {
        long start = Tensor.live();
        try (Scope scope = Scope.open()) {
            Model model = load(IMAGES, 3, Place.FLOAT32);
            assertThat(Tensor.live()).isEqualTo(start + 8);
            try (Scope step = Scope.open()) {
                model.forward(inputs(Place.FLOAT32), how(Mode.TRAIN, 1));
            }
            assertThat(Tensor.live()).isEqualTo(start + 8);
        }
        assertThat(Tensor.live()).isEqualTo(start);
    }

    @Test
    void saysWhatDoesNotFit(@TempDir Path folder) throws URISyntaxException, IOException {
        Path text = Files.writeString(folder.resolve("text.pt"), "weights");
        List<String> messages = new ArrayList<>();
        try (Scope scope = Scope.open()) {
            messages.add(refusal(new TorchScript(), IMAGES, 3));
            messages.add(refusal(new TorchScript("nowhere.pt"), IMAGES, 3));
            messages.add(refusal(new TorchScript(text.toString()), IMAGES, 3));
            messages.add(refusal(new TorchScript(resource("scripted.pt")), IMAGES, 10));
            messages.add(
                    refusal(new TorchScript(resource("scripted.pt")), new InputShape.Features(List.of(3L, 4L, 4L)), 3));
            messages.add(refusal(new TorchScript(resource("pair.pt")), IMAGES, 3));
        }
        assertThat(messages.get(0)).isEqualTo("file must name a TorchScript file, was empty");
        assertThat(messages.get(1)).startsWith("file must be there, was nowhere.pt; ");
        assertThat(messages.get(2)).contains("text.pt must be a TorchScript file as torch.jit.save writes it");
        assertThat(messages.get(3)).endsWith("scripted.pt must give [N, 10], was [2, 3] for 2 examples");
        assertThat(messages.get(4))
                .contains("scripted.pt does not take inputs [2, 3, 4, 4] of FLOAT32: ")
                .contains("expected input[2, 3, 4, 4] to have 1 channels");
        assertThat(messages.get(5)).endsWith("it must give one tensor");
    }

    private static String refusal(Net net, InputShape inputs, int outputs) {
        try {
            net.build(inputs, outputs, Place.FLOAT32, new Seeds(0));
        } catch (IllegalArgumentException refused) {
            return refused.getMessage();
        }
        throw new AssertionError(net + " was accepted");
    }
}
