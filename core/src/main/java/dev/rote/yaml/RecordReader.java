package dev.rote.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Binds one document: see {@link Binder}. */
final class RecordReader {
    /** How a record's constructor refuses a component: {@code lr must be above 0, was -1; choose e.g. 0.01}. */
    private static final Pattern REFUSAL =
            Pattern.compile("(?<name>\\w+) (?<rule>must .+?)(, was (?<seen>[^;]+))?(; (?<remedy>.+))?", Pattern.DOTALL);

    private final Kinds kinds;
    private final Document document;
    private final Scalars scalars;
    private final @Nullable String wholeElse;

    /**
     * A reader of one document.
     *
     * @param wholeElse what to do when a key is missing; null where keys may be left out
     */
    RecordReader(Kinds kinds, Document document, @Nullable String wholeElse) {
        this.kinds = kinds;
        this.document = document;
        this.wholeElse = wholeElse;
        this.scalars = new Scalars(document);
    }

    <R extends Record> R read(R prototype) {
        @SuppressWarnings("unchecked") // a record's class has no subclasses
        Class<R> type = (Class<R>) prototype.getClass();
        return type.cast(record(type, prototype, document.tree(), "", false));
    }

    private Object value(Type type, @Nullable Object old, JsonNode tree, String path) {
        if (type instanceof ParameterizedType generic) {
            return container(generic, old, tree, path);
        }
        if (!(type instanceof Class<?> plain)) {
            throw unsupported(type, path);
        }
        if (plain == OptionalInt.class) {
            return tree.isNull() ? OptionalInt.empty() : OptionalInt.of(scalars.integer(tree, path));
        }
        if (plain == OptionalLong.class) {
            return tree.isNull() ? OptionalLong.empty() : OptionalLong.of(scalars.longInteger(tree, path));
        }
        if (plain == OptionalDouble.class) {
            return tree.isNull() ? OptionalDouble.empty() : OptionalDouble.of(scalars.number(tree, path));
        }
        if (tree.isNull()) {
            throw scalars.wrong(
                    tree,
                    path,
                    "must have a value",
                    wholeElse == null ? "leave the key out to keep the default" : wholeElse);
        }
        if (plain == int.class || plain == Integer.class) {
            return scalars.integer(tree, path);
        }
        if (plain == long.class || plain == Long.class) {
            return scalars.longInteger(tree, path);
        }
        if (plain == double.class || plain == Double.class) {
            return scalars.number(tree, path);
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return scalars.truth(tree, path);
        }
        if (plain == String.class) {
            return scalars.text(tree, path);
        }
        if (plain.isEnum()) {
            return scalars.constant(plain, tree, path);
        }
        if (plain.isRecord()) {
            return record(plain, old == null ? prototype(plain) : old, tree, path, false);
        }
        if (kinds.isFamily(plain)) {
            return kind(plain, tree, path);
        }
        throw unsupported(type, path);
    }

    private static IllegalArgumentException unsupported(Type type, String path) {
        return new IllegalArgumentException(
                type + " at " + path + " must be a type that recipes can hold, or a family with kinds");
    }

    private Object container(ParameterizedType type, @Nullable Object old, JsonNode tree, String path) {
        Type[] inner = type.getActualTypeArguments();
        if (type.getRawType() == Optional.class) {
            Object within = old instanceof Optional<?> optional ? optional.orElse(null) : null;
            return tree.isNull() ? Optional.empty() : Optional.of(value(inner[0], within, tree, path));
        }
        if (type.getRawType() == List.class) {
            if (!tree.isArray()) {
                throw scalars.wrong(tree, path, "must be a list", "write [a, b, c], or one \"- a\" per line");
            }
            List<Object> list = new ArrayList<>();
            for (JsonNode element : tree) {
                list.add(value(inner[0], null, element, FieldPath.index(path, list.size())));
            }
            return Collections.unmodifiableList(list);
        }
        if (type.getRawType() == Map.class && inner[0] == String.class) {
            if (!tree.isObject()) {
                throw scalars.wrong(tree, path, "must be a mapping", "write one \"name: value\" per line");
            }
            Map<String, Object> map = new LinkedHashMap<>();
            for (var field : tree.properties()) {
                String below = FieldPath.key(path, field.getKey());
                map.put(field.getKey(), value(inner[1], null, field.getValue(), below));
            }
            return Collections.unmodifiableMap(map);
        }
        throw unsupported(type, path);
    }

    private Object kind(Class<?> family, JsonNode tree, String path) {
        List<String> names = kinds.names(family);
        if (!tree.isTextual() && !tree.isObject()) {
            throw scalars.wrong(tree, path, "must be a kind", "choose one of " + String.join(", ", names));
        }
        String at = tree.isTextual() ? path : FieldPath.key(path, "kind");
        JsonNode name = tree.isTextual() ? tree : tree.get("kind");
        if (name == null) {
            throw document.locate(at, Problem.wrongUse("must be given", "choose one of " + String.join(", ", names)));
        }
        Object prototype;
        try {
            prototype = kinds.prototype(family, scalars.text(name, at));
        } catch (Problem unknown) {
            throw document.locate(at, unknown);
        }
        return tree.isTextual() ? prototype : record(prototype.getClass(), prototype, tree, path, true);
    }

    private Object record(Class<?> type, @Nullable Object old, JsonNode tree, String path, boolean isKind) {
        RecordComponent[] components = type.getRecordComponents();
        List<String> keys = Arrays.stream(components)
                .map(component -> Names.snake(component.getName()))
                .toList();
        List<String> known =
                isKind ? Stream.concat(Stream.of("kind"), keys.stream()).toList() : keys;
        if (!tree.isObject()) {
            throw scalars.wrong(tree, path, "must be a mapping", "its keys are " + String.join(", ", known));
        }
        tree.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                throw document.locate(
                        FieldPath.key(path, key),
                        Problem.wrongUse("is not a known key", Names.remedy(key, known, "the keys here are")));
            }
        });
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String below = FieldPath.key(path, keys.get(i));
            JsonNode given = tree.get(keys.get(i));
            Object before = old == null ? null : Records.get(components[i], old);
            if (given == null && (old == null || wholeElse != null)) {
                String remedy = wholeElse == null ? "it has no default" : wholeElse;
                throw document.locate(below, Problem.wrongUse("must be given", remedy));
            }
            values[i] = given == null ? before : value(components[i].getGenericType(), before, given, below);
        }
        return construct(type, values, path);
    }

    private @Nullable Object prototype(Class<?> record) {
        for (Constructor<?> constructor : record.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 0) {
                try {
                    return Records.construct(constructor);
                } catch (InvocationTargetException failed) {
                    throw new IllegalStateException(record.getName() + " must accept its defaults", failed.getCause());
                }
            }
        }
        return null;
    }

    private Object construct(Class<?> type, Object[] values, String path) {
        try {
            return Records.construct(Records.canonical(type), values);
        } catch (InvocationTargetException failed) {
            if (failed.getCause() instanceof IllegalArgumentException refused) {
                throw refusal(type, refused, path);
            }
            if (failed.getCause() instanceof Problem problem) {
                throw document.locate(path, problem);
            }
            throw new IllegalStateException(type.getName() + " could not be made", failed.getCause());
        }
    }

    private Problem refusal(Class<?> type, IllegalArgumentException refused, String path) {
        String message = String.valueOf(refused.getMessage());
        Matcher matcher = REFUSAL.matcher(message);
        if (matcher.matches()) {
            String key = Names.snake(matcher.group("name"));
            for (RecordComponent component : type.getRecordComponents()) {
                if (Names.snake(component.getName()).equals(key)) {
                    String remedy = matcher.group("remedy") == null ? "" : matcher.group("remedy");
                    Problem problem = Problem.wrongUse(matcher.group("rule"), remedy);
                    String seen = matcher.group("seen");
                    return document.locate(FieldPath.key(path, key), seen == null ? problem : problem.was(seen))
                            .because(refused);
                }
            }
        }
        return document.locate(path, Problem.wrongUse(message, "")).because(refused);
    }
}
