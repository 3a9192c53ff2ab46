package dev.rote.papers.complexitygap;

import static dev.rote.papers.complexitygap.Experiments.NOISY_CIFAR;
import static dev.rote.papers.complexitygap.Experiments.NOISY_FASHION;

import dev.rote.claims.Arms;
import dev.rote.claims.Checks;
import dev.rote.claims.Claim;
import dev.rote.claims.Means;
import dev.rote.claims.Observation;
import dev.rote.claims.ScoreTable;
import dev.rote.estimates.RankMetrics;
import dev.rote.runs.RunResult;
import java.util.List;
import java.util.stream.IntStream;

/** Claims CG-a to CG-f: wrong labels have high scores. */
final class NoiseClaims {

    static final String ONE = "complexity-gap.paper-1";
    static final String FIVE = "complexity-gap.paper-5";
    static final String EXACT = "complexity-gap";
    static final String WRONG = "wrong-label";

    private static final String WHERE = "section 4, on 20 % wrong labels";

    private NoiseClaims() {}

    static List<Claim> claims() {
        return List.of(
                new Claim(
                        "CG-a",
                        "Wrongly labelled examples have higher scores than others",
                        WHERE,
                        "area under the ROC curve for wrong labels >= 0.92, 2000 pictures of clothes, one draw",
                        "curves without figures",
                        Checks.everySeed(arms -> Observation.start().atLeast("AUC", auc(fashion(arms), ONE), 0.92))),
                new Claim(
                        "CG-b",
                        "Looking at examples from the highest score down finds most wrong labels early",
                        WHERE,
                        "share of wrong labels among the 20 % of highest score >= 0.70",
                        "curves without figures",
                        Checks.everySeed(arms -> Observation.start()
                                .atLeast("recall", recall(fashion(arms)), 0.70)
                                .see("average precision", precision(fashion(arms))))),
                new Claim(
                        "CG-c",
                        "The scores of wrong labels are several times as high",
                        WHERE,
                        "mean score of wrong labels over that of right ones >= 5",
                        "histograms without figures",
                        Checks.everySeed(arms -> Observation.start().atLeast("ratio", ratio(fashion(arms)), 5))),
                new Claim(
                        "CG-d",
                        "More draws of the other classes do not harm",
                        "section 4; the tolerance is ours",
                        "AUC of five draws at least that of one less 0.005",
                        "",
                        Checks.everySeed(arms -> {
                            double one = auc(fashion(arms), ONE);
                            double five = auc(fashion(arms), FIVE);
                            return Observation.start()
                                    .see("one draw", one)
                                    .see("five draws", five)
                                    .atLeast("gain", five - one, -0.005);
                        })),
                new Claim(
                        "CG-e",
                        "Each class against all others at once finds them, too",
                        "ours: one factorisation for all classes",
                        "AUC >= 0.92, 2000 pictures of clothes",
                        "",
                        Checks.everySeed(arms -> Observation.start().atLeast("AUC", auc(fashion(arms), EXACT), 0.92))),
                new Claim(
                        "CG-f",
                        "On photographs it finds wrong labels less well than on clothes",
                        WHERE,
                        "AUC on CIFAR-10 below that on Fashion-MNIST, and above 0.5",
                        "curves without figures",
                        Checks.onMeans(NoiseClaims::photographs)));
    }

    private static RunResult fashion(Arms arms) {
        return arms.get(NOISY_FASHION);
    }

    static double auc(RunResult run, String score) {
        ScoreTable scores = ScoreTable.of(run);
        return RankMetrics.auc(scores.of(score), scores.of(WRONG));
    }

    static double recall(RunResult run) {
        ScoreTable scores = ScoreTable.of(run);
        return RankMetrics.recall(scores.of(ONE), scores.of(WRONG), 0.2);
    }

    private static double precision(RunResult run) {
        ScoreTable scores = ScoreTable.of(run);
        return RankMetrics.averagePrecision(scores.of(ONE), scores.of(WRONG));
    }

    private static double ratio(RunResult run) {
        ScoreTable scores = ScoreTable.of(run);
        return mean(scores, 1) / mean(scores, 0);
    }

    private static double mean(ScoreTable scores, int wrong) {
        double[] truth = scores.of(WRONG);
        double[] values = scores.of(ONE);
        return IntStream.range(0, truth.length)
                .filter(i -> truth[i] == wrong)
                .mapToDouble(i -> values[i])
                .average()
                .orElse(Double.NaN);
    }

    private static Observation photographs(Means means) {
        double clothes = means.of(NOISY_FASHION, run -> auc(run, ONE));
        double photographs = means.of(NOISY_CIFAR, run -> auc(run, ONE));
        return Observation.start()
                .see("clothes", clothes)
                .see("photographs", photographs)
                .and(photographs < clothes && photographs > 0.5);
    }
}
