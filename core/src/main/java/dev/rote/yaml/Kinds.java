package dev.rote.yaml;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The kinds that a recipe can name: for each family (an interface) the prototypes (records with their default values)
 * by name, as in {@code Net.class -> {mlp: new Mlp(), two-layer: new TwoLayer()}}.
 *
 * <p>Immutable. The app writes the catalogue down in one place; nothing is found by looking around.
 */
public final class Kinds {
    private static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";

    private final Map<Class<?>, TreeMap<String, Object>> families;
    private final Map<Class<?>, String> names;

    private Kinds(Map<Class<?>, TreeMap<String, Object>> families, Map<Class<?>, String> names) {
        this.families = families;
        this.names = names;
    }

    /** A catalogue without kinds. */
    public static Kinds none() {
        return new Kinds(Map.of(), Map.of());
    }

    /**
     * This catalogue and one kind more.
     *
     * @param family an interface
     * @param name in lower-case letters and digits, words joined by hyphens
     * @param prototype a record with the default values of this kind
     * @throws IllegalArgumentException when the family has another kind of this name, the prototype's class already has
     *     another name, the prototype is no record or has a component called kind, or the name has other characters
     */
    public <F> Kinds with(Class<F> family, String name, F prototype) {
        Class<?> type = prototype.getClass();
        check(family.isInterface(), "family must be an interface, was " + family.getName());
        check(name.matches(NAME), "name of " + type.getName() + " must be words joined by hyphens, was " + name);
        check(type.isRecord(), "prototype of " + name + " must be a record, was " + type.getName());
        check(
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .noneMatch("kind"::equals),
                type.getName() + " must not have a component called kind: it is the key that names the record itself");
        TreeMap<String, Object> members = new TreeMap<>(families.getOrDefault(family, new TreeMap<>()));
        Object other = members.put(name, prototype);
        if (other != null) {
            throw new IllegalArgumentException(family.getSimpleName() + " " + name + " must be one class, was both "
                    + other.getClass().getName() + " and " + type.getName());
        }
        String known = names.getOrDefault(type, name);
        check(known.equals(name), type.getName() + " must have one name, was both " + known + " and " + name);
        Map<Class<?>, TreeMap<String, Object>> moreFamilies = new HashMap<>(families);
        moreFamilies.put(family, members);
        Map<Class<?>, String> moreNames = new HashMap<>(names);
        moreNames.put(type, name);
        return new Kinds(moreFamilies, moreNames);
    }

    /** Whether any kind of this family is known. */
    public boolean isFamily(Class<?> type) {
        return families.containsKey(type);
    }

    /** The names of a family's kinds in alphabetical order; none for an unknown family. */
    public List<String> names(Class<?> family) {
        return List.copyOf(families.getOrDefault(family, new TreeMap<>()).keySet());
    }

    /**
     * The name of a value's kind.
     *
     * @throws IllegalArgumentException when no kind has the value's class
     */
    public String name(Object value) {
        String name = names.get(value.getClass());
        if (name == null) {
            throw new IllegalArgumentException(
                    value.getClass().getName() + " must be among the known kinds to be named in a recipe");
        }
        return name;
    }

    /**
     * The prototype of a kind.
     *
     * @throws Problem when the family has no kind of this name; its remedy gives the names that there are
     */
    public <F> F prototype(Class<F> family, String name) {
        Object prototype = families.getOrDefault(family, new TreeMap<>()).get(name);
        if (prototype == null) {
            String remedy = Names.remedy(name, names(family), "choose one of");
            throw Problem.wrongUse("is not a known kind", remedy).was("\"" + name + "\"");
        }
        return family.cast(prototype);
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
