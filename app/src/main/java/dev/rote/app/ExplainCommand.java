package dev.rote.app;

import dev.rote.runs.NetTable;
import dev.rote.runs.Recipe;
import dev.rote.runs.RecipeFile;
import dev.rote.yaml.Problem;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says in words what a recipe will do. */
@Command(
        name = "explain",
        description = "Says in words what a recipe will do, without doing it.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  rote explain examples/partial-inversion.yaml --net"})
final class ExplainCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RECIPE.yaml", description = "The recipe.")
    Path file;

    @Option(
            names = "--net",
            description = "Also write out the net's parameters and layers; opens the data and starts libtorch.")
    boolean net;

    @Mixin
    Resources resources;

    @Mixin
    Output output;

    @Override
    public Integer call() {
        Catalog catalog = resources.catalog();
        Recipe recipe = RecipeFile.read(file, catalog.kinds());
        try {
            tell(recipe, catalog);
        } catch (Problem problem) {
            throw problem.file() == null ? problem.in(file.toString()) : problem;
        }
        return Main.OK;
    }

    private void tell(Recipe recipe, Catalog catalog) {
        List<String> sentences = new Explanation(recipe, catalog.kinds()).sentences();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("name", recipe.name());
        answer.put("sentences", sentences);
        if (net) {
            answer.put("net", NetTable.of(recipe));
        }
        if (output.json()) {
            output.json(answer);
        } else {
            sentences.forEach(output.text()::println);
            if (net) {
                output.text().print(System.lineSeparator() + answer.get("net"));
                output.text().flush();
            }
        }
    }
}
