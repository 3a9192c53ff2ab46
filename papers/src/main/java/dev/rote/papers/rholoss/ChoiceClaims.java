package dev.rote.papers.rholoss;

import static dev.rote.papers.rholoss.Experiments.GRADIENT;
import static dev.rote.papers.rholoss.Experiments.LOSS;
import static dev.rote.papers.rholoss.Experiments.RHO;
import static dev.rote.papers.rholoss.Experiments.UNIFORM;
import static dev.rote.papers.rholoss.Experiments.arm;

import dev.rote.claims.Checks;
import dev.rote.claims.Claim;
import dev.rote.claims.Means;
import dev.rote.claims.Observation;
import dev.rote.papers.images.Readings;
import dev.rote.runs.RunResult;
import java.util.List;

/** Claims about which examples are chosen, and what becomes of those who choose otherwise. */
final class ChoiceClaims {

    private ChoiceClaims() {}

    static List<Claim> claims() {
        return List.of(
                new Claim(
                        "C4.2",
                        "RHO-LOSS avoids wrong labels; training loss and gradient norm seek them",
                        "figure 3, left",
                        "at 10 and 30 % wrong labels: share of wrong labels among the chosen at most uniform's for"
                                + " RHO-LOSS, at least 1.5 times uniform's for loss and gradient norm",
                        "",
                        Checks.onMeans(means -> wrongLabels(means, 1.5, 10, 30))),
                new Claim(
                        "C4.2b",
                        "With 30 % wrong labels training loss and gradient norm choose twice as many as chance does",
                        "ours, a stricter C4.2 for the small setting",
                        "RHO-LOSS at most uniform's share, loss and gradient norm at least twice it",
                        "",
                        Checks.onMeans(means -> wrongLabels(means, 2, 30))),
                new Claim(
                        "C4.3",
                        "With wrong labels, choosing by loss or gradient norm ends below uniform selection",
                        "table 2",
                        "last test accuracy below uniform's at 10 and 30 % wrong labels",
                        "both never reach the target accuracies",
                        Checks.onMeans(ChoiceClaims::endsBelow)),
                new Claim(
                        "C4.3b",
                        "With 30 % wrong labels they stay far below",
                        "ours, a stricter C4.3 for the small setting",
                        "best test accuracy at least 15 points below uniform's at 30 %",
                        "",
                        Checks.onMeans(ChoiceClaims::farBelow)),
                new Claim(
                        "C4.8",
                        "RHO-LOSS chooses fewer redundant examples, those the net has right already, on clean labels",
                        "figure 3, right",
                        "share of already correct examples among the chosen at most uniform's",
                        "",
                        Checks.onMeans(means -> redundant(means, 0))),
                new Claim(
                        "C4.8b",
                        "It does so with 30 % wrong labels, too",
                        "figure 3, right, with label noise",
                        "share of already correct examples among the chosen at most uniform's; in a small measurement"
                                + " before this one it was not: uniform's choice has 30 % wrong labels, which count as not"
                                + " yet correct",
                        "",
                        Checks.onMeans(means -> redundant(means, 30))),
                new Claim(
                        "C4.8c",
                        "Of the right labels that are chosen, fewer are redundant, with 30 % wrong labels",
                        "ours, beside C4.8b",
                        "share of already correct examples among the chosen with a right label, if none of the wrong"
                                + " counts as correct, at most uniform's",
                        "",
                        Checks.onMeans(ChoiceClaims::redundantAmongRight)));
    }

    private static Observation wrongLabels(Means means, double times, int... noises) {
        Observation seen = Observation.start();
        for (int noise : noises) {
            String at = " at " + noise + " %, %";
            double uniform = means.of(arm(UNIFORM, noise), Look::wrong);
            seen = seen.see("uniform" + at, uniform)
                    .atMost("RHO-LOSS" + at, means.of(arm(RHO, noise), Look::wrong), uniform)
                    .atLeast("loss" + at, means.of(arm(LOSS, noise), Look::wrong), times * uniform)
                    .atLeast("gradient norm" + at, means.of(arm(GRADIENT, noise), Look::wrong), times * uniform);
        }
        return seen;
    }

    private static Observation endsBelow(Means means) {
        Observation seen = Observation.start();
        for (int noise : List.of(10, 30)) {
            String at = " at " + noise + " %, %";
            double uniform = means.of(arm(UNIFORM, noise), Look::end);
            double loss = means.of(arm(LOSS, noise), Look::end);
            double gradient = means.of(arm(GRADIENT, noise), Look::end);
            seen = seen.see("uniform" + at, uniform)
                    .see("loss" + at, loss)
                    .see("gradient norm" + at, gradient)
                    .and(loss < uniform && gradient < uniform);
        }
        return seen;
    }

    private static Observation farBelow(Means means) {
        double uniform = means.of(arm(UNIFORM, 30), Readings::bestTest);
        return Observation.start()
                .see("uniform %", uniform)
                .atMost("loss %", means.of(arm(LOSS, 30), Readings::bestTest), uniform - 15)
                .atMost("gradient norm %", means.of(arm(GRADIENT, 30), Readings::bestTest), uniform - 15);
    }

    private static Observation redundant(Means means, int noise) {
        double uniform = means.of(arm(UNIFORM, noise), Look::correct);
        return Observation.start()
                .see("uniform %", uniform)
                .atMost("RHO-LOSS %", means.of(arm(RHO, noise), Look::correct), uniform)
                .see("loss %", means.of(arm(LOSS, noise), Look::correct));
    }

    private static Observation redundantAmongRight(Means means) {
        double uniform = means.of(arm(UNIFORM, 30), ChoiceClaims::amongRight);
        return Observation.start()
                .see("uniform %", uniform)
                .atMost("RHO-LOSS %", means.of(arm(RHO, 30), ChoiceClaims::amongRight), uniform);
    }

    private static double amongRight(RunResult run) {
        return 100 * Look.correct(run) / (100 - Look.wrong(run));
    }
}
