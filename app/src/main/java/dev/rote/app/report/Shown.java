package dev.rote.app.report;

import java.util.Locale;

/** Texts from a stranger's data, and figures, as the page shows them. Escaping for HTML is the template's business. */
final class Shown {

    /** Characters of a label, an id or a name of a column. */
    static final int SHORT = 60;

    /** Characters of a text to look at. */
    static final int LONG = 700;

    private Shown() {}

    /** A name of any kind; something even when it is empty. */
    static String name(String text) {
        return text.isBlank() ? "(empty)" : text(text, SHORT);
    }

    /**
     * A text, cut at so many characters. What cannot be seen but changes what is seen (control characters, marks that turn the direction
     * of writing, halves of characters) is told by its number.
     */
    static String text(String text, int longest) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(longest).forEach(point -> {
            if (point == '\n' || point == '\t') {
                shown.append(point == '\n' ? "\n" : " ");
            } else if (hides(point)) {
                shown.append(String.format("\\u%04x", point));
            } else {
                shown.appendCodePoint(point);
            }
        });
        int length = text.codePointCount(0, text.length());
        return length > longest ? shown + "\u2026 (" + count(length) + " characters)" : shown.toString();
    }

    private static boolean hides(int point) {
        boolean turns = point == 0x61c
                || point >= 0x200e && point <= 0x200f
                || point >= 0x202a && point <= 0x202e
                || point >= 0x2066 && point <= 0x2069;
        return turns
                || switch (Character.getType(point)) {
                    case Character.CONTROL,
                            Character.SURROGATE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> true;
                    default -> false;
                };
    }

    /** Such as {@code 12,345}. */
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Such as {@code 7.3 %}; a dash for what is not known. */
    static String percent(double share) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%.1f\u00a0%%", 100 * share) : "\u2013";
    }

    /** Three digits that count; a dash for what is not known. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return "\u2013";
        }
        double size = Math.abs(value);
        return value == 0 || size >= 0.001 && size < 100_000
                ? String.format(Locale.ROOT, size >= 100 ? "%.0f" : size >= 1 ? "%.2f" : "%.3f", value)
                : String.format(Locale.ROOT, "%.1e", value);
    }
}
