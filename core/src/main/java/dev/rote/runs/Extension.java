package dev.rote.runs;

import dev.rote.yaml.Kinds;

/**
 * A user's own nets, losses, methods, measures, scores, noise and data, found by {@link java.util.ServiceLoader} in a jar that the
 * user names with {@code --with}. The jar is code and is trusted like any program one starts.
 */
public interface Extension {

    /** The catalogue with this extension's kinds added; names that are taken are refused. */
    Kinds add(Kinds kinds);
}
