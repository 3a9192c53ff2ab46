package dev.rote.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.runs.RecipeFile;
import dev.rote.runs.Sweep;
import dev.rote.yaml.Kinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {

    @TempDir
    Path folder;

    static List<Path> examples() {
        return Repository.files("examples", ".yaml");
    }

    private static boolean isSweep(Path example) throws IOException {
        return Files.readString(example).contains("\naxes:\n");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isNamedAfterItsFileAndSaysWhatToSee(Path example) throws IOException {
        List<String> lines = Files.readAllLines(example);
        assertThat(lines.get(0)).startsWith("# ");
        assertThat(lines.get(1)).startsWith("# See");
        assertThat(lines.get(2) + ".yaml").isEqualTo("name: " + example.getFileName());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void isUnderstood(Path example) throws IOException {
        Kinds kinds = Catalog.own().kinds();
        if (isSweep(example)) {
            Sweep sweep = Sweep.read(example, kinds);
            assertThat(sweep.recipes()).hasSizeGreaterThan(1).doesNotHaveDuplicates();
            return;
        }
        Call call = Call.rote("explain", example);
        assertThat(call.status()).isEqualTo(Main.OK);
        assertThat(call.error()).isEmpty();
        assertThat(call.out()).contains("Data:", "Net:", "Loss:", "Update:", "Gradient:");
        assertThat(RecipeFile.read(example, kinds).steps()).isPositive();
    }

    /** What takes a GPU is at least understood, arm by arm. */
    @ParameterizedTest
    @MethodSource("ofThePaperScale")
    void isUnderstoodAtThePaperScale(Path example) throws IOException {
        isNamedAfterItsFileAndSaysWhatToSee(example);
        Sweep sweep = Sweep.read(example, Catalog.own().kinds());
        assertThat(sweep.recipes()).hasSizeGreaterThan(1).doesNotHaveDuplicates();
    }

    static List<Path> ofThePaperScale() {
        return Repository.files("examples/paper-scale", ".yaml");
    }

    /** Each example at a size that takes no time: every combination of kinds in it is carried out and reported. */
    @ParameterizedTest
    @MethodSource("examples")
    void runsWhenMadeSmall(Path example) throws IOException {
        if (isSweep(example)) {
            return;
        }
        String small = Files.readString(example)
                .replace("p: 97", "p: 11")
                .replace("width: 500", "width: 16")
                .replace("width: 128, heads: 4", "width: 8, heads: 2")
                .replace("[500, 500]", "[16, 16]")
                .replaceFirst("steps: \\d+", "steps: 4")
                .replaceFirst("epochs: \\d+", "epochs: 1")
                .replace("batch_size: 64", "batch_size: 16");
        Path recipe = Files.writeString(folder.resolve("small.yaml"), small);
        Path run = folder.resolve("run");
        Call call = Call.rote("run", recipe, "--out", run, "--workers", 2);
        assertThat(call.error()).isEmpty();
        assertThat(call.status()).isEqualTo(Main.OK);
        assertThat(run.resolve("done")).exists();
        assertThat(Call.rote("report", run).error()).isEmpty();
        assertThat(run.resolve("report.html")).isNotEmptyFile();
    }
}
