package dev.rote.audit.files;

import java.util.regex.Pattern;

/**
 * Texts that no spreadsheet takes for a formula. A text that begins with {@code = + - @}, one of their full-width forms, a tab or a line
 * break, and is no number, gets an apostrophe in front; so does one that begins like that behind apostrophes, so that the way back is
 * exact for every text.
 */
final class SpreadsheetText {

    private static final Pattern RISKY =
            Pattern.compile("'*[=+\\-@\\t\\r\\n\\uff1d\\uff0b\\uff0d\\uff20].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private SpreadsheetText() {}

    /** What may stand in a cell. */
    static String defused(String text) {
        return RISKY.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    /** What was meant by it. */
    static String restored(String cell) {
        return cell.startsWith("'") && RISKY.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
