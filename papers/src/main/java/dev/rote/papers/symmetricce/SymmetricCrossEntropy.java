package dev.rote.papers.symmetricce;

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

/** Wang et al. (2019): cross-entropy with its reverse added learns the hard classes and not the wrong labels. */
public final class SymmetricCrossEntropy implements Paper {

    @Override
    public Citation citation() {
        return new Citation(
                "symmetric-ce",
                "Symmetric Cross Entropy for Robust Learning with Noisy Labels",
                "Yisen Wang, Xingjun Ma, Zaiyi Chen, Yuan Luo, Jinfeng Yi and James Bailey",
                "ICCV",
                2019,
                "1908.06112");
    }

    @Override
    public String question() {
        return "Many labels are wrong. Does a loss that also asks how likely the label is under the prediction keep a net from"
                + " learning them by heart, and does it cost anything where labels are right?";
    }

    @Override
    public List<Recipe> recipes(Scale scale, int seeds) {
        return Experiments.recipes(scale, seeds);
    }

    @Override
    public List<Claim> claims(Scale scale) {
        return Stream.of(SmallClaims.claims(), List.of(Identity.claim()), PublishedClaims.claims())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public List<Report.Sentence> sentences() {
        return List.of(
                sentence("It matters, and it is hard, to train accurate nets on labels some of which are wrong."),
                sentence(
                        "Cross-entropy fits wrong labels in the classes that are easy, and learns too little of those that are"
                                + " hard.",
                        "C2.1m",
                        "C2.4s",
                        "C2.4"),
                sentence(
                        "So it needs a further term, which helps with hard classes and is itself tolerant to noise.",
                        "C2.7",
                        "C2.5n"),
                sentence(
                        "Symmetric cross-entropy (SL) adds to cross-entropy its reverse (RCE), which is robust to noise.",
                        "C2.7",
                        "C2.1m",
                        "C2.8"),
                sentence(
                        "SL mends both faults of cross-entropy under label noise.",
                        "C2.1s",
                        "C2.1m",
                        "C2.4s",
                        "C2.1",
                        "C2.4"),
                sentence(
                        "In theory and in experiments on known and on real data, it does better than the methods before it.",
                        "C2.1s",
                        "C2.2s",
                        "C2.3s",
                        "C2.5s",
                        "C2.7",
                        "C2.1",
                        "C2.2",
                        "C2.3",
                        "C2.5"),
                sentence("It can be built into other methods and improves them.", "C2.6"));
    }

    @Override
    public List<Report.Section> sections(Results results) {
        return Charts.sections(results);
    }
}
