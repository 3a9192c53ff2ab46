package dev.rote.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The values of an axis as short words: "symmetric 0.5" for {@code [{kind: symmetric, fraction: 0.5, ...}]}, "fraction 0.5" for 0.5.
 *
 * <p>A value with a kind reads as its kind and its first number, which for noises, methods and losses is their strength. Where that would
 * make two values of the axis read alike, they read as their kind and all in which the axis's values differ.
 */
final class AxisWords {

    private final Map<JsonNode, String> words = new LinkedHashMap<>();

    AxisWords(String axis, Collection<JsonNode> values) {
        String field = axis.substring(axis.lastIndexOf('.') + 1);
        Set<JsonNode> distinct = new LinkedHashSet<>(values);
        distinct.forEach(value -> words.put(value, prefixed(field, value, brief(value, true))));
        if (new HashSet<>(words.values()).size() < distinct.size()) {
            Set<String> varied = varied(distinct);
            distinct.forEach(value -> words.put(value, prefixed(field, value, exact(value, varied))));
        }
    }

    String of(JsonNode value) {
        return words.getOrDefault(value, brief(value, true));
    }

    private static String prefixed(String field, JsonNode value, String text) {
        return hasKind(value.isArray() && !value.isEmpty() ? value.get(0) : value) ? text : field + " " + text;
    }

    private static boolean hasKind(JsonNode value) {
        return value.path("kind").isTextual();
    }

    private static String brief(JsonNode value, boolean number) {
        if (value.isArray()) {
            String between = value.path(0).isObject() ? " + " : ", ";
            return value.isEmpty()
                    ? "none"
                    : each(value).map(item -> brief(item, number)).collect(Collectors.joining(between));
        }
        if (!value.isObject()) {
            return value.asText();
        }
        String strength = each(value)
                .filter(field -> number && field.isNumber())
                .findFirst()
                .map(field -> " " + field.asText())
                .orElse("");
        return hasKind(value)
                ? value.path("kind").asText() + strength
                : leaves("", value).entrySet().stream()
                        .map(leaf -> leaf.getKey() + " " + leaf.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static String exact(JsonNode value, Set<String> varied) {
        return leaves("", value).entrySet().stream()
                .filter(leaf -> varied.contains(leaf.getKey()))
                .map(leaf -> leaf.getKey().substring(leaf.getKey().lastIndexOf('.') + 1) + " " + leaf.getValue())
                .filter(text -> !text.startsWith("kind "))
                .reduce(brief(value, false), (all, text) -> all + ", " + text);
    }

    /** The fields in which not all values agree. */
    private static Set<String> varied(Set<JsonNode> values) {
        List<Map<String, String>> all =
                values.stream().map(value -> leaves("", value)).toList();
        return all.stream()
                .flatMap(leaves -> leaves.keySet().stream())
                .filter(path -> all.stream()
                                .map(leaves -> leaves.getOrDefault(path, ""))
                                .distinct()
                                .count()
                        > 1)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Path to text of all that holds no objects; a list of plain values is one. */
    private static Map<String, String> leaves(String path, JsonNode value) {
        Map<String, String> leaves = new LinkedHashMap<>();
        if (value.isObject()) {
            value.properties()
                    .forEach(field -> leaves.putAll(
                            leaves(path.isEmpty() ? field.getKey() : path + "." + field.getKey(), field.getValue())));
        } else if (value.isArray() && value.path(0).isObject()) {
            for (int i = 0; i < value.size(); i++) {
                leaves.putAll(leaves(path.isEmpty() ? Integer.toString(i) : path + "." + i, value.get(i)));
            }
        } else {
            leaves.put(path, brief(value, true));
        }
        return leaves;
    }

    private static Stream<JsonNode> each(JsonNode value) {
        return StreamSupport.stream(value.spliterator(), false);
    }
}
