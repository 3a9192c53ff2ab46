package dev.rote.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Turns trees into records and back, with nothing guessed or converted on the way.
 *
 * <table>
 * <caption>What a component of a record is written as</caption>
 * <tr><th>component</th><th>written as</th></tr>
 * <tr><td>{@code int}, {@code long}</td><td>whole number</td></tr>
 * <tr><td>{@code double}</td><td>number; must be finite</td></tr>
 * <tr><td>{@code boolean}, {@code String}</td><td>true or false; text</td></tr>
 * <tr><td>enum</td><td>its own {@code toString}, else its name as {@code lower-kebab}</td></tr>
 * <tr><td>record</td><td>mapping; keys are the components' names in {@code snake_case}</td></tr>
 * <tr><td>family (an interface in {@link Kinds})</td><td>mapping with the key {@code kind}; or the bare name of the kind
 * where all its defaults are wanted</td></tr>
 * <tr><td>{@code List}, {@code Map} with text keys</td><td>list, mapping</td></tr>
 * <tr><td>{@code Optional}, {@code OptionalInt}, {@code OptionalLong}, {@code OptionalDouble}</td><td>the value, or null
 * for none</td></tr>
 * </table>
 *
 * <p>A key that is left out keeps the prototype's value. A list or map that is given replaces the prototype's whole. A
 * record inside a list, a map or an empty Optional has no prototype: its defaults come from its constructor without
 * arguments, and where it has none, every key must be given.
 *
 * @param kinds the kinds that may be named
 */
public record Binder(Kinds kinds) {
    /**
     * A record like the prototype, with what a document says instead.
     *
     * @throws Problem when a key is not known, a value has the wrong type, or a record refuses its values
     */
    public <R extends Record> R bind(R prototype, Document document) {
        return new RecordReader(kinds, document, null).read(prototype);
    }

    /**
     * A record like the prototype, with what a tree says instead.
     *
     * @throws Problem as {@link #bind(Record, Document)} does, without file and line
     */
    public <R extends Record> R bind(R prototype, JsonNode tree) {
        return bind(prototype, Document.of(tree));
    }

    /**
     * The record that a document holds whole, as {@link #toTree} writes it: no key may be left out.
     *
     * @param prototype any record of the type
     * @param remedy what to do when a key or its value is missing
     * @throws Problem as {@link #bind(Record, Document)} does, or naming the first key that is missing
     */
    public <R extends Record> R bindWhole(R prototype, Document document, String remedy) {
        return new RecordReader(kinds, document, remedy).read(prototype);
    }

    /**
     * Writes every component, in the order of the record, and maps by alphabet; binding the tree gives an equal record.
     *
     * @throws IllegalArgumentException when a value inside belongs to no known kind, or is null or not finite
     */
    public ObjectNode toTree(Record value) {
        return new RecordWriter(kinds).write(value);
    }
}
