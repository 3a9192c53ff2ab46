package dev.rote.app.report;

import dev.rote.claims.Figure;
import java.util.List;

/**
 * The report of an audit, in the words and order of the page; the template adds nothing but markup.
 *
 * @param source what was audited
 * @param level how much was done, in a sentence
 * @param doubt why nothing can be told; empty when something can
 * @param facts what stands in large type at the top
 * @param notices what to know first
 * @param parts the rest, from top to bottom
 */
public record AuditPage(
        String source, String level, String doubt, List<Fact> facts, List<String> notices, List<Part> parts) {

    public AuditPage {
        facts = List.copyOf(facts);
        notices = List.copyOf(notices);
        parts = List.copyOf(parts);
    }

    /** A figure in large type and what it says; {@code strip} may be empty. */
    public record Fact(String figure, String words, List<Strip> strip) {}

    /**
     * An interval drawn as a bar with a mark at the estimate. All in percent of the width.
     *
     * @param compare where a second mark stands; negative for none
     */
    public record Strip(double low, double value, double high, double compare, String from, String to) {}

    /** A section: paragraphs, then charts, then tables and examples. */
    public record Part(String id, String title, List<String> prose, List<Figure> figures, List<Body> bodies) {

        public Part {
            prose = List.copyOf(prose);
            figures = List.copyOf(figures);
            bodies = List.copyOf(bodies);
        }
    }

    /** Tables and examples. */
    public sealed interface Body {}

    /**
     * A table, whose first column names the rows.
     *
     * @param fold what stands on the fold under which it lies; empty when it lies open
     */
    public record Table(String fold, List<String> head, List<List<Cell>> rows) implements Body {}

    /** A place of a table. */
    public record Cell(String text, List<Look> look, List<Strip> strip) {

        static Cell of(String text) {
            return new Cell(text, List.of(), List.of());
        }
    }

    /** Examples to look at. */
    public record Cards(List<Card> cards) implements Body {

        /** Whether many fit side by side, because there is little in each. */
        public boolean small() {
            return cards.stream().allMatch(card -> card.look() instanceof None || card.look() instanceof Picture);
        }
    }

    /** Examples that belong together. */
    public record Group(String words, List<Card> cards) implements Body {}

    /**
     * An example.
     *
     * @param place such as {@code Row 412}
     * @param id what the data call it; may be empty
     * @param given its label
     * @param suggested what it seems to be; empty when that is the label
     * @param notes short remarks
     */
    public record Card(String place, String id, String given, String suggested, Look look, List<String> notes) {}

    /** What a person looks at. */
    public sealed interface Look {}

    /** A picture in the page; small ones are drawn with sharp pixels. */
    public record Picture(String uri, String alt, boolean small) implements Look {}

    /** A text. */
    public record Text(String text) implements Look {}

    /** Values of a row, and how many more there are. */
    public record Values(List<Value> values, int more) implements Look {}

    /** A value; odd ones are marked. */
    public record Value(String column, String text, boolean odd) {}

    /** Nothing. */
    public record None() implements Look {}
}
