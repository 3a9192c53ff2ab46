package dev.rote.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tree that was read, and where each of its fields stood.
 *
 * @param file what to call the file in messages; null when the text came from no file
 * @param tree the values
 * @param lines from field path to line, counted from 1; empty when unknown
 */
public record Document(@Nullable String file, JsonNode tree, Map<String, Integer> lines) {
    /** Keeps its own copy of the lines. */
    public Document {
        lines = Map.copyOf(lines);
    }

    /** A tree that was not read from a file. */
    public static Document of(JsonNode tree) {
        return new Document(null, tree, Map.of());
    }

    /** The line of a field, or of the nearest field around it that is written down; 0 when unknown. */
    public int line(String path) {
        String at = path;
        while (!at.isEmpty() && !lines.containsKey(at)) {
            at = at.substring(0, Math.max(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['))));
        }
        return lines.getOrDefault(at, 0);
    }

    /** The same problem, told to be at this field of this document. */
    public Problem locate(String path, Problem problem) {
        return problem.in(file, line(path)).field(path);
    }
}
