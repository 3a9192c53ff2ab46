package dev.rote.measures;

import java.util.Locale;

/** How enum constants are spelled in names of readings and tables. */
final class Names {

    private Names() {}

    /** LOWEST_IPR as {@code lowest-ipr}. */
    static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
