package dev.rote.papers.complexitygap;

import static dev.rote.papers.complexitygap.Experiments.HARD_CIFAR;
import static dev.rote.papers.complexitygap.Experiments.HARD_FASHION;

import dev.rote.claims.Checks;
import dev.rote.claims.Claim;
import dev.rote.claims.Means;
import dev.rote.claims.Observation;
import dev.rote.claims.ScoreTable;
import dev.rote.estimates.RankMetrics;
import dev.rote.runs.RunResult;
import java.util.List;

/** Claims CG-h, CG-h2 and CG-m: what a high score means for learning. */
final class LearningClaims {

    static final String LOSS = "example-loss";
    static final String MOVED = "weight-movement";

    private LearningClaims() {}

    static List<Claim> claims() {
        return List.of(
                new Claim(
                        "CG-h",
                        "Examples of high score are learned later",
                        "section 6; the loss after ten epochs stands for the paper's curves",
                        "rank correlation of score and loss above 0 on clothes and on photographs",
                        "curves without figures",
                        Checks.everySeed(arms -> {
                            double clothes = hardness(arms.get(HARD_FASHION));
                            double photographs = hardness(arms.get(HARD_CIFAR));
                            return Observation.start()
                                    .see("clothes", clothes)
                                    .see("photographs", photographs)
                                    .and(clothes > 0 && photographs > 0);
                        })),
                new Claim(
                        "CG-h2",
                        "Score and hardness go together more on clothes than on photographs",
                        "section 4, rank correlations with other scores",
                        "rank correlation of score and loss after ten epochs higher on Fashion-MNIST than on CIFAR-10",
                        "a table that could not be verified",
                        Checks.onMeans(LearningClaims::compared)),
                new Claim(
                        "CG-m",
                        "The complexity gap measures how much an instance contributes to the total movement of the parameters",
                        "abstract",
                        "rank correlation of the score and the measured movement of a wide two-layer net with and without"
                                + " the instance >= 0.5",
                        "",
                        Checks.everySeed(arms -> Observation.start()
                                .atLeast("rank correlation", movement(arms.get(Experiments.MOVEMENT)), 0.5))));
    }

    static double hardness(RunResult run) {
        ScoreTable scores = ScoreTable.of(run);
        return RankMetrics.spearman(scores.of(NoiseClaims.ONE), scores.of(LOSS));
    }

    private static double movement(RunResult run) {
        ScoreTable scores = ScoreTable.of(run);
        return RankMetrics.spearman(scores.of(NoiseClaims.EXACT), scores.of(MOVED));
    }

    private static Observation compared(Means means) {
        double clothes = means.of(HARD_FASHION, LearningClaims::hardness);
        double photographs = means.of(HARD_CIFAR, LearningClaims::hardness);
        return Observation.start()
                .see("clothes", clothes)
                .see("photographs", photographs)
                .and(clothes > photographs);
    }
}
