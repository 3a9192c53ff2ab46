package dev.rote.papers.grokornot;

import dev.rote.claims.Citation;
import dev.rote.claims.Claim;
import dev.rote.claims.Paper;
import dev.rote.claims.Report;
import dev.rote.claims.Scale;
import dev.rote.runs.Recipe;
import dev.rote.runs.Results;
import java.util.List;
import java.util.stream.Stream;

/** Doshi, Das, He and Gromov (2024): which neurons memorise corrupted labels, and which ones understood. */
public final class GrokOrNot implements Paper {

    @Override
    public Citation citation() {
        return new Citation(
                "grok-or-not",
                "To grok or not to grok: Disentangling generalization and memorization on corrupted algorithmic"
                        + " datasets",
                "Darshil Doshi, Aritra Das, Tianyu He and Andrey Gromov",
                "ICLR",
                2024,
                "2310.13061");
    }

    @Override
    public String question() {
        return "A net learns modular arithmetic from examples some of which are wrong. Does it learn the wrong ones by rote,"
                + " does it understand the rule, or both, and can one see which neurons do which?";
    }

    @Override
    public List<Recipe> recipes(Scale scale, int seeds) {
        return Experiments.recipes(scale, seeds);
    }

    @Override
    public List<Claim> claims(Scale scale) {
        return Stream.of(
                        DecayClaims.claims(),
                        DynamicsClaims.claims(),
                        PruningClaims.claims(),
                        RegularizerClaims.claims(),
                        SearchClaims.claims(),
                        SmallClaims.claims(),
                        AnalyticClaims.claims(),
                        TableClaims.claims(),
                        RegionClaims.claims(),
                        OtherNetClaims.claims())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public List<Report.Sentence> sentences() {
        return AbstractSentences.sentences();
    }

    @Override
    public List<Report.Section> sections(Results results) {
        return Charts.sections(results);
    }
}
