package dev.rote.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Tag;

/** The plain values of one document: each is taken as the type it was written as, and refused as any other. */
final class Scalars {
    private final Document document;

    Scalars(Document document) {
        this.document = document;
    }

    int integer(JsonNode tree, String path) {
        if (!tree.isIntegralNumber()) {
            throw wrong(tree, path, "must be a whole number", unquote(tree));
        }
        if (!tree.canConvertToInt()) {
            String rule = "must be a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE;
            throw wrong(tree, path, rule, "");
        }
        return tree.intValue();
    }

    long longInteger(JsonNode tree, String path) {
        if (!tree.isIntegralNumber() || !tree.canConvertToLong()) {
            throw wrong(tree, path, "must be a whole number", unquote(tree));
        }
        return tree.longValue();
    }

    double number(JsonNode tree, String path) {
        if (!tree.isNumber()) {
            throw wrong(tree, path, "must be a number", unquote(tree));
        }
        if (!Double.isFinite(tree.doubleValue())) {
            throw wrong(tree, path, "must be a finite number", "");
        }
        return tree.doubleValue();
    }

    boolean truth(JsonNode tree, String path) {
        if (!tree.isBoolean()) {
            throw wrong(tree, path, "must be true or false", unquote(tree));
        }
        return tree.booleanValue();
    }

    String text(JsonNode tree, String path) {
        if (!tree.isTextual()) {
            String remedy = tree.isValueNode() ? "put it in quotes: \"" + tree.asText() + "\"" : "";
            throw wrong(tree, path, "must be text", remedy);
        }
        return tree.textValue();
    }

    Enum<?> constant(Class<?> type, JsonNode tree, String path) {
        List<String> names = new ArrayList<>();
        for (Object each : type.getEnumConstants()) {
            Enum<?> constant = (Enum<?>) each;
            if (tree.isTextual() && tree.textValue().equals(Names.of(constant))) {
                return constant;
            }
            names.add(Names.of(constant));
        }
        throw wrong(
                tree,
                path,
                "must be one of " + String.join(", ", names),
                Names.closest(tree.asText(), names)
                        .map(name -> "did you mean " + name + "?")
                        .orElse(""));
    }

    private static String unquote(JsonNode tree) {
        boolean quoted = tree.isTextual() && !YamlReader.tag(tree.textValue()).equals(Tag.STR);
        return quoted ? "remove the quotes" : "";
    }

    Problem wrong(JsonNode tree, String path, String rule, String remedy) {
        String seen = tree.isObject() ? "a mapping" : tree.isArray() ? "a list" : shown(tree);
        return document.locate(path, Problem.wrongUse(rule, remedy)).was(seen);
    }

    private static String shown(JsonNode tree) {
        return tree.isTextual() ? "\"" + tree.textValue() + "\"" : tree.asText();
    }
}
