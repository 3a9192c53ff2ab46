package own;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what a user does: starts the launcher with the jar. */
class OwnMethodTest {

    private static final Path LAUNCHER = Path.of("..", "..", "app", "target", "rote.jar");
    private static final Path JAR = Path.of("target", "own-method.jar");

    @TempDir
    Path folder;

    private String rote(String... arguments) throws IOException, InterruptedException {
        assertThat(LAUNCHER).as("build it with: mvn package").exists();
        assertThat(JAR).as("build it with: mvn package").exists();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", LAUNCHER.toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--with", JAR.toString()));
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        String text = Files.readString(output);
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }

    @Test
    void isOnTheMenu() throws IOException, InterruptedException {
        assertThat(rote("list", "methods")).contains("label-smoothing", "sam", "epsilon: 0.1");
        assertThat(rote("explain", "recipe.yaml")).contains("label-smoothing (epsilon 0.2) around (cross-entropy)");
    }

    @Test
    void runsFromARecipe() throws IOException, InterruptedException {
        Path run = folder.resolve("run");
        rote("run", "recipe.yaml", "--out", run.toString());
        for (String file : List.of("recipe.yaml", "provenance.json", "weights.safetensors", "done")) {
            assertThat(run.resolve(file)).isNotEmptyFile();
        }
        assertThat(Files.readString(run.resolve("recipe.yaml")))
                .contains("label-smoothing", "product", "larger-of-two");
        assertThat(Files.readString(run.resolve("readings.jsonl")))
                .contains("{\"step\":0,\"epoch\":0,\"name\":\"accuracy.test\"")
                .contains("{\"step\":300,\"epoch\":300,\"name\":\"accuracy.corrupted\"");
        rote("report", run.toString());
        assertThat(run.resolve("report.html")).isNotEmptyFile();
    }
}
