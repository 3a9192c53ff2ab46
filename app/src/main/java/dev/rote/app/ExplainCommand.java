package dev.rote.app;

import dev.rote.runs.Recipe;
import dev.rote.runs.RecipeFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says in words what a recipe will do. */
@Command(
        name = "explain",
        description = "Says in words what a recipe will do, without doing it.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  rote explain examples/partial-inversion.yaml"})
final class ExplainCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RECIPE.yaml", description = "The recipe.")
    Path file;

    @Mixin
    Resources resources;

    @Mixin
    Output output;

    @Override
    public Integer call() {
        Catalog catalog = resources.catalog();
        Recipe recipe = RecipeFile.read(file, catalog.kinds());
        List<String> sentences = new Explanation(recipe, catalog.kinds()).sentences();
        if (output.json()) {
            output.json(Map.of("name", recipe.name(), "sentences", sentences));
        } else {
            sentences.forEach(output.text()::println);
        }
        return Main.OK;
    }
}
