package dev.rote.runs;

import dev.rote.yaml.Binder;
import dev.rote.yaml.Kinds;
import dev.rote.yaml.Problem;
import dev.rote.yaml.Yaml;
import java.nio.file.Path;

/** Recipes as YAML. */
public final class RecipeFile {

    private RecipeFile() {}

    /**
     * Reads a recipe; what it leaves out has the values of {@link Recipe#Recipe()}.
     *
     * @throws Problem naming file, line, field, value, rule and remedy
     */
    public static Recipe read(Path file, Kinds kinds) {
        return new Binder(kinds).bind(new Recipe(), Yaml.read(file));
    }

    /** The recipe with every field written out. */
    public static String text(Recipe recipe, Kinds kinds) {
        return Yaml.write(new Binder(kinds).toTree(recipe));
    }
}
