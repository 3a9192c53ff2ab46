package dev.rote.claims;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one seed shows about a claim.
 *
 * @param holds whether the check passes on it
 * @param figures what was seen, by name, in the order to be told
 */
public record Observation(boolean holds, Map<String, Double> figures) {

    /** A passing observation without figures, to add to. */
    public static Observation start() {
        return new Observation(true, Map.of());
    }

    /** With one more figure, which does not decide anything. */
    public Observation see(String name, double value) {
        Map<String, Double> more = new LinkedHashMap<>(figures);
        more.put(name, value);
        return new Observation(holds, more);
    }

    /** With one more figure that must be in a closed interval. */
    public Observation within(String name, double value, double low, double high) {
        return see(name, value).and(value >= low && value <= high);
    }

    /** With one more figure that must be at least so much. */
    public Observation atLeast(String name, double value, double low) {
        return see(name, value).and(value >= low);
    }

    /** With one more figure that must be at most so much. */
    public Observation atMost(String name, double value, double high) {
        return see(name, value).and(value <= high);
    }

    /** With one more condition. */
    public Observation and(boolean condition) {
        return new Observation(holds && condition, figures);
    }
}
