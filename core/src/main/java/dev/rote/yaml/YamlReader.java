package dev.rote.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Builds a tree from the parser's events one by one, so that every limit stops the parser before it has read more than
 * the limit allows.
 */
final class YamlReader {
    static final ScalarResolver CORE = new CoreSchema().getScalarResolver();

    /** Longer plain texts are text: no number needs so many characters, and the patterns of numbers recurse. */
    static final int LONGEST_NUMBER = 64;

    private final @Nullable String file;
    private final Map<String, Integer> lines = new HashMap<>();
    private int nodes;

    YamlReader(@Nullable String file) {
        this.file = file;
    }

    Document read(String text) {
        String content = text.startsWith("\ufeff") ? text.substring(1) : text;
        LoadSettings settings =
                LoadSettings.builder().setSchema(new CoreSchema()).build();
        try {
            Iterator<Event> events = new Parse(settings).parseString(content).iterator();
            events.next(); // the start of the stream
            if (events.next().getEventId() != Event.ID.DocumentStart) {
                throw empty();
            }
            Event first = events.next();
            lines.put("", line(first));
            JsonNode tree = node(first, events, "", 1);
            events.next(); // the end of the document
            Event next = events.next();
            if (next.getEventId() != Event.ID.StreamEnd) {
                throw problem(next, "", "a second document begins here", "keep one document in a file");
            }
            return new Document(file, tree, lines);
        } catch (MarkedYamlEngineException torn) {
            int line = torn.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            throw notYaml(torn.getProblem(), torn).in(file, line);
        } catch (ReaderException torn) {
            int line = 1
                    + (int) content.codePoints()
                            .limit(torn.getPosition())
                            .filter(point -> point == '\n')
                            .count();
            throw notYaml(String.format("character U+%04X is not allowed", torn.getCodePoint()), torn)
                    .in(file, line);
        } catch (IllegalArgumentException torn) { // how the parser answers an escape that the text ends in
            throw notYaml("an escape in double quotes is incomplete or names no character", torn)
                    .in(file);
        } catch (YamlEngineException torn) {
            throw notYaml(String.valueOf(torn.getMessage()), torn).in(file);
        }
    }

    private JsonNode node(Event event, Iterator<Event> events, String path, int depth) {
        check(event, path);
        if (event instanceof ScalarEvent scalar) {
            if (depth == 1 && scalar.isPlain() && scalar.getValue().isEmpty()) {
                throw empty();
            }
            return scalar(scalar, path);
        }
        if (depth > Yaml.MAX_DEPTH) {
            throw problem(
                    event,
                    path,
                    "mappings and lists may stand at most " + Yaml.MAX_DEPTH + " deep inside each other",
                    "write it flatter");
        }
        return event instanceof MappingStartEvent ? mapping(events, path, depth) : list(events, path, depth);
    }

    private ObjectNode mapping(Iterator<Event> events, String path, int depth) {
        ObjectNode mapping = JsonNodeFactory.instance.objectNode();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            String key = key(event, path);
            String below = FieldPath.key(path, key);
            if (mapping.has(key)) {
                throw problem(
                        event,
                        below,
                        "the key stands twice, first in line " + lines.get(below),
                        "remove one of the two");
            }
            lines.put(below, line(event));
            mapping.set(key, node(events.next(), events, below, depth + 1));
        }
        return mapping;
    }

    private ArrayNode list(Iterator<Event> events, String path, int depth) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            String below = FieldPath.index(path, list.size());
            lines.put(below, line(event));
            list.add(node(event, events, below, depth + 1));
        }
        return list;
    }

    private String key(Event event, String path) {
        check(event, path);
        if (!(event instanceof ScalarEvent scalar)) {
            throw problem(event, path, "a key must be text, and a list or mapping stands here", "write a name");
        }
        String key = scalar.getValue();
        if (key.length() > Yaml.MAX_KEY) {
            throw problem(event, path, "a key may have at most " + Yaml.MAX_KEY + " characters", "shorten it")
                    .was(key);
        }
        if (scalar.isPlain() && key.equals("<<")) {
            throw problem(event, path, "merge keys (<<) are not allowed", "write the merged keys out");
        }
        if (scalar.isPlain() && !tag(key).equals(Tag.STR)) {
            throw problem(event, path, "a key must be text", "put it in quotes: \"" + key + "\"")
                    .was(key.isEmpty() ? "empty" : key);
        }
        return key;
    }

    private void check(Event event, String path) {
        if (++nodes > Yaml.MAX_NODES) {
            throw problem(
                    event, "", "keys and values may number at most " + Yaml.MAX_NODES, "is this the file you meant?");
        }
        if (event instanceof AliasEvent alias) {
            throw problem(event, path, "aliases are not allowed", "write the value out")
                    .was("*" + alias.getAlias());
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw problem(event, path, "anchors are not allowed", "remove it")
                    .was("&" + node.getAnchor().get());
        }
        if (event instanceof ScalarEvent scalar && !isUnicode(scalar.getValue())) {
            throw problem(event, path, "text must not hold half a surrogate pair", "write the character itself");
        }
        Optional<String> tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof CollectionStartEvent collection ? collection.getTag() : Optional.empty();
        if (tag.isPresent()) {
            throw problem(event, path, "tags are not allowed", "remove it")
                    .was(tag.get().replace(Tag.PREFIX, "!!"));
        }
    }

    private JsonNode scalar(ScalarEvent scalar, String path) {
        String text = scalar.getValue();
        Tag tag = scalar.isPlain() ? tag(text) : Tag.STR;
        if (tag.equals(Tag.NULL)) {
            return NullNode.instance;
        }
        if (tag.equals(Tag.BOOL)) {
            return BooleanNode.valueOf(text.equalsIgnoreCase("true"));
        }
        if (tag.equals(Tag.INT)) {
            try {
                return whole(wholeNumber(text));
            } catch (NumberFormatException tooLarge) {
                throw problem(
                                scalar,
                                path,
                                "a whole number must lie between -2^63 and 2^63 - 1",
                                "write it with an exponent, as in 1.0e+20")
                        .was(text);
            }
        }
        if (tag.equals(Tag.FLOAT)) {
            double number = text.matches("[-+]?\\.[a-zA-Z]+") ? Double.NaN : Double.parseDouble(text);
            if (!Double.isFinite(number)) {
                throw problem(scalar, path, "a number must be finite", "").was(text);
            }
            return DoubleNode.valueOf(number);
        }
        return TextNode.valueOf(text);
    }

    /** What a plain text is in the core schema: text, number, boolean or null. */
    static Tag tag(String plain) {
        return plain.length() > LONGEST_NUMBER ? Tag.STR : CORE.resolve(plain, true);
    }

    /** A whole number in the smallest node that holds it, so that equal numbers are equal nodes. */
    static NumericNode whole(long number) {
        return number == (int) number ? IntNode.valueOf((int) number) : LongNode.valueOf(number);
    }

    /** Whether a text can be encoded: Java's strings may hold half a surrogate pair, files may not. */
    static boolean isUnicode(String text) {
        return text.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE);
    }

    private static long wholeNumber(String text) {
        if (text.startsWith("0x")) {
            return Long.parseLong(text.substring(2), 16);
        }
        return text.startsWith("0o") ? Long.parseLong(text.substring(2), 8) : Long.parseLong(text);
    }

    private static int line(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    private Problem problem(Event event, String path, String rule, String remedy) {
        return Problem.wrongUse(rule, remedy).in(file, line(event)).field(path);
    }

    private Problem empty() {
        return Problem.wrongUse("there is nothing in it", "is this the file you meant?")
                .in(file);
    }

    private static Problem notYaml(String detail, Throwable cause) {
        return Problem.wrongUse("is not YAML: " + detail, "check indentation, colons and quotes here")
                .because(cause);
    }
}
