package dev.rote.claims;

import dev.rote.runs.Results;

/**
 * A sentence of a paper, where it stands there, and a check that can fail.
 *
 * @param id short and stable, such as {@code D5}
 * @param says the assertion, in our words
 * @param where in the paper, such as {@code figure 4a}
 * @param expected our tolerance, in words
 * @param paperFigure what the paper reports, apart from our tolerance; empty when it gives no number
 * @param check looks at finished runs
 */
public record Claim(String id, String says, String where, String expected, String paperFigure, Check check) {

    /** Throws {@link IllegalArgumentException} when the sentence or the tolerance is blank. */
    public Claim {
        Rules.named("what claim " + id + " says", says);
        Rules.named("what claim " + id + " expects", expected);
    }

    /** Looks at finished runs and says what it saw. */
    @FunctionalInterface
    public interface Check {
        /** Evidence for or against; never an exception for missing runs, but {@link Evidence#notRun}. */
        Evidence of(Results results);
    }
}
