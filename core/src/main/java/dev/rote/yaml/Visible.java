package dev.rote.yaml;

/**
 * Text from a stranger's file, such that all of it is seen: whatever could break the line, turn the direction of writing, hide
 * something or steer a terminal (control and format characters, separators of lines and paragraphs, halves of characters, unassigned
 * code points) is shown as its number, <code>&#92;u001b</code>.
 */
public final class Visible {

    private Visible() {}

    /**
     * The first characters of a text, with dots behind them when there are more.
     *
     * @param longest the most code points to show
     */
    public static String text(String text, int longest) {
        StringBuilder visible = new StringBuilder();
        text.codePoints().limit(longest).forEach(point -> {
            if (isSeen(point)) {
                visible.appendCodePoint(point);
            } else {
                visible.append(String.format("\\u%04x", point));
            }
        });
        return text.codePointCount(0, text.length()) > longest ? visible + "..." : visible.toString();
    }

    /** The same in quotes, which stand around the dots, too. */
    public static String quoted(String text, int longest) {
        return "'" + text(text, longest) + "'";
    }

    private static boolean isSeen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
