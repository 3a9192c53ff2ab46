package dev.rote.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.methods.Mixup;
import dev.rote.methods.Sam;
import dev.rote.nets.Activation;
import dev.rote.nets.Mlp;
import dev.rote.nets.TwoLayer;
import dev.rote.tensor.Workers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same recipe gives the same bytes, again and with any number of workers. */
class RepeatTest {

    @TempDir
    Path folder;

    static List<Recipe> recipes() {
        Recipe hand = RunProcess.recipes().get(1).withSteps(10, 0);
        return List.of(
                hand.withName("hand"),
                hand.withName("hand-in-batches").withSteps(10, 130).withMethods(new Sam(0.1, 50)),
                hand.withName("automatic").withNet(new TwoLayer(64, Activation.GELU, 0.2, true)),
                hand.withName("mixed").withMethods(new Sam(), new Mixup()),
                hand.withName("deep")
                        .withNet(new Mlp(List.of(48, 32), Activation.RELU, true, 0.1, true))
                        .withSteps(10, 97)
                        .withProbes(5, Recipe.STANDARD_PROBES));
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void givesTheSameBytes(Recipe recipe) throws IOException {
        Map<String, String> first = bytes("first", recipe, 1);
        assertThat(bytes("again", recipe, 1)).isEqualTo(first);
        assertThat(bytes("two", recipe, 2)).isEqualTo(first);
        assertThat(bytes("four", recipe, 4)).isEqualTo(first);
        assertThat(bytes("other", recipe.withSeed(1), 1).get("weights.safetensors"))
                .isNotEqualTo(first.get("weights.safetensors"));
    }

    private Map<String, String> bytes(String name, Recipe recipe, int count) throws IOException {
        RunFolder run = new RunFolder(folder.resolve(name));
        try (Workers workers = new Workers(count)) {
            new Run(recipe, run, TestKinds.KINDS, workers, Duration.ofMillis(5), (clock, loss) -> {}).carryOut();
        }
        return RunBytes.of(run);
    }
}
