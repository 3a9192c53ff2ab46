package dev.rote.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rote.yaml.Binder;
import dev.rote.yaml.Document;
import dev.rote.yaml.FieldPath;
import dev.rote.yaml.Kinds;
import dev.rote.yaml.Problem;
import dev.rote.yaml.Yaml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A recipe and axes; one run for each combination of their values.
 *
 * @param name of the sweep
 * @param axes field path in the recipe to the values it takes, in the order of the file; the last axis varies fastest
 * @param recipes the combinations
 */
public record Sweep(String name, Map<String, List<JsonNode>> axes, List<Recipe> recipes) {

    private static final int MOST = 100_000;

    /**
     * Reads a sweep file: keys {@code name}, {@code recipe} (as in a recipe file), {@code axes} (field path to list of values).
     *
     * @throws Problem naming file, line, field, value, rule and remedy
     */
    public static Sweep read(Path file, Kinds kinds) {
        Document document = Yaml.read(file);
        Binder binder = new Binder(kinds);
        document.tree().fieldNames().forEachRemaining(key -> {
            if (!List.of("name", "recipe", "axes").contains(key)) {
                throw document.locate(key, Problem.wrongUse("is not a key of a sweep", "use name, recipe and axes"));
            }
        });
        JsonNode axes = document.tree().path("axes");
        if (!(axes instanceof ObjectNode) || axes.isEmpty()) {
            throw document.locate(
                    "axes",
                    Problem.wrongUse(
                            "must map fields of the recipe to lists of values", "for example seed: [0, 1, 2]"));
        }
        JsonNode body = document.tree().path("recipe");
        Map<String, Integer> lines = new LinkedHashMap<>();
        document.lines().forEach((path, line) -> {
            if (path.startsWith("recipe.")) {
                lines.put(path.substring("recipe.".length()), line);
            }
        });
        ObjectNode base = binder.toTree(
                binder.bind(new Recipe(), new Document(document.file(), body.isMissingNode() ? base() : body, lines)));
        Map<String, List<JsonNode>> values = values(document, (ObjectNode) axes);
        values.keySet().forEach(field -> lines.put(field, document.line(FieldPath.key("axes", field))));
        List<Recipe> recipes = new ArrayList<>();
        combine(
                new Document(document.file(), base, lines),
                binder,
                base,
                new ArrayList<>(values.entrySet()),
                0,
                recipes);
        String name = document.tree().path("name").asText(base.path("name").asText());
        return new Sweep(name, values, recipes);
    }

    private static ObjectNode base() {
        return com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
    }

    private static Map<String, List<JsonNode>> values(Document document, ObjectNode axes) {
        Map<String, List<JsonNode>> values = new LinkedHashMap<>();
        long runs = 1;
        for (Map.Entry<String, JsonNode> axis : axes.properties()) {
            String path = FieldPath.key("axes", axis.getKey());
            if (!axis.getValue().isArray() || axis.getValue().isEmpty()) {
                throw document.locate(path, Problem.wrongUse("must be a list of values", "write [0, 1, 2]"));
            }
            List<JsonNode> list = new ArrayList<>();
            axis.getValue().forEach(list::add);
            values.put(axis.getKey(), list);
            runs *= list.size();
            if (runs > MOST) {
                throw document.locate(path, Problem.wrongUse("makes more than " + MOST + " runs", "take fewer values"));
            }
        }
        return values;
    }

    private static void combine(
            Document document,
            Binder binder,
            JsonNode tree,
            List<Map.Entry<String, List<JsonNode>>> axes,
            int depth,
            List<Recipe> recipes) {
        if (depth == axes.size()) {
            recipes.add(binder.bind(new Recipe(), new Document(document.file(), tree, document.lines())));
            return;
        }
        String field = axes.get(depth).getKey();
        for (JsonNode value : axes.get(depth).getValue()) {
            JsonNode changed;
            try {
                changed = FieldPath.set(tree, field, value);
            } catch (Problem problem) {
                throw document.locate(field, problem);
            }
            combine(document, binder, changed, axes, depth + 1, recipes);
        }
    }
}
