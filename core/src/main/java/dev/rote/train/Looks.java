package dev.rote.train;

import java.util.HashMap;
import java.util.Map;

/**
 * Remembers whether some rows of a step were evaluated before, alone or with others, so that running state moves once for
 * each row however often methods cut the batch and evaluate it.
 */
final class Looks {

    private final Map<String, Looks> parts = new HashMap<>();
    private boolean looked;

    /** The looks at part {@code index} of {@code count} of these rows. */
    Looks part(int index, int count) {
        Looks part = parts.computeIfAbsent(index + "/" + count, name -> new Looks());
        part.looked |= looked;
        return part;
    }

    /** Takes a look; true when it is the first at any of these rows. */
    boolean first() {
        boolean first = !lookedAtAny();
        looked = true;
        return first;
    }

    private boolean lookedAtAny() {
        return looked || parts.values().stream().anyMatch(Looks::lookedAtAny);
    }
}
