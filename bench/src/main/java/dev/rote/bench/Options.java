package dev.rote.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is asked for on the command line, {@code name=value} each, over the defaults. */
record Options(Map<String, String> values) {

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException when one is not {@code name=value} or its name is not among the defaults
     */
    static Options read(Map<String, String> defaults, String... arguments) {
        Map<String, String> values = new LinkedHashMap<>(defaults);
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            if (parts.length < 2 || !defaults.containsKey(parts[0])) {
                throw new IllegalArgumentException(
                        "expected name=value with a name of " + defaults.keySet() + ", was '" + argument + "'");
            }
            values.put(parts[0], parts[1]);
        }
        return new Options(values);
    }

    int whole(String name) {
        return Integer.parseInt(text(name));
    }

    double number(String name) {
        return Double.parseDouble(text(name));
    }

    boolean is(String name, String value) {
        return text(name).equals(value);
    }

    String text(String name) {
        return values.getOrDefault(name, "");
    }
}
