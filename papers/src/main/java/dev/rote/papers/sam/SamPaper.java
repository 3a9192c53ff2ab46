package dev.rote.papers.sam;

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

/** Foret, Kleiner, Mobahi and Neyshabur (2021): does it help to look for flat minima? */
public final class SamPaper implements Paper {

    @Override
    public Citation citation() {
        return new Citation(
                "sam",
                "Sharpness-Aware Minimization for Efficiently Improving Generalization",
                "Pierre Foret, Ariel Kleiner, Hossein Mobahi and Behnam Neyshabur",
                "ICLR",
                2021,
                "2010.01412");
    }

    @Override
    public String question() {
        return "A net that fits its training data sits in one of many minima. Does moving by the gradient at the worst"
                + " weights nearby lead to flatter ones, and do these generalise better and learn fewer wrong labels by"
                + " rote?";
    }

    @Override
    public List<Recipe> recipes(Scale scale, int seeds) {
        return Experiments.recipes(scale, seeds);
    }

    @Override
    public List<Claim> claims(Scale scale) {
        return Stream.of(StepClaims.claims(), NoiseClaims.claims(), FlatnessClaims.claims(), PublishedClaims.claims())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public List<Report.Sentence> sentences() {
        return List.of(
                sentence("Nets with more weights than data need say little about generalisation by their training loss"
                        + " alone."),
                sentence(
                        "SAM looks for weights whose whole neighbourhood has a low loss, by a min-max problem on which"
                                + " gradient descent is efficient.",
                        "C5.1",
                        "C5.2",
                        "C5.4",
                        "C5.4b",
                        "C5.6",
                        "C5.7"),
                sentence("It generalises better on several data sets and nets.", "C5.8", "P5.8"),
                sentence(
                        "It is as robust to wrong labels as methods made for them.",
                        "C5.3",
                        "C5.3b",
                        "C5.3c",
                        "C5.3-adam",
                        "C5.3b-adam",
                        "C5.3c-adam",
                        "C5.3d",
                        "C5.5",
                        "P5.3",
                        "P5.5"));
    }

    @Override
    public List<Report.Section> sections(Results results) {
        return Charts.sections(results);
    }
}
