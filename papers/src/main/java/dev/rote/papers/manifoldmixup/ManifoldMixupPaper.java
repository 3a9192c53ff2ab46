package dev.rote.papers.manifoldmixup;

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

/** Verma et al. (2019): what does mixing hidden states do to representations? */
public final class ManifoldMixupPaper implements Paper {

    @Override
    public Citation citation() {
        return new Citation(
                "manifold-mixup",
                "Manifold Mixup: Better Representations by Interpolating Hidden States",
                "Vikas Verma, Alex Lamb, Christopher Beckham, Amir Najafi, Ioannis Mitliagkas, David Lopez-Paz and Yoshua"
                        + " Bengio",
                "ICML",
                2019,
                "1806.05236");
    }

    @Override
    public String question() {
        return "A net is trained on mixtures of the hidden states of two examples and asked for the same mixture of their"
                + " labels. Do the states of a class become flatter, and does the net err less, know better how sure it"
                + " is, and withstand small attacks?";
    }

    @Override
    public List<Recipe> recipes(Scale scale, int seeds) {
        return Experiments.recipes(scale, seeds);
    }

    @Override
    public List<Claim> claims(Scale scale) {
        return Stream.of(AccuracyClaims.claims(), FlatteningClaims.claims(), PublishedClaims.claims())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public List<Report.Sentence> sentences() {
        return List.of(
                sentence("Deep nets are often wrong and sure of it on inputs that are slightly unlike those they saw."),
                sentence(
                        "Manifold mixup makes them less sure between the hidden states of their examples, by mixing"
                                + " these states as a further signal.",
                        "C6.2",
                        "C6.2b",
                        "C6.5",
                        "P6.2"),
                sentence("The nets get smoother decision boundaries at several depths."),
                sentence(
                        "They learn class representations with fewer directions of variance, and theory says why.",
                        "C6.3",
                        "C6.3b",
                        "C6.3c"),
                sentence(
                        "They do better in supervised learning, in likelihood, and against one-step attacks.",
                        "C6.1",
                        "C6.2",
                        "C6.4",
                        "C6.4b",
                        "P6.1",
                        "P6.2",
                        "P6.4"));
    }

    @Override
    public List<Report.Section> sections(Results results) {
        return Charts.sections(results);
    }
}
