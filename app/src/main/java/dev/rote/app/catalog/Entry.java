package dev.rote.app.catalog;

/**
 * One thing that a recipe can name.
 *
 * @param family its interface
 * @param name as written in a recipe
 * @param prototype its default values
 * @param line what it is, in one line
 * @param source where it was published; empty for common knowledge
 * @param properties of a method, the marks o (yes), x (no), - (partly) for P1 to P6 of Song et al. 2022, table II; empty where
 *     the table has no row for it
 */
public record Entry<F>(Class<F> family, String name, F prototype, String line, String source, String properties) {

    /** Throws {@link IllegalArgumentException} when the properties are neither empty nor six marks. */
    public Entry {
        if (!properties.matches("|[ox-]{6}")) {
            throw new IllegalArgumentException("properties must be six of o, x and -, was " + properties);
        }
    }

    /** An entry that the survey's table does not list. */
    public Entry(Class<F> family, String name, F prototype, String line, String source) {
        this(family, name, prototype, line, source, "");
    }
}
