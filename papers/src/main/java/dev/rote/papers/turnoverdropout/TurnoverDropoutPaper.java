package dev.rote.papers.turnoverdropout;

import dev.rote.claims.Citation;
import dev.rote.claims.Claim;
import dev.rote.claims.Paper;
import dev.rote.claims.Report;
import dev.rote.claims.Scale;
import dev.rote.runs.Recipe;
import dev.rote.runs.Results;
import java.util.List;
import java.util.stream.Stream;

/** Kobayashi et al. (2020): what a training example did, told by two forward passes. */
public final class TurnoverDropoutPaper implements Paper {

    @Override
    public Citation citation() {
        return new Citation(
                "turnover-dropout",
                "Efficient estimation of influence of a training instance",
                "Sosuke Kobayashi, Sho Yokoi, Jun Suzuki and Kentaro Inui",
                "SustaiNLP",
                2020,
                "2012.04207");
    }

    @Override
    public String question() {
        return "What would the net say had it never seen this example? Training again for each example is out of the question."
                + " Can one net hold the answers for all of them?";
    }

    @Override
    public List<Recipe> recipes(Scale scale, int seeds) {
        return Experiments.recipes(scale, seeds);
    }

    @Override
    public List<Claim> claims(Scale scale) {
        return Stream.concat(MaskClaims.claims().stream(), CleansingClaims.claims().stream())
                .toList();
    }

    @Override
    public List<Report.Sentence> sentences() {
        return List.of(
                new Report.Sentence(
                        "What a net would say had it not been trained on an example helps to understand it, but is costly to"
                                + " find out.",
                        List.of()),
                new Report.Sentence(
                        "The proposed estimate gives each example a part of the net, by a dropout mask of its own, in which"
                                + " it is not learned.",
                        List.of("C10.1", "C10.1b", "C10.3", "C10.3b")),
                new Report.Sentence(
                        "Switching between the two parts then tells the influence of each example.",
                        List.of("C10.2", "C10.2b")),
                new Report.Sentence(
                        "With BERT and VGGNet on classification data the estimate captures influence and explains errors.",
                        List.of("C10.0")),
                new Report.Sentence(
                        "Cleansing the training data by it improves generalisation.",
                        List.of("C10.4", "C10.4b", "C10.4c")));
    }

    @Override
    public List<Report.Section> sections(Results results) {
        return Charts.sections(results);
    }
}
