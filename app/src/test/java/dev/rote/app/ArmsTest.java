package dev.rote.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep over arms, carried out and told. */
class ArmsTest {

    private static final String SWEEP = """
            name: methods
            arms:
              plain: {}
              sce: {loss: sce}
            axes:
              noise:
                - [{kind: symmetric, fraction: 0.5}]
                - [{kind: pair, fraction: 0.25}]
              seed: [0, 1]
            recipe:
              name: tiny
              data: {kind: modular-arithmetic, p: 7, fraction: 0.7}
              net: {kind: mlp, hidden: [8]}
              loss: cross-entropy
              epochs: 2
              batch_size: 0
              log_every: 0
              probes:
                - measure: {kind: accuracy, part: train}
                - measure: accuracy
                - measure: {kind: noisy-part, as: memorised}
            """;

    @TempDir
    Path folder;

    @Test
    void armsBecomeATableAndPlots() throws IOException {
        Path sweep = Files.writeString(folder.resolve("sweep.yaml"), SWEEP);
        Path out = folder.resolve("out");
        Call call = Call.rote("sweep", sweep, "--out", out, "--workers", 2, "--format", "json");
        assertThat(call.status()).as(call.error()).isEqualTo(Main.OK);
        JsonNode table = new ObjectMapper().readTree(call.out()).get("table");
        assertThat(table).hasSize(4);
        assertThat(table.findValuesAsText("noise"))
                .containsExactly("symmetric 0.5", "symmetric 0.5", "pair 0.25", "pair 0.25");
        assertThat(table.findValuesAsText("arm")).containsExactly("plain", "sce", "plain", "sce");
        for (JsonNode row : table) {
            assertThat(row.get("seeds").asInt()).isEqualTo(2);
            assertThat(row.at("/accuracy.test.last-10/mean").doubleValue()).isBetween(0.0, 1.0);
            assertThat(row.at("/accuracy.test.best/mean").doubleValue())
                    .isGreaterThanOrEqualTo(
                            row.at("/accuracy.test.last-10/mean").doubleValue());
            assertThat(row.at("/noisy.memorised/deviation").isNumber()).isTrue();
            assertThat(row.at("/noise.wrong/seeds").asInt()).isEqualTo(2);
            assertThat(row.get("label-precision").isNull()).isTrue();
        }
        assertThat(Files.readString(out.resolve("report.html")))
                .contains(
                        "Which of 2 arms", "in each of 2 combinations? 2 seeds each.", "8 runs over name, noise, seed.")
                .contains("With symmetric 0.5, ", "With pair 0.25, ", "of the last 10 epochs")
                .contains("id=\"arms-0-table\"", "id=\"arms-1-test-1\"", "id=\"arms-1-last\"")
                .contains("tiny-sce, pair 0.25, seed 1");
        assertThat(Call.rote("report", out, "--out", folder.resolve("again.html"))
                        .status())
                .isEqualTo(Main.OK);
        assertThat(Files.readString(folder.resolve("again.html")))
                .as("runs of different names are arms, and how runs of one name differ is found")
                .contains("Which of 2 arms", "With symmetric 0.5, ", ">tiny-plain <", "id=\"arms-1-table\"");
    }

    @Test
    void manyRunsShareChartsBySeed() throws IOException {
        String seeds = SWEEP.replace("[0, 1]", "[0, 1, 2, 3]");
        Path out = folder.resolve("many");
        assertThat(Call.rote(
                                "sweep",
                                Files.writeString(folder.resolve("many.yaml"), seeds),
                                "--out",
                                out,
                                "--workers",
                                2)
                        .status())
                .isEqualTo(Main.OK);
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("tiny-sce, pair 0.25, 4 seeds", "id=\"run-3-accuracy\"", "Mean and range of 4 seeds.")
                .doesNotContain("id=\"run-4-accuracy\"");
    }

    @Test
    void explainWritesOutTheNetWhenAsked() throws IOException {
        Path recipe = Files.writeString(folder.resolve("tiny.yaml"), CommandsTest.TINY);
        assertThat(Call.rote("explain", recipe).out()).doesNotContain("parameter ");
        Call call = Call.rote("explain", recipe, "--net");
        assertThat(call.status()).isEqualTo(Main.OK);
        assertThat(call.out()).contains("parameter", "252 parameters", "about ");
        JsonNode json = new ObjectMapper()
                .readTree(Call.rote("explain", recipe, "--net", "--format", "json")
                        .out());
        assertThat(json.get("net").asText()).contains("252 parameters");
        Path wrong = Files.writeString(
                folder.resolve("wrong.yaml"), CommandsTest.TINY.replace("p: 7, fraction: 0.7", "p: 7, fraction: 0"));
        assertThat(Call.rote("explain", wrong, "--net").status()).isEqualTo(Main.WRONG_USE);
    }
}
