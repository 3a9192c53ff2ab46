package dev.rote.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named data sets that belong together: {@code train}, {@code test}, and where a recipe needs them {@code validation},
 * {@code holdout}, {@code clean}.
 *
 * @param source what they were opened from
 * @param byName the parts in the order given
 */
public record Parts(Source source, Map<String, Dataset> byName) {

    public Parts {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /**
     * The part of that name.
     *
     * @throws IllegalArgumentException when there is none, naming those that exist
     */
    public Dataset get(String name) {
        Dataset part = byName.get(name);
        if (part == null) {
            throw new IllegalArgumentException("there is no data part '" + name + "', only " + byName.keySet());
        }
        return part;
    }

    /** The same parts with one put in or replaced. */
    public Parts with(String name, Dataset part) {
        Map<String, Dataset> copy = new LinkedHashMap<>(byName);
        copy.put(name, part);
        return new Parts(source, copy);
    }
}
