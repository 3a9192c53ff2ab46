package dev.rote.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Writes records as trees: see {@link Binder}. */
final class RecordWriter {
    private final Kinds kinds;

    RecordWriter(Kinds kinds) {
        this.kinds = kinds;
    }

    ObjectNode write(Record value) {
        return fields(JsonNodeFactory.instance.objectNode(), value);
    }

    private JsonNode value(Type type, Object value) {
        if (type instanceof ParameterizedType generic) {
            return container(generic, value);
        }
        if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? YamlReader.whole(optional.getAsInt()) : NullNode.instance;
        }
        if (value instanceof OptionalLong optional) {
            return optional.isPresent() ? YamlReader.whole(optional.getAsLong()) : NullNode.instance;
        }
        if (value instanceof OptionalDouble optional) {
            return optional.isPresent() ? number(optional.getAsDouble()) : NullNode.instance;
        }
        if (value instanceof Integer || value instanceof Long) {
            return YamlReader.whole(((Number) value).longValue());
        }
        if (value instanceof Double number) {
            return number(number);
        }
        if (value instanceof Boolean truth) {
            return BooleanNode.valueOf(truth);
        }
        if (value instanceof String text) {
            return TextNode.valueOf(text);
        }
        if (value instanceof Enum<?> constant) {
            return TextNode.valueOf(Names.of(constant));
        }
        if (type instanceof Class<?> declared && value instanceof Record record) {
            ObjectNode tree = JsonNodeFactory.instance.objectNode();
            return fields(declared.isRecord() ? tree : tree.put("kind", kinds.name(record)), record);
        }
        throw new IllegalArgumentException(
                value.getClass().getName() + " must be a type that recipes can hold, or a known kind");
    }

    private JsonNode container(ParameterizedType type, Object value) {
        Type[] inner = type.getActualTypeArguments();
        if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? value(inner[0], optional.get()) : NullNode.instance;
        }
        if (value instanceof List<?> list) {
            ArrayNode tree = JsonNodeFactory.instance.arrayNode();
            list.forEach(element -> tree.add(value(inner[0], element)));
            return tree;
        }
        if (value instanceof Map<?, ?> map) {
            ObjectNode tree = JsonNodeFactory.instance.objectNode();
            new TreeMap<>(map).forEach((key, element) -> tree.set((String) key, value(inner[1], element)));
            return tree;
        }
        throw new IllegalArgumentException(type + " must be a type that recipes can hold");
    }

    private ObjectNode fields(ObjectNode tree, Record record) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = Records.get(component, record);
            tree.set(Names.snake(component.getName()), value(component.getGenericType(), value));
        }
        return tree;
    }

    private static DoubleNode number(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("number must be finite, was " + number);
        }
        return DoubleNode.valueOf(number);
    }
}
