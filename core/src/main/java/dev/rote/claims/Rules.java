package dev.rote.claims;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules that the values of a report share; each breach says the rule and the value seen. */
final class Rules {

    private static final Pattern FIGURE_ID = Pattern.compile("[a-z][a-z0-9-]*");

    private Rules() {}

    static void figure(String id, String title) {
        if (!FIGURE_ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "figure id must be lower-case letters, digits and hyphens, a letter first, was \"" + id + "\"");
        }
        named("title of figure " + id, title);
    }

    static void named(String what, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(what + " must not be blank");
        }
    }

    static void distinct(String what, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException(what + " must have different names, twice was \"" + name + "\"");
            }
        }
    }

    static void sameLength(String what, List<?> values, List<?> as) {
        length(what, values, as.size());
    }

    static void length(String what, List<?> values, int wanted) {
        if (values.size() != wanted) {
            throw new IllegalArgumentException(what + " must be " + wanted + " values, were " + values.size());
        }
    }

    static void neverFalling(String what, List<Double> values) {
        ordered(what, values, 0);
    }

    static void rising(String what, List<Double> values) {
        ordered(what, values, Double.MIN_VALUE);
    }

    private static void ordered(String what, List<Double> values, double leastStep) {
        double last = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(what + " must be finite, one was " + value);
            }
            if (value - last < leastStep) {
                throw new IllegalArgumentException(
                        what + " must " + (leastStep > 0 ? "rise" : "not fall") + ", " + value + " came after " + last);
            }
            last = value;
        }
    }

    static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
