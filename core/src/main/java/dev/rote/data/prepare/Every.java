package dev.rote.data.prepare;

import dev.rote.data.Dataset;
import dev.rote.data.Examples;
import dev.rote.data.Parts;
import java.util.Map;
import java.util.function.BiFunction;

/** Changes all parts alike. */
final class Every {

    private Every() {}

    /**
     * The parts, each changed.
     *
     * @param who changes them, for the message
     * @param change the name of a part and its examples to other examples
     * @throws IllegalArgumentException when a part has no features
     */
    static Parts part(Parts parts, String who, BiFunction<String, Examples, Examples> change) {
        Parts changed = parts;
        for (Map.Entry<String, Dataset> part : parts.byName().entrySet()) {
            Examples examples = Examples.of(part.getValue(), who);
            changed = changed.with(part.getKey(), change.apply(part.getKey(), examples));
        }
        return changed;
    }
}
