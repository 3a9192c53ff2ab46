package dev.rote.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rote.data.ModularArithmetic;
import dev.rote.losses.CrossEntropy;
import dev.rote.nets.TwoLayer;
import dev.rote.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {

    @TempDir
    Path folder;

    private Sweep read(String text) throws IOException {
        return Sweep.read(Files.writeString(folder.resolve("sweep.yaml"), text), TestKinds.KINDS);
    }

    private void refused(String text, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("sweep.yaml"), text);
        assertThatThrownBy(() -> Sweep.read(file, TestKinds.KINDS))
                .isInstanceOf(Problem.class)
                .hasMessage(file + message);
    }

    @Test
    void combinesAllValuesTheLastAxisFastest() throws IOException {
        Sweep sweep = read("""
                name: grid
                recipe:
                  name: cell
                  steps: 7
                  data:
                    kind: modular-arithmetic
                    p: 13
                axes:
                  data.fraction: [0.3, 0.5, 0.7]
                  net.width: [8, 16]
                """);
        assertThat(sweep.name()).isEqualTo("grid");
        assertThat(sweep.recipes().stream()
                        .map(recipe -> ((ModularArithmetic) recipe.data()).fraction() + " "
                                + ((TwoLayer) recipe.net()).width()))
                .containsExactly("0.3 8", "0.3 16", "0.5 8", "0.5 16", "0.7 8", "0.7 16");
        assertThat(sweep.recipes())
                .allMatch(recipe -> recipe.steps() == 7
                        && recipe.name().equals("cell")
                        && ((ModularArithmetic) recipe.data()).p() == 13);
        assertThat(sweep.axes().keySet()).containsExactly("data.fraction", "net.width");
    }

    @Test
    void armsVarySeveralFieldsAtOnceUnderTheirName() throws IOException {
        Sweep sweep = read("""
                recipe: {name: cell, steps: 7}
                arms:
                  plain: {}
                  wide: {net.width: 9, loss: cross-entropy}
                axes:
                  seed: [0, 1]
                """);
        assertThat(sweep.axes().keySet()).containsExactly("name", "seed");
        assertThat(sweep.recipes().stream().map(recipe -> recipe.name() + " " + recipe.seed()))
                .containsExactly("cell-plain 0", "cell-plain 1", "cell-wide 0", "cell-wide 1");
        assertThat(sweep.recipes().get(3).loss()).isEqualTo(new CrossEntropy());
        assertThat(((TwoLayer) sweep.recipes().get(3).net()).width()).isEqualTo(9);
        assertThat(sweep.recipes().get(1).loss()).isEqualTo(new Recipe().loss());
        assertThat(read("{arms: {a: {}, b: {seed: 3}}}").recipes()).hasSize(2);
    }

    @Test
    void armsThatAreNoneAreRefused() throws IOException {
        refused(
                "{arms: [1], axes: {seed: [0]}}",
                ":1: arms: must map names to fields and values; for example gce: {loss: gce}");
        refused("{arms: {a: 1}}", ":1: arms.a: must map fields to values; write {} to change nothing");
    }

    @Test
    void anAxisMayPutInWholeComponentsListElementsAndWhatIsEmptyByDefault() throws IOException {
        Sweep sweep = read("""
                recipe:
                  noise: [symmetric]
                axes:
                  net: [two-layer, {kind: mlp, hidden: [4]}]
                  noise[0].fraction: [0, 0.5]
                  data_seed: [3]
                  methods: [[], [sam]]
                """);
        assertThat(sweep.recipes()).hasSize(8).doesNotHaveDuplicates();
        assertThat(sweep.name()).isEqualTo("run");
        assertThat(sweep.recipes()).allMatch(recipe -> recipe.dataSeed().orElseThrow() == 3);
    }

    @Test
    void aFieldThatDoesNotExistIsNamedWithTheOneThatWasMeant() throws IOException {
        refused(
                """
                recipe:
                  steps: 7
                axes:
                  seed: [1, 2]
                  net.widht: [8, 16]
                """,
                ":5: net.widht: there is no such field; did you mean width? the fields of net are kind, width,"
                        + " activation, dropout, batch_norm");
        refused(
                "axes:\n  noise[0].fraction: [0.5]\n",
                ":2: noise[0].fraction: there is no such field; noise is a list of 0, counted from 0");
    }

    @Test
    void aValueThatTheRecipeRefusesIsToldAtItsAxis() throws IOException {
        refused(
                "recipe:\n  steps: 7\naxes:\n  seed: [1]\n  net.width: [8, 0]\n",
                ":5: net.width: was 0, must be at least 1");
        refused("recipe:\n  steps: -7\naxes:\n  seed: [1]\n", ":2: steps: was -7, must be at least 0");
    }

    @Test
    void whatIsNoSweepIsRefused() throws IOException {
        refused("axis:\n  seed: [1]\n", ":1: axis: is not a key of a sweep; use name, recipe, arms and axes");
        refused("name: a\n", ":1: axes: must map fields of the recipe to lists of values; for example seed: [0, 1, 2]");
        refused("axes:\n  seed: 3\n", ":2: axes.seed: must be a list of values; write [0, 1, 2]");
        refused("axes:\n  seed: []\n", ":2: axes.seed: must be a list of values; write [0, 1, 2]");
        String values = "[" + "0, ".repeat(999) + "0]";
        refused(
                "axes:\n  seed: " + values + "\n  steps: " + values + "\n",
                ":3: axes.steps: makes more than 100000 runs; take fewer values");
    }
}
