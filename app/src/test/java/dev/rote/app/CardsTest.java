package dev.rote.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.app.catalog.Entry;
import dev.rote.runs.Recipe;
import dev.rote.runs.RecipeFile;
import dev.rote.train.Optimizer;
import dev.rote.train.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind has a card, and what the cards say to write can be written. */
class CardsTest {

    private static final String FOLDER = "docs/methods";

    @TempDir
    Path folder;

    /** Optimizers and schedules are as in PyTorch and need no card. */
    static Stream<Entry<?>> entries() {
        return Catalog.entries().stream()
                .filter(entry -> entry.family() != Optimizer.class && entry.family() != Schedule.class);
    }

    @ParameterizedTest
    @MethodSource("entries")
    void everyKindHasACardThatWorks(Entry<?> entry) throws IOException {
        String card = Repository.text(FOLDER + "/" + entry.name() + ".md");
        assertThat(card)
                .startsWith("# " + entry.name() + "\n")
                .containsSubsequence(
                        "## In a recipe", "## From Java", "## Values", "## Cost", "## Source", "## Deviations");
        List<String> yaml = Repository.blocks(card, "yaml");
        assertThat(yaml).hasSize(1);
        assertThat(yaml.get(0)).contains(entry.name());
        Path file = Files.writeString(folder.resolve("card.yaml"), yaml.get(0));
        Recipe recipe = RecipeFile.read(file, Catalog.own().kinds());
        assertThat(Call.rote("explain", file).status()).isEqualTo(Main.OK);
        List<String> java = Repository.blocks(card, "java");
        assertThat(java).hasSize(1);
        assertThat(java.get(0)).contains("new " + entry.prototype().getClass().getSimpleName() + "(");
        assertThat(recipe.steps()).isNotNegative();
    }

    @Test
    void everyCardIsOfAKind() {
        List<String> names = entries().map(entry -> entry.name() + ".md").toList();
        assertThat(Repository.files(FOLDER, ".md"))
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void theirJavaCompiles() throws IOException {
        StringBuilder source = new StringBuilder("import java.util.List;\n");
        for (String name : List.of(
                "data",
                "data.files",
                "data.tables",
                "data.prepare",
                "data.augment",
                "noise",
                "nets",
                "nets.images",
                "losses",
                "methods",
                "measures",
                "influence",
                "scores",
                "train",
                "runs")) {
            source.append("import dev.rote.").append(name).append(".*;\n");
        }
        source.append("class Cards {\n");
        for (Path card : Repository.files(FOLDER, ".md")) {
            String name = card.getFileName().toString().replaceAll("\\W", "_");
            String java = Repository.blocks(Files.readString(card), "java").get(0);
            source.append("void ").append(name).append("() {\n").append(java).append("}\n");
        }
        assertThat(Compiler.errors(folder, "Cards", source + "}\n")).isEmpty();
    }
}
