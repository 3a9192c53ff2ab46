package dev.rote.papers.rholoss;

import dev.rote.claims.Citation;
import dev.rote.claims.Claim;
import dev.rote.claims.Paper;
import dev.rote.claims.Report;
import dev.rote.claims.Scale;
import dev.rote.runs.Recipe;
import dev.rote.runs.Results;
import java.util.List;
import java.util.stream.Stream;

/** Mindermann et al. (2022): training on the examples that are learnable, worth learning, and not yet learnt. */
public final class RhoLossPaper implements Paper {

    @Override
    public Citation citation() {
        return new Citation(
                "rho-loss",
                "Prioritized training on points that are learnable, worth learning, and not yet learnt",
                "Sören Mindermann, Jan Brauner, Muhammed Razzak, Mrinank Sharma, Andreas Kirsch, Winnie Xu, Benedikt"
                        + " Höltgen, Aidan N. Gomez, Adrien Morisot, Sebastian Farquhar and Yarin Gal",
                "ICML",
                2022,
                "2206.07137");
    }

    @Override
    public String question() {
        return "Most examples of a large data set are known already, or wrong, or beside the point. Can a small net that saw"
                + " other data tell which of them are worth a step?";
    }

    @Override
    public List<Recipe> recipes(Scale scale, int seeds) {
        return Experiments.recipes(scale, seeds);
    }

    @Override
    public List<Claim> claims(Scale scale) {
        return Stream.concat(SpeedClaims.claims().stream(), ChoiceClaims.claims().stream())
                .toList();
    }

    @Override
    public List<Report.Sentence> sentences() {
        return List.of(
                new Report.Sentence(
                        "Training on data from the web is slow, and much of the time goes into points that are redundant,"
                                + " noisy or unlearnable.",
                        List.of()),
                new Report.Sentence(
                        "RHO-LOSS, the reducible held-out loss, chooses approximately those points whose training lowers the"
                                + " loss on held-out data most.",
                        List.of("C4.1", "C4.1b", "C4.7")),
                new Report.Sentence(
                        "Earlier methods choose hard points, such as those of high loss, but these are often noisy or beside"
                                + " the task.",
                        List.of("C4.2", "C4.2b", "C4.3", "C4.3b")),
                new Report.Sentence(
                        "Others choose easy points, but once learnt these need no more training.",
                        List.of("C4.8", "C4.8b", "C4.8c")),
                new Report.Sentence(
                        "RHO-LOSS trains in fewer steps, is more accurate, and works across data sets, hyper-parameters and"
                                + " architectures.",
                        List.of("C4.1", "C4.4", "C4.5", "C4.6", "C4.7")),
                new Report.Sentence(
                        "On Clothing-1M it takes 18 times fewer steps and reaches 2 points more than uniform shuffling.",
                        List.of("C4.0")));
    }

    @Override
    public List<Report.Section> sections(Results results) {
        return Charts.sections(results);
    }
}
