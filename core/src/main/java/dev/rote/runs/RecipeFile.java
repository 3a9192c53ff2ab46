package dev.rote.runs;

import dev.rote.yaml.Binder;
import dev.rote.yaml.Document;
import dev.rote.yaml.Kinds;
import dev.rote.yaml.Problem;
import dev.rote.yaml.Yaml;
import java.nio.file.Path;
import java.util.List;

/** Recipes as YAML. */
public final class RecipeFile {

    private RecipeFile() {}

    /**
     * Reads a recipe; what it leaves out has the values of {@link Recipe#Recipe()}.
     *
     * @throws Problem naming file, line, field, value, rule and remedy
     */
    public static Recipe read(Path file, Kinds kinds) {
        Document document = Yaml.read(file);
        for (String key : List.of("axes", "arms")) {
            if (document.tree().has(key)) {
                throw document.locate(
                        key,
                        Problem.wrongUse(
                                "is a key of a sweep, not of a recipe", "carry it out with: rote sweep " + file));
            }
        }
        return new Binder(kinds).bind(new Recipe(), document);
    }

    /** The recipe with every field written out. */
    public static String text(Recipe recipe, Kinds kinds) {
        return Yaml.write(new Binder(kinds).toTree(recipe));
    }
}
