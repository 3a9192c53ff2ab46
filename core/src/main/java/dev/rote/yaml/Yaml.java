package dev.rote.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A small, strict part of YAML 1.2 (core schema): mappings with text keys, lists, text, numbers, booleans and null, as
 * in JSON. What makes YAML dangerous or surprising is refused by name and line: anchors and aliases, tags, merge keys,
 * duplicate keys, several documents, numbers that are not finite.
 */
public final class Yaml {
    /** The longest text that is read, in bytes. */
    public static final int MAX_BYTES = 1 << 20;

    /** The most mappings and lists inside each other. */
    public static final int MAX_DEPTH = 32;

    /** The most keys and values in one text. */
    public static final int MAX_NODES = 10_000;

    /** The most characters in one key. */
    public static final int MAX_KEY = 128;

    private Yaml() {}

    /**
     * Reads a file.
     *
     * @throws Problem when the file cannot be read, is too large, is not UTF-8, or breaks a rule above
     */
    public static Document read(Path file) {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_BYTES + 1);
        } catch (NoSuchFileException missing) {
            throw Problem.wrongUse("there is no such file", "check the path")
                    .in(file.toString())
                    .because(missing);
        } catch (IOException unreadable) {
            throw Problem.couldNotRun("the file cannot be read", "check that it is a file and that you may read it")
                    .in(file.toString())
                    .because(unreadable);
        }
        return parse(file.toString(), bytes);
    }

    /**
     * Reads the bytes of a file that is called so in messages.
     *
     * @throws Problem when the bytes are too many, are not UTF-8, or break a rule above
     */
    public static Document parse(String file, byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw tooLarge().in(file);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new YamlReader(file).read(text);
        } catch (CharacterCodingException torn) {
            throw Problem.wrongUse("is not UTF-8 text", "save it as UTF-8")
                    .in(file)
                    .because(torn);
        }
    }

    /**
     * Reads a text.
     *
     * @throws Problem when the text is too large or breaks a rule above
     */
    public static Document parse(String text) {
        if (text.length() > MAX_BYTES) {
            throw tooLarge();
        }
        return new YamlReader(null).read(text);
    }

    /**
     * Writes a tree so that {@link #parse(String)} reads the same tree: one field per line, lists of plain values in
     * one line, keys in their order, every number with the fewest digits that read back to it.
     *
     * @throws IllegalArgumentException when the tree holds what could not be read back: a number that is not finite, a
     *     key that is too long, half a surrogate pair, too much depth
     */
    public static String write(JsonNode tree) {
        return YamlWriter.write(tree);
    }

    private static Problem tooLarge() {
        return Problem.wrongUse("must be at most " + MAX_BYTES + " bytes", "is this the file you meant?");
    }
}
