package dev.rote.claims;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Everything that a report says, in reading order; how it looks is for the renderer.
 *
 * <p>All texts are plain: a renderer escapes them. A blank line in a prose begins a new paragraph.
 *
 * @param title     the paper's or the question's name
 * @param question  what was asked
 * @param answer    the answer in two sentences
 * @param claims    one row for each claim; no claim id twice
 * @param sentences the sentences of the paper's abstract and the claims that check each; may be empty
 * @param sections  prose and figures; no figure id twice in the whole report
 * @param documents texts shown folded: recipe, provenance
 */
public record Report(
        String title,
        String question,
        String answer,
        List<ClaimRow> claims,
        List<Sentence> sentences,
        List<Section> sections,
        List<Document> documents) {

    /** Throws {@link IllegalArgumentException} when a text is blank, an id repeats, or a sentence names an unknown claim. */
    public Report {
        Rules.named("title", title);
        Rules.named("question", question);
        Rules.named("answer", answer);
        claims = List.copyOf(claims);
        sentences = List.copyOf(sentences);
        sections = List.copyOf(sections);
        documents = List.copyOf(documents);
        List<String> ids = claims.stream().map(ClaimRow::id).toList();
        Rules.distinct("claims", ids);
        Rules.distinct("figures", figures(sections).map(Figure::id).toList());
        checkKnown(sentences, new HashSet<>(ids));
    }

    /** All figures, in reading order. */
    public List<Figure> figures() {
        return figures(sections).toList();
    }

    private static Stream<Figure> figures(List<Section> sections) {
        return sections.stream().flatMap(section -> section.figures().stream());
    }

    private static void checkKnown(List<Sentence> sentences, Set<String> known) {
        for (Sentence sentence : sentences) {
            for (String id : sentence.claimIds()) {
                if (!known.contains(id)) {
                    throw new IllegalArgumentException(
                            "a sentence must name claims of the report, \"" + id + "\" is not among them");
                }
            }
        }
    }

    /**
     * One claim and what became of it.
     *
     * @param id          letters, digits, dots, underscores and hyphens: "D10b"
     * @param says        the claim in a sentence
     * @param where       where it stands in the paper: "Figure 3", or who added it; may be empty
     * @param verdict     HELD, FAILED or NOT_RUN
     * @param observed    what was measured, with the spread over seeds; may be empty
     * @param expected    our tolerance: what the check accepts
     * @param paperFigure the paper's own figure; may be empty
     * @param note        why it was not run, or how it deviates; may be empty
     */
    public record ClaimRow(
            String id,
            String says,
            String where,
            String verdict,
            String observed,
            String expected,
            String paperFigure,
            String note) {

        private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]+");
        private static final Set<String> VERDICTS = Set.of("HELD", "FAILED", "NOT_RUN");

        /** Throws {@link IllegalArgumentException} for a bad id or verdict, or a blank sentence or tolerance. */
        public ClaimRow {
            if (!ID.matcher(id).matches()) {
                throw new IllegalArgumentException(
                        "claim id must be letters, digits, dots, underscores and hyphens, was \"" + id + "\"");
            }
            Rules.named("what claim " + id + " says", says);
            Rules.named("what claim " + id + " expects", expected);
            if (!VERDICTS.contains(verdict)) {
                throw new IllegalArgumentException(
                        "verdict of claim " + id + " must be HELD, FAILED or NOT_RUN, was \"" + verdict + "\"");
            }
        }
    }

    /**
     * A sentence of the paper's abstract.
     *
     * @param claimIds the claims that check it; empty for a sentence with nothing to measure
     */
    public record Sentence(String text, List<String> claimIds) {

        /** Throws {@link IllegalArgumentException} when the text is blank. */
        public Sentence {
            Rules.named("sentence", text);
            claimIds = List.copyOf(claimIds);
        }

        /** A sentence and the claims that check it. */
        public static Sentence sentence(String text, String... claimIds) {
            return new Sentence(text, List.of(claimIds));
        }
    }

    /**
     * A heading, what to know before looking, and figures.
     *
     * @param prose may be empty
     */
    public record Section(String title, String prose, List<Figure> figures) {

        /** Throws {@link IllegalArgumentException} when the title is blank. */
        public Section {
            Rules.named("section title", title);
            figures = List.copyOf(figures);
        }

        /** The section, or none where there are no figures. */
        public static List<Section> of(String title, String prose, List<Figure> figures) {
            return figures.isEmpty() ? List.of() : List.of(new Section(title, prose, figures));
        }
    }

    /** A text shown as it is, in a fixed-width font, folded away until asked for. */
    public record Document(String name, String text) {

        /** Throws {@link IllegalArgumentException} when the name is blank. */
        public Document {
            Rules.named("document name", name);
        }
    }
}
