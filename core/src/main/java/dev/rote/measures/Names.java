package dev.rote.measures;

import java.math.BigDecimal;
import java.util.Locale;

/** How enum constants and numbers are spelled in names of readings and tables. */
final class Names {

    private Names() {}

    /** LOWEST_IPR as {@code lowest-ipr}. */
    static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** 0.05 as {@code 0.05} and 1e-5 as {@code 0.00001}. */
    static String plain(double number) {
        return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }
}
