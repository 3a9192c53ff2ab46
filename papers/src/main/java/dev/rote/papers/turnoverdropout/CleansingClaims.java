package dev.rote.papers.turnoverdropout;

import static dev.rote.papers.turnoverdropout.Experiments.ALL;
import static dev.rote.papers.turnoverdropout.Experiments.INFLUENCE;
import static dev.rote.papers.turnoverdropout.Experiments.MEMORISED;
import static dev.rote.papers.turnoverdropout.Experiments.MEMORY;
import static dev.rote.papers.turnoverdropout.Experiments.RANDOM;
import static dev.rote.papers.turnoverdropout.Experiments.SCORED;
import static dev.rote.papers.turnoverdropout.Experiments.SHARE;
import static dev.rote.papers.turnoverdropout.Experiments.WORST;

import dev.rote.claims.Checks;
import dev.rote.claims.Claim;
import dev.rote.claims.Evidence;
import dev.rote.claims.Means;
import dev.rote.claims.Observation;
import java.util.List;

/** Claims about training again without the examples that did harm. */
final class CleansingClaims {

    private CleansingClaims() {}

    static List<Claim> claims() {
        return List.of(
                new Claim(
                        "C10.0",
                        "It works for BERT and VGGNet on texts and pictures",
                        "abstract, experiments",
                        "the paper's own experiments",
                        "",
                        results -> Evidence.notRun("BERT is no net of Rote's, and which layers and data the paper used"
                                + " could not be verified; the authors' code for an MLP on MNIST is the paper scale")),
                new Claim(
                        "C10.4",
                        "Dropping the examples of lowest mean influence on clean ones drops more wrong labels than chance,"
                                + " and training again then tests better than on all and than without as many by chance",
                        "abstract, experiments",
                        "wrong labels among the dropped fifth at least 1.2 times as frequent as among all; test accuracy"
                                + " above both",
                        "",
                        Checks.onMeans(means -> accuracies(
                                        precision(means, INFLUENCE, -1, 1.2).see("area", area(means)), means)
                                .and(means.of(WORST, Look::accuracy) > means.of(ALL, Look::accuracy)
                                        && means.of(WORST, Look::accuracy) > means.of(RANDOM, Look::accuracy)))),
                new Claim(
                        "C10.4b",
                        "Training again without the worst is no worse than on all, and that no worse than without as many by"
                                + " chance",
                        "ours, C10.4 at the tolerance of the small setting",
                        "test accuracy without the worst at least that on all; that on all at least that without random"
                                + " ones less 0.5 points",
                        "",
                        Checks.onMeans(means -> accuracies(Observation.start(), means)
                                .and(means.of(WORST, Look::accuracy) >= means.of(ALL, Look::accuracy)
                                        && means.of(ALL, Look::accuracy) >= means.of(RANDOM, Look::accuracy) - 0.5))),
                new Claim(
                        "C10.4c",
                        "Dropping the examples of highest influence on themselves cleans better than by mean influence on"
                                + " others",
                        "ours",
                        "wrong labels at least 2 times as frequent among the dropped fifth as among all; test accuracy"
                                + " above that without the worst by mean influence",
                        "",
                        Checks.onMeans(means -> accuracies(precision(means, MEMORY, 1, 2), means)
                                .see("without memorised %", means.of(MEMORISED, Look::accuracy))
                                .and(means.of(MEMORISED, Look::accuracy) > means.of(WORST, Look::accuracy)))));
    }

    private static double area(Means means) {
        return means.of(SCORED, run -> Look.auc(run, INFLUENCE, -1));
    }

    private static Observation precision(Means means, String score, int sign, double least) {
        return Observation.start()
                .atLeast(
                        "times as many wrong labels",
                        means.of(SCORED, run -> Look.enrichment(run, score, sign, SHARE)),
                        least)
                .see(
                        "times, in the first tenth",
                        means.of(SCORED, run -> Look.enrichment(run, score, sign, SHARE / 2)));
    }

    private static Observation accuracies(Observation seen, Means means) {
        return seen.see("without worst %", means.of(WORST, Look::accuracy))
                .see("on all %", means.of(ALL, Look::accuracy))
                .see("without random %", means.of(RANDOM, Look::accuracy));
    }
}
