package dev.rote.claims;

import dev.rote.runs.Recipe;
import dev.rote.runs.Results;
import java.util.List;

/** A published system: recipes that re-make its experiments, claims that can fail, and how to show what came out. */
public interface Paper {

    /** Where the paper is found. */
    Citation citation();

    /** What the paper asks, in a sentence or two for the top of the report. */
    String question();

    /**
     * What is carried out, the longest runs first; recipes of one name differ in their seed only.
     *
     * @param scale how large
     * @param seeds how many seeds the main runs get, at least 1; side runs may take fewer
     */
    List<Recipe> recipes(Scale scale, int seeds);

    /** How many seeds the main runs get when nobody says; three, and one where nothing is to be proved. */
    default int seeds(Scale scale) {
        return scale == Scale.SMOKE ? 1 : 3;
    }

    /** What is checked. */
    List<Claim> claims(Scale scale);

    /** Each sentence of the abstract and the claims that check it. */
    List<Report.Sentence> sentences();

    /** Charts of what came out; must cope with runs that are missing. */
    List<Report.Section> sections(Results results);
}
