package dev.rote.papers.importanceweighting;

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

/** Byrd and Lipton (2019): what do class weights do to a net that fits its training data? */
public final class ImportanceWeightingPaper implements Paper {

    @Override
    public Citation citation() {
        return new Citation(
                "importance-weighting",
                "What is the Effect of Importance Weighting in Deep Learning?",
                "Jonathon Byrd and Zachary C. Lipton",
                "ICML",
                2019,
                "1812.03372");
    }

    @Override
    public String question() {
        return "Weights on classes should move the decision of a net to one class or the other. Do they, once the net can"
                + " separate its training data? And what brings their effect back?";
    }

    @Override
    public List<Recipe> recipes(Scale scale, int seeds) {
        return Experiments.recipes(scale, seeds);
    }

    @Override
    public List<Claim> claims(Scale scale) {
        return Stream.of(
                        FadingClaims.claims(),
                        RegularizerClaims.claims(),
                        LinearClaims.claims(),
                        PublishedClaims.claims())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public List<Report.Sentence> sentences() {
        return List.of(
                sentence(
                        "Weights on examples are the standard remedy for label shift, imbalance, and learning from other"
                                + " distributions."),
                sentence(
                        "Linear models on separable data converge to the same separator whatever the weights.",
                        "C7.5",
                        "C7.5b"),
                sentence(
                        "For deep nets too the effect of weights is there early in training and fades as they separate"
                                + " the training data.",
                        "C7.1",
                        "C7.1b",
                        "C7.1-256",
                        "P7.1"),
                sentence(
                        "L2 regularisation and batch norm, but not dropout, bring some of the effect back.",
                        "C7.2",
                        "C7.2b",
                        "C7.2c",
                        "C7.3",
                        "C7.3b",
                        "C7.4",
                        "C7.4b",
                        "P7.2",
                        "P7.3",
                        "P7.4"),
                sentence("Sub-sampling a class does change what a net predicts.", "C7.6"));
    }

    @Override
    public List<Report.Section> sections(Results results) {
        return Charts.sections(results);
    }
}
