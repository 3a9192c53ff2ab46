package dev.rote.runs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
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
 * A recipe, arms and axes; one run for each combination of an arm and the axes' values.
 *
 * <p>An arm is a variation with a name that may change several fields at once, such as a method, the net that it needs and a loss;
 * its runs are called {@code RECIPE-ARM}.
 *
 * @param name of the sweep
 * @param axes field path in the recipe to the values it takes, in the order of the file; the last axis varies fastest. Arms are the
 *     first axis, the field {@code name}
 * @param recipes the combinations
 */
public record Sweep(String name, Map<String, List<JsonNode>> axes, List<Recipe> recipes) {

    private static final int MOST = 100_000;

    /**
     * Reads a sweep file: keys {@code name}, {@code recipe} (as in a recipe file), {@code arms} (name to the fields it changes, by
     * field path), {@code axes} (field path to list of values).
     *
     * @throws Problem naming file, line, field, value, rule and remedy
     */
    public static Sweep read(Path file, Kinds kinds) {
        Document document = Yaml.read(file);
        Binder binder = new Binder(kinds);
        document.tree().fieldNames().forEachRemaining(key -> {
            if (!List.of("name", "recipe", "arms", "axes").contains(key)) {
                throw document.locate(
                        key, Problem.wrongUse("is not a key of a sweep", "use name, recipe, arms and axes"));
            }
        });
        JsonNode arms = document.tree().path("arms");
        if (!arms.isMissingNode() && (!arms.isObject() || arms.isEmpty())) {
            throw document.locate(
                    "arms", Problem.wrongUse("must map names to fields and values", "for example gce: {loss: gce}"));
        }
        JsonNode axes = document.tree().path("axes");
        if (axes.isMissingNode() && !arms.isMissingNode()) {
            axes = base();
        } else if (!(axes instanceof ObjectNode) || axes.isEmpty()) {
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
        Map<String, List<JsonNode>> all = new LinkedHashMap<>();
        for (ObjectNode arm : arms(document, base, arms)) {
            all.computeIfAbsent("name", key -> new ArrayList<>()).add(arm.path("name"));
            Document varied = new Document(document.file(), arm, lines);
            combine(varied, binder, arm, new ArrayList<>(values.entrySet()), 0, recipes);
        }
        if (arms.isMissingNode()) {
            all.clear();
        }
        all.putAll(values);
        String name = document.tree().path("name").asText(base.path("name").asText());
        return new Sweep(name, all, recipes);
    }

    /** The recipe once for each arm, with the arm's fields; the recipe itself where there are no arms. */
    private static List<ObjectNode> arms(Document document, ObjectNode base, JsonNode arms) {
        if (arms.isMissingNode()) {
            return List.of(base);
        }
        List<ObjectNode> varied = new ArrayList<>();
        for (Map.Entry<String, JsonNode> arm : arms.properties()) {
            String path = FieldPath.key("arms", arm.getKey());
            if (!arm.getValue().isObject()) {
                throw document.locate(
                        path, Problem.wrongUse("must map fields to values", "write {} to change nothing"));
            }
            String called = base.path("name").asText() + "-" + arm.getKey();
            JsonNode tree = FieldPath.set(base, "name", TextNode.valueOf(called));
            for (Map.Entry<String, JsonNode> field : arm.getValue().properties()) {
                try {
                    tree = FieldPath.set(tree, field.getKey(), field.getValue());
                } catch (Problem problem) {
                    throw document.locate(FieldPath.key(path, field.getKey()), problem);
                }
            }
            varied.add((ObjectNode) tree);
        }
        return varied;
    }

    private static ObjectNode base() {
        return JsonNodeFactory.instance.objectNode();
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
