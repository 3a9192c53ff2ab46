package dev.rote.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Field paths, such as {@code noise[0].fraction}: names joined by dots, list positions (from 0) in brackets; a name
 * with other characters stands in brackets and quotes, {@code needs["a.b"]}. The empty path is the whole tree.
 */
public final class FieldPath {
    private static final Pattern PLAIN = Pattern.compile("[^.\\[\\]\"\\s\\p{Cntrl}]+");
    private static final Pattern STEP = Pattern.compile(
            "(?<dot>\\.?)(?<plain>" + PLAIN + ")|\\[(?<index>\\d{1,9})]|\\[\"(?<quoted>(?:[^\"\\\\]|\\\\.)*+)\"]",
            Pattern.DOTALL);

    private FieldPath() {}

    /** The path of the field with this name inside the field at a path. */
    public static String key(String path, String name) {
        if (!PLAIN.matcher(name).matches()) {
            return path + "[\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
        }
        return path.isEmpty() ? name : path + "." + name;
    }

    /** The path of the element at this position, from 0, of the list at a path. */
    public static String index(String path, int position) {
        return path + "[" + position + "]";
    }

    /**
     * The value at a path.
     *
     * @throws Problem when the tree has no such field, or the path is none
     */
    public static JsonNode get(JsonNode tree, String path) {
        JsonNode at = tree;
        for (Step step : steps(path)) {
            at = step.in(at, path);
        }
        return at;
    }

    /**
     * A copy of a tree that has another value at a path.
     *
     * @throws Problem when the tree has no such field, or the path is none
     */
    public static JsonNode set(JsonNode tree, String path, JsonNode value) {
        List<Step> steps = steps(path);
        if (steps.isEmpty()) {
            return value.deepCopy();
        }
        JsonNode copy = tree.deepCopy();
        JsonNode parent = copy;
        for (Step step : steps.subList(0, steps.size() - 1)) {
            parent = step.in(parent, path);
        }
        Step last = steps.get(steps.size() - 1);
        last.in(parent, path);
        if (parent instanceof ArrayNode list) {
            list.set(last.position(), value.deepCopy());
        } else {
            ((ObjectNode) parent).set(last.text, value.deepCopy());
        }
        return copy;
    }

    private static List<Step> steps(String path) {
        List<Step> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(path);
        int from = 0;
        while (from < path.length()) {
            matcher.region(from, path.length());
            if (!matcher.lookingAt()) {
                throw notAPath(path);
            }
            if (matcher.group("plain") != null) {
                if (matcher.group("dot").isEmpty() != (from == 0)) {
                    throw notAPath(path);
                }
                steps.add(new Step(matcher.group("plain"), false, path.substring(0, from)));
            } else if (matcher.group("index") != null) {
                steps.add(new Step(matcher.group("index"), true, path.substring(0, from)));
            } else {
                String name = matcher.group("quoted").replaceAll("(?s)\\\\(.)", "$1");
                steps.add(new Step(name, false, path.substring(0, from)));
            }
            from = matcher.end();
        }
        return steps;
    }

    private static Problem notAPath(String path) {
        return Problem.wrongUse(
                        "is not a field path",
                        "join names by dots and put list positions in brackets, as in noise[0].fraction")
                .field(path);
    }

    private record Step(String text, boolean isIndex, String before) {
        int position() {
            return Integer.parseInt(text);
        }

        JsonNode in(JsonNode parent, String path) {
            boolean found =
                    isIndex ? parent.isArray() && position() < parent.size() : parent.isObject() && parent.has(text);
            if (!found) {
                throw Problem.wrongUse("there is no such field", remedy(parent)).field(path);
            }
            return isIndex ? parent.get(position()) : parent.get(text);
        }

        private String remedy(JsonNode parent) {
            String here = before.isEmpty() ? "the recipe" : before;
            if (parent.isObject()) {
                List<String> names = new ArrayList<>();
                parent.fieldNames().forEachRemaining(names::add);
                return Names.remedy(text, names, "the fields of " + here + " are");
            }
            if (parent.isArray()) {
                return here + " is a list of " + parent.size() + ", counted from 0";
            }
            return here + " is " + parent + " and has no fields";
        }
    }
}
