package dev.rote.claims;

/**
 * Where a paper is found.
 *
 * @param id Rote's name for it, such as {@code grok-or-not}
 * @param title as printed
 * @param authors as printed, "and" between the last two
 * @param venue where it appeared, such as {@code ICLR}
 * @param year of that
 * @param arxiv identifier, such as {@code 2310.13061}; empty when there is none
 */
public record Citation(String id, String title, String authors, String venue, int year, String arxiv) {

    /** Throws {@link IllegalArgumentException} for a bad id or an empty title. */
    public Citation {
        if (!id.matches("[a-z0-9][a-z0-9-]*")) {
            throw new IllegalArgumentException("id must be lower-case letters, digits and hyphens, was '" + id + "'");
        }
        Rules.named("title", title);
    }

    /** The BibTeX entry. */
    public String bibtex() {
        String eprint = arxiv.isEmpty() ? "" : ",\n  eprint = {" + arxiv + "},\n  archivePrefix = {arXiv}";
        return "@inproceedings{" + id + ",\n  title = {" + title + "},\n  author = {" + authors.replace(", ", " and ")
                + "},\n  booktitle = {" + venue + "},\n  year = {" + year + "}" + eprint + "\n}\n";
    }

    /** One line: authors, year, title, venue. */
    public String line() {
        return authors + " (" + year + "). " + title + ". " + venue + (arxiv.isEmpty() ? "" : ". arXiv " + arxiv);
    }
}
