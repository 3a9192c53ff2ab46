package dev.rote.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rote.app.catalog.Entry;
import dev.rote.runs.Probe;
import dev.rote.runs.Recipe;
import dev.rote.runs.RecipeFile;
import dev.rote.runs.Sweep;
import dev.rote.yaml.Binder;
import dev.rote.yaml.Kinds;
import dev.rote.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page about recipes tells the truth: every field with its default, and YAML that is understood. */
class RecipePageTest {

    private static final String PAGE = Repository.text("docs/recipe.md");

    private final Kinds kinds = Catalog.own().kinds();

    @TempDir
    Path folder;

    static List<Entry<?>> entries() {
        return Catalog.entries();
    }

    static List<String> blocks() {
        return Repository.blocks(PAGE, "yaml");
    }

    /** The part of the page under a heading, up to the next one. */
    private static String section(String heading) {
        int start = PAGE.indexOf("\n" + heading + "\n");
        assertThat(start).as(heading).isNotNegative();
        int end = PAGE.indexOf("\n#", start + heading.length());
        return PAGE.substring(start, end < 0 ? PAGE.length() : end);
    }

    private List<String> rows(Record prototype) {
        ObjectNode tree = new Binder(kinds).toTree(prototype);
        List<String> rows = new ArrayList<>();
        for (var field : tree.properties()) {
            if (!field.getKey().equals("kind")) {
                rows.add("| `" + field.getKey() + "` | `" + text(field.getValue()) + "` |");
            }
        }
        return rows.isEmpty() ? List.of("No fields.") : rows;
    }

    private static String text(JsonNode value) {
        if (value.has("kind")) {
            return value.get("kind").asText();
        }
        return Yaml.write(value).strip().replaceFirst("^\"(.*)\"$", "$1");
    }

    @ParameterizedTest
    @MethodSource("entries")
    void everyKindIsThereWithItsFieldsAndDefaults(Entry<?> entry) {
        boolean onThePage = PAGE.contains("\n### " + entry.name() + "\n");
        String where =
                onThePage ? section("### " + entry.name()) : Repository.text("docs/methods/" + entry.name() + ".md");
        assertThat(where).contains(rows((Record) entry.prototype()));
    }

    @Test
    void everyFieldOfARecipeAndOfAProbeIsThereWithItsDefault() {
        String fields = section("## Fields");
        for (String row : rows(new Recipe())) {
            String field = row.substring(0, row.indexOf('|', 2));
            boolean inWords =
                    field.contains("`data_seed`") || field.contains("`optimizer`") || field.contains("`probes`");
            assertThat(fields).contains(inWords ? field : row);
        }
        assertThat(section("## Probes")).contains(rows(new Probe()));
    }

    @Test
    void theDefaultOptimizerIsTheOneWrittenDown() throws IOException {
        String yaml = section("## Fields").replaceAll("(?s).*\\| `optimizer` \\| `(.*?)` \\|.*", "$1");
        assertThat(read("optimizer: " + yaml).optimizer()).isEqualTo(new Recipe().optimizer());
        assertThat(read("{}")).isEqualTo(new Recipe());
    }

    private Recipe read(String yaml) throws IOException {
        return RecipeFile.read(Files.writeString(folder.resolve("recipe.yaml"), yaml), kinds);
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void everyBlockIsUnderstood(String yaml) throws IOException {
        if (yaml.contains("axes:")) {
            Path file = Files.writeString(folder.resolve("sweep.yaml"), yaml);
            assertThat(Sweep.read(file, kinds).recipes()).hasSize(18).doesNotHaveDuplicates();
        } else {
            assertThat(read(yaml)).isNotEqualTo(new Recipe());
        }
    }

    @Test
    void theFirstExampleRuns() throws IOException {
        String few = blocks().get(0).replace("steps: 1000", "steps: 20");
        assertThat(few).isNotEqualTo(blocks().get(0));
        Path recipe = Files.writeString(folder.resolve("first.yaml"), few);
        Call call = Call.rote("run", recipe, "--out", folder.resolve("run"), "--workers", 2);
        assertThat(call.status()).isEqualTo(Main.OK);
        assertThat(folder.resolve("run").resolve("done")).exists();
    }
}
