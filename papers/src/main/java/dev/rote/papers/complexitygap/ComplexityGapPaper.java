package dev.rote.papers.complexitygap;

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

/** Nohyun, Choi and Chung (2023): can one say what an example is worth without training anything? */
public final class ComplexityGapPaper implements Paper {

    @Override
    public Citation citation() {
        return new Citation(
                "complexity-gap",
                "Data Valuation Without Training of a Model",
                "Ki Nohyun, Hoyong Choi and Hye Won Chung",
                "ICLR",
                2023,
                "2301.00930");
    }

    @Override
    public String question() {
        return "Scores of examples usually need a trained model. Does the complexity that an example adds to the labels, by a"
                + " formula for infinitely wide nets, tell wrong labels, examples that can be left out, and examples that are"
                + " learned late?";
    }

    @Override
    public List<Recipe> recipes(Scale scale, int seeds) {
        return Experiments.recipes(scale, seeds);
    }

    @Override
    public List<Claim> claims(Scale scale) {
        return Stream.of(NoiseClaims.claims(), PruningClaims.claims(), LearningClaims.claims())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public List<Report.Sentence> sentences() {
        return List.of(
                sentence("Recent work finds data that matter by looking at how a model is trained on them."),
                sentence(
                        "The complexity gap asks how much an instance counts for generalisation by two-layer nets, without any"
                                + " training.",
                        "CG-e",
                        "CG-d"),
                sentence(
                        "It measures how irregular an instance is, and how much it moves the parameters in all.",
                        "CG-m",
                        "CG-h",
                        "CG-h2"),
                sentence(
                        "With it one can leave data out, find wrong labels, and see what is hard to learn.",
                        "CG-a",
                        "CG-b",
                        "CG-c",
                        "CG-f",
                        "CG-p30",
                        "CG-p50",
                        "CG-p",
                        "CG-pub"));
    }

    @Override
    public List<Report.Section> sections(Results results) {
        return Charts.sections(results);
    }
}
