package dev.rote.papers.vog;

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

/** Agarwal, D'souza and Hooker (2022): do gradients that move about mark difficult examples? */
public final class VogPaper implements Paper {

    @Override
    public Citation citation() {
        return new Citation(
                "vog",
                "Estimating Example Difficulty using Variance of Gradients",
                "Chirag Agarwal, Daniel D'souza and Sara Hooker",
                "CVPR",
                2022,
                "2008.11600");
    }

    @Override
    public String question() {
        return "Which examples does a net find hard? Does the variance of the gradient of an example's output with respect to its"
                + " input, over some epochs, point to test errors, wrong labels and inputs of another kind?";
    }

    @Override
    public List<Recipe> recipes(Scale scale, int seeds) {
        return Experiments.recipes(scale, seeds);
    }

    @Override
    public List<Claim> claims(Scale scale) {
        return Stream.of(ErrorClaims.claims(), OddClaims.claims())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public List<Report.Sentence> sentences() {
        return List.of(
                sentence("It is useful to know which examples a model finds hard: people can look at those first."),
                sentence(
                        "VoG ranks data by difficulty and brings forward the hardest for a closer look.",
                        "VoG-t",
                        "VoG-s"),
                sentence(
                        "Examples of high VoG are harder to learn, and hold a large share of wrong labels that were"
                                + " memorised.",
                        "VoG-d",
                        "VoG-r",
                        "VoG-n",
                        "VoG-d-mlp",
                        "VoG-pub"),
                sentence("On a test set kept to examples of low VoG a net does better.", "VoG-h"),
                sentence("VoG also ranks inputs from elsewhere high.", "VoG-o"));
    }

    @Override
    public List<Report.Section> sections(Results results) {
        return Charts.sections(results);
    }
}
