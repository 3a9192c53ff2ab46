package dev.rote.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

    /** A recipe that is carried out in no time. */
    static final String TINY = """
            name: tiny
            data: {kind: modular-arithmetic, p: 7, fraction: 0.7}
            noise: [{kind: symmetric, fraction: 0.2}]
            net: {kind: two-layer, width: 12}
            steps: 6
            log_every: 2
            probes:
              - measure: {kind: accuracy, part: train}
              - measure: accuracy
              - {measure: neuron-table, at: [start, end]}
              - {measure: {kind: pruning, points: 4}, at: [end]}
            """;

    @TempDir
    Path folder;

    private static JsonNode json(Call call) throws JsonProcessingException {
        JsonNode node = new ObjectMapper()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .readTree(call.out());
        assertThat(node.isObject()).isTrue();
        assertThat(call.status()).isEqualTo(Main.OK);
        return node;
    }

    @ParameterizedTest
    @ValueSource(strings = {"papers", "paper", "run", "resume", "explain", "sweep", "report", "list", "doctor"})
    void everyCommandHelpsWithAnExample(String command) {
        Call call = Call.rote(command, "--help");
        assertThat(call.status()).isEqualTo(Main.OK);
        assertThat(call.out()).contains("Example:", "rote " + command);
        assertThat(call.error()).isEmpty();
    }

    @Test
    void helpIsWhatNoArgumentsGive() {
        assertThat(Call.rote().out())
                .contains("Example:")
                .isEqualTo(Call.rote("--help").out());
    }

    @Test
    void jsonIsOneObjectAndNothingElse() throws IOException {
        Path recipe = Files.writeString(folder.resolve("tiny.yaml"), TINY);
        Path sweep = Files.writeString(
                folder.resolve("sweep.yaml"), "name: two\naxes: {seed: [0, 1]}\nrecipe:\n" + TINY.indent(2));
        Path run = folder.resolve("run");
        assertThat(json(Call.rote("papers", "--format", "json")).get("papers").size())
                .isEqualTo(Catalog.papers().size());
        assertThat(json(Call.rote("list", "nets", "--format", "json"))
                        .get("list")
                        .size())
                .isEqualTo(Catalog.entries(dev.rote.nets.Net.class).size());
        assertThat(json(Call.rote("explain", recipe, "--format", "json"))
                        .get("name")
                        .asText())
                .isEqualTo("tiny");
        assertThat(json(Call.rote("doctor", "--format", "json"))
                        .get("engine_works")
                        .asBoolean())
                .isTrue();
        JsonNode first = json(Call.rote("run", recipe, "--out", run, "--workers", 1, "--format", "json"));
        assertThat(first.get("run").asText()).isEqualTo(run.toString());
        assertThat(first.get("carriedOut").asBoolean()).isTrue();
        assertThat(json(Call.rote("resume", run, "--workers", 1, "--format", "json"))
                        .get("carriedOut")
                        .asBoolean())
                .isFalse();
        assertThat(json(Call.rote("report", run, "--format", "json"))
                        .get("runs")
                        .asInt())
                .isEqualTo(1);
        JsonNode swept =
                json(Call.rote("sweep", sweep, "--out", folder.resolve("two"), "--workers", 2, "--format", "json"));
        assertThat(swept.get("runs").asInt()).isEqualTo(2);
        assertThat(swept.get("failed")).isEmpty();
        assertThat(Path.of(swept.get("report").asText())).isNotEmptyFile();
    }

    @Test
    void aRecipeBecomesARunAndAReport() throws IOException {
        Path recipe = Files.writeString(folder.resolve("tiny.yaml"), TINY);
        Path run = folder.resolve("run");
        Call ran = Call.rote("run", recipe, "--out", run, "--workers", 2);
        assertThat(ran.status()).isEqualTo(Main.OK);
        assertThat(ran.out()).contains("Finished " + run, "rote report " + run);
        for (String file : new String[] {
            "recipe.yaml",
            "provenance.json",
            "readings.jsonl",
            "weights.safetensors",
            "done",
            "tables/neurons.csv",
            "tables/pruning-lowest-ipr.csv"
        }) {
            assertThat(run.resolve(file)).isNotEmptyFile();
        }
        assertThat(Call.rote("run", recipe, "--out", run).out()).contains("Was finished already");
        assertThat(Call.rote("report", run).out()).contains("report.html");
        assertThat(Files.readString(run.resolve("report.html"))).contains("accuracy.test", "tiny, seed 0");
    }

    @Test
    void theFolderReplaysItself() throws IOException {
        Path recipe = Files.writeString(folder.resolve("tiny.yaml"), TINY);
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        assertThat(Call.rote("run", recipe, "--out", one, "--workers", 1).status())
                .isEqualTo(Main.OK);
        assertThat(Call.rote("run", one.resolve("recipe.yaml"), "--out", two, "--workers", 3)
                        .status())
                .isEqualTo(Main.OK);
        for (String file : new String[] {
            "recipe.yaml",
            "readings.jsonl",
            "weights.safetensors",
            "tables/neurons.csv",
            "tables/pruning-lowest-ipr.csv"
        }) {
            assertThat(two.resolve(file)).hasSameBinaryContentAs(one.resolve(file));
        }
    }

    @Test
    void answersThatNeedNoTrainingLeaveLibtorchAlone() throws IOException, InterruptedException {
        Path recipe = Files.writeString(folder.resolve("tiny.yaml"), TINY);
        Path run = folder.resolve("run");
        assertThat(Call.rote("run", recipe, "--out", run).status()).isEqualTo(Main.OK);
        Object[][] calls = {
            {"--help"}, {"--version"}, {"papers"}, {"list", "measures"}, {"explain", recipe}, {"report", run}
        };
        for (Object[] call : calls) {
            Call answer = Call.namingClasses(call);
            assertThat(answer.status()).isEqualTo(Main.OK);
            assertThat(answer.out()).contains("dev.rote.app.Main").doesNotContain("org.bytedeco.pytorch");
        }
        assertThat(Call.namingClasses("doctor").out()).contains("org.bytedeco.pytorch");
    }
}
