package dev.rote.papers.arnoldiinfluence;

import static dev.rote.claims.Report.Sentence.sentence;

import dev.rote.claims.Citation;
import dev.rote.claims.Claim;
import dev.rote.claims.Paper;
import dev.rote.claims.Report;
import dev.rote.claims.Scale;
import dev.rote.runs.Recipe;
import dev.rote.runs.Results;
import java.util.List;
import java.util.stream.Stream;

/** Schioppa, Zablotskaia, Vilar and Sokolov (2022): influence functions for nets too large for their Hessian. */
public final class ArnoldiInfluencePaper implements Paper {

    @Override
    public Citation citation() {
        return new Citation(
                "arnoldi-influence",
                "Scaling Up Influence Functions",
                "Andrea Schioppa, Polina Zablotskaia, David Vilar and Artem Sokolov",
                "AAAI",
                2022,
                "2112.03052");
    }

    @Override
    public String question() {
        return "Influence functions say which training examples a prediction rests on, but need the inverse of the Hessian."
                + " Are its steepest few directions enough to find wrong labels, and are they better than random ones?";
    }

    @Override
    public List<Recipe> recipes(Scale scale, int seeds) {
        return Experiments.recipes(scale, seeds);
    }

    @Override
    public List<Claim> claims(Scale scale) {
        return Stream.of(CurvatureClaims.claims(), RetrievalClaims.claims())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public List<Report.Sentence> sentences() {
        return List.of(
                sentence(
                        "Influence functions, which follow predictions back to training data, become cheaper when the inverse"
                                + " Hessian is found by Arnoldi iteration.",
                        "A2",
                        "A4",
                        "A5"),
                sentence(
                        "It is, the authors believe, the first such method that serves whole Transformers of hundreds of"
                                + " millions of weights.",
                        "S1"),
                sentence(
                        "It is tried on pictures and on language, with tens to a hundred million examples.",
                        "A1",
                        "A3",
                        "A3b",
                        "A6",
                        "A6b",
                        "A7",
                        "P6",
                        "H1",
                        "H2"));
    }

    @Override
    public List<Report.Section> sections(Results results) {
        return Charts.sections(results);
    }
}
