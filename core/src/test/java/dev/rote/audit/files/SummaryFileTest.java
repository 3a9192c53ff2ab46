package dev.rote.audit.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rote.audit.Findings;
import dev.rote.audit.MadeFindings;
import dev.rote.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryFileTest {

    private static final Findings FINDINGS = MadeFindings.of(List.of("a", "b", "c"), List.of());

    private static JsonNode written(Path folder, Optional<Origin> origin) throws IOException {
        Path file = folder.resolve("summary.json");
        SummaryFile.write(FINDINGS, origin, file);
        return new ObjectMapper().readTree(Files.readString(file));
    }

    @Test
    void figuresAreThoseOfTheFindings(@TempDir Path folder) throws IOException {
        JsonNode all = written(folder, Optional.empty());
        assertThat(all.at("/format").asText()).isEqualTo("rote-audit-1");
        assertThat(all.at("/noise_rate").asDouble()).isEqualTo(0.25);
        assertThat(all.at("/noise_rate_low").asDouble()).isEqualTo(0.125);
        assertThat(all.at("/noise_rate_high").asDouble()).isEqualTo(0.5);
        assertThat(all.at("/cannot_tell").isNull()).isTrue();
        assertThat(all.at("/issues").asInt()).isEqualTo(2);
        assertThat(all.at("/transition/1/0").asDouble()).isEqualTo(0.5);
        assertThat(all.at("/most_confused/0").toString())
                .isEqualTo("{\"suggested\":\"a\",\"given\":\"c\",\"issues\":1,\"rate\":0.25}");
        assertThat(all.at("/most_confused/1/rate").asDouble()).isEqualTo(0.5);
        assertThat(all.at("/origin").isNull()).isTrue();
    }

    @Test
    void precisionIsReadOffTheCurve(@TempDir Path folder) throws IOException {
        JsonNode all = written(folder, Optional.empty());
        // The first example is wrong with 0.9, the first two with 0.75 on average, and so the second with 0.6.
        assertThat(all.at("/per_class/0/expected_precision").asDouble()).isEqualTo(0.9);
        assertThat(all.at("/per_class/1/expected_precision").isNull()).isTrue();
        assertThat(all.at("/per_class/2/expected_precision").asDouble()).isCloseTo(0.6, within());
        assertThat(all.at("/expected_precision").asDouble()).isCloseTo(0.75, within());
    }

    private static Offset<Double> within() {
        return Offset.offset(1e-12);
    }

    @Test
    void sameFindingsSameBytes(@TempDir Path folder) throws IOException {
        written(folder, Optional.empty());
        byte[] first = Files.readAllBytes(folder.resolve("summary.json"));
        written(folder, Optional.empty());
        assertThat(folder.resolve("summary.json")).hasBinaryContent(first);
    }

    @Test
    void theOriginComesBackAlsoAfterAMove(@TempDir Path folder) throws IOException {
        Path data = Files.writeString(folder.resolve("people.csv"), "x;y\n1;a\n");
        Path audit = Files.createDirectories(folder.resolve("out/audit"));
        Origin origin = Origin.table(data, "y", "utf-8", "auto", true);
        SummaryFile.write(FINDINGS, Optional.of(origin), audit.resolve("summary.json"));
        assertThat(SummaryFile.read(audit.resolve("summary.json")).origin()).isEqualTo(origin);
        assertThat(origin.separator()).isEqualTo(';');
        assertThat(audit.resolve("summary.json")).content().contains("\"path\" : \"../../people.csv\"");
    }

    @Test
    void otherVersionsAndDamageAreTold(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("summary.json");
        assertThatThrownBy(() -> SummaryFile.read(file)).isInstanceOf(Problem.class);
        Files.writeString(file, "{\"format\": \"rote-audit-9\"}");
        assertThatThrownBy(() -> SummaryFile.read(file)).hasMessageContaining("format: was 'rote-audit-9'");
        Files.writeString(file, "{\"format\"");
        assertThatThrownBy(() -> SummaryFile.read(file)).hasMessageContaining("is damaged");
        SummaryFile.write(FINDINGS, Optional.empty(), file);
        assertThatThrownBy(() -> SummaryFile.read(file)).hasMessageContaining("names no data");
    }

    @Test
    void thePageNamesEveryColumnAndKey(@TempDir Path folder) throws IOException {
        String page = Files.readString(Path.of("../docs/audit.md"));
        List<String> names = new ArrayList<>(IssuesFile.COLUMNS.keySet());
        Path data = Files.writeString(folder.resolve("people.csv"), "x;y\n1;a\n");
        JsonNode all = written(folder, Optional.of(Origin.table(data, "y", "utf-8", "auto", true)));
        all.fieldNames().forEachRemaining(names::add);
        for (String part : List.of("per_class/0", "most_confused/0", "precision/0", "scores/0", "origin")) {
            all.at("/" + part).fieldNames().forEachRemaining(key -> names.add(part.replace("/0", "") + "." + key));
        }
        List.of("name", "accuracy", "accuracy_low", "accuracy_high").forEach(key -> names.add("remedies." + key));
        List<String> told = Pattern.compile("(?m)^\\| `([a-z0-9_.]+)` \\|")
                .matcher(page)
                .results()
                .map(row -> row.group(1))
                .toList();
        assertThat(told).containsExactlyElementsOf(names);
        IssuesFile.COLUMNS.forEach(
                (name, meaning) -> assertThat(page).contains("| `" + name + "` | " + meaning + " |"));
    }
}
