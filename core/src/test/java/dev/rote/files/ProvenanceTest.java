package dev.rote.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProvenanceTest {

    @TempDir
    Path folder;

    private JsonNode written(Provenance provenance) throws IOException {
        Path file = folder.resolve("provenance.json");
        provenance.write(file);
        return new ObjectMapper().readTree(Files.readString(file));
    }

    @Test
    void tellsWhereTheNumbersComeFrom() throws IOException {
        Provenance begun = Provenance.begin(Map.of("libtorch", "2.10.0"), 2, Map.of("train", "ab12"));
        JsonNode json = written(begun);
        assertThat(json.at("/versions/libtorch").asText()).isEqualTo("2.10.0");
        assertThat(json.at("/versions/java").asText())
                .startsWith(Runtime.version().feature() + ".");
        assertThat(json.at("/versions/os").asText()).startsWith(System.getProperty("os.name"));
        assertThat(json.at("/cpu/model").asText()).isNotBlank();
        assertThat(json.at("/cpu/cores").asInt()).isPositive();
        assertThat(json.at("/workers").asInt()).isEqualTo(2);
        assertThat(json.at("/data/train").asText()).isEqualTo("ab12");
        assertThat(json.has("end")).isFalse();

        JsonNode ended = written(begun.ended("finished"));
        assertThat(ended.get("exit").asText()).isEqualTo("finished");
        assertThat(Instant.parse(ended.get("end").asText())).isAfterOrEqualTo(begun.start());
        assertThat(ended.get("start")).isEqualTo(json.get("start"));
    }

    @Test
    void readsTheProcessorFromLinux() {
        List<String> lines = List.of(
                "processor\t: 0",
                "model name\t: Some CPU @ 2.0GHz: fast",
                "no colon here",
                "flags\t\t: fpu fma avx2 avx512f avx512_bf16 amx_bf16 avx",
                "",
                "model name\t: Another");
        assertThat(Cpu.parse(lines, 4))
                .isEqualTo(new Cpu(
                        "Some CPU @ 2.0GHz: fast", 4, List.of("amx_bf16", "avx2", "avx512_bf16", "avx512f", "fma")));
        assertThat(Cpu.parse(List.of(), 1)).isEqualTo(new Cpu(System.getProperty("os.arch"), 1, List.of()));
    }

    @Test
    void refusesNoWorkersAndHalfAnEnd() {
        assertThatThrownBy(() -> Provenance.begin(Map.of(), 0, Map.of()))
                .hasMessage("workers must be at least 1, was 0");
    }
}
