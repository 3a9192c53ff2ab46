package dev.rote.papers.noisylabels;

import dev.rote.claims.Citation;
import dev.rote.claims.Claim;
import dev.rote.claims.Paper;
import dev.rote.claims.Report;
import dev.rote.claims.Scale;
import dev.rote.runs.Recipe;
import dev.rote.runs.Results;
import java.util.List;
import java.util.stream.Stream;

/** Song et al. (2022): which ways to train on wrong labels there are, and what each can do. */
public final class NoisyLabelSurvey implements Paper {

    @Override
    public Citation citation() {
        return new Citation(
                "noisy-label-survey",
                "Learning from Noisy Labels with Deep Neural Networks: A Survey",
                "Hwanjun Song, Minseok Kim, Dongmin Park, Yooju Shin and Jae-Gil Lee",
                "IEEE Transactions on Neural Networks and Learning Systems",
                2022,
                "2007.08199");
    }

    @Override
    public String question() {
        return "Some of the labels that a net is trained on are wrong. Which of the many methods against that keep it from learning"
                + " them by heart, under which kind of noise, and can one tell how many labels are wrong?";
    }

    @Override
    public List<Recipe> recipes(Scale scale, int seeds) {
        return Experiments.recipes(scale, seeds);
    }

    @Override
    public List<Claim> claims(Scale scale) {
        return Stream.of(
                        SymmetricClaims.claims(),
                        AsymmetricClaims.claims(),
                        HardNoiseClaims.claims(),
                        RateClaims.claims())
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
