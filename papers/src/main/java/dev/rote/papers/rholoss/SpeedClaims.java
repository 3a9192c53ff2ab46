package dev.rote.papers.rholoss;

import static dev.rote.papers.rholoss.Experiments.HALF;
import static dev.rote.papers.rholoss.Experiments.LARGE;
import static dev.rote.papers.rholoss.Experiments.NONE_HELD;
import static dev.rote.papers.rholoss.Experiments.QUARTER;
import static dev.rote.papers.rholoss.Experiments.RHO;
import static dev.rote.papers.rholoss.Experiments.UNIFORM;
import static dev.rote.papers.rholoss.Experiments.UNIFORM_ALL;
import static dev.rote.papers.rholoss.Experiments.arm;

import dev.rote.claims.Checks;
import dev.rote.claims.Claim;
import dev.rote.claims.Evidence;
import dev.rote.claims.Means;
import dev.rote.claims.Observation;
import dev.rote.papers.images.Readings;
import java.util.List;

/** Claims about how much sooner, by gradient steps, the choice by reducible loss is as good as chance ever is. */
final class SpeedClaims {

    private SpeedClaims() {}

    static List<Claim> claims() {
        return List.of(
                new Claim(
                        "C4.0",
                        "On Clothing-1M, scraped from the web, RHO-LOSS takes 18 times fewer steps and ends 2 points higher",
                        "abstract, figure 1",
                        "18 times fewer steps, 2 points",
                        "18 times; 72 % against 70 %",
                        results ->
                                Evidence.notRun("Clothing-1M is no data set that Rote reads; its million pictures and"
                                        + " a ResNet-50 belong to the paper scale")),
                new Claim(
                        "C4.1",
                        "On clean labels RHO-LOSS needs fewer steps to uniform selection's best accuracy",
                        "figure 4, table 2",
                        "mean speed-up over seeds at least 1.5",
                        "1.6 to 4 times, by data set and nets",
                        Checks.onMeans(means -> atLeast(means, 1.5, 0))),
                new Claim(
                        "C4.1b",
                        "So it does with 30 % wrong labels, by 1.8 times or more",
                        "ours, a stricter C4.1 for the small setting",
                        "mean speed-up at least 1.8 on clean labels and with 30 % wrong ones",
                        "",
                        Checks.onMeans(means -> atLeast(means, 1.8, 0, 30))),
                new Claim(
                        "C4.4",
                        "A much smaller net for the irreducible loss costs no speed-up",
                        "section 4.2, figure 2",
                        "speed-up with the small net at least 0.75 times that with one as large as the target",
                        "2.7 to 2.85 times with a small net, 2.3 to 2.4 with a ResNet-18 (CIFAR-10)",
                        Checks.onMeans(SpeedClaims::smallNet)),
                new Claim(
                        "C4.5",
                        "Without held-out data, each half scored by a net trained on the other, it still is faster",
                        "section 4.2, figure 2",
                        "mean speed-up above 1 against uniform selection from the same examples",
                        "2.2 to 2.5 times (CIFAR-10), 1.0 to 1.2 (CINIC-10)",
                        Checks.onMeans(means -> Observation.start()
                                .see("speed-up", Look.speedUp(means, arm(NONE_HELD, 0), arm(UNIFORM_ALL, 0)))
                                .and(Look.speedUp(means, arm(NONE_HELD, 0), arm(UNIFORM_ALL, 0)) > 1))),
                new Claim(
                        "C4.6",
                        "The fewer examples are held out, the smaller the speed-up",
                        "appendix, holdout sizes",
                        "mean speed-up never rises from all to half to a quarter, and falls from all to a quarter",
                        "2.7 times at a half, 1.75 to 1.9 at a quarter (CIFAR-10)",
                        Checks.onMeans(SpeedClaims::holdoutSize)),
                new Claim(
                        "C4.7",
                        "RHO-LOSS ends up more accurate than uniform selection",
                        "table 2; the tolerance is ours",
                        "best test accuracy above uniform's at 0, 10 and 30 % wrong labels",
                        "91 % against 87 % clean, 91 % against 85 % at 10 % (CIFAR-10)",
                        Checks.onMeans(SpeedClaims::moreAccurate)));
    }

    private static Observation atLeast(Means means, double least, int... noises) {
        Observation seen = Observation.start();
        for (int noise : noises) {
            String at = " at " + noise + " % wrong labels";
            seen = seen.atLeast("speed-up" + at, Look.speedUp(means, arm(RHO, noise), arm(UNIFORM, noise)), least)
                    .see("steps of uniform to its best" + at, means.of(arm(UNIFORM, noise), Look::stepsToBest));
        }
        return seen;
    }

    private static Observation smallNet(Means means) {
        double small = Look.speedUp(means, arm(RHO, 0), arm(UNIFORM, 0));
        double large = Look.speedUp(means, arm(LARGE, 0), arm(UNIFORM, 0));
        return Observation.start()
                .see("small net", small)
                .see("large net", large)
                .atLeast("ratio", small / large, 0.75);
    }

    private static Observation holdoutSize(Means means) {
        double all = Look.speedUp(means, arm(RHO, 0), arm(UNIFORM, 0));
        double half = Look.speedUp(means, arm(HALF, 0), arm(UNIFORM, 0));
        double quarter = Look.speedUp(means, arm(QUARTER, 0), arm(UNIFORM, 0));
        return Observation.start()
                .see("all held out", all)
                .see("half", half)
                .see("quarter", quarter)
                .and(all >= half && half >= quarter && all > quarter);
    }

    private static Observation moreAccurate(Means means) {
        Observation seen = Observation.start();
        for (int noise : Experiments.NOISE) {
            double rho = means.of(arm(RHO, noise), Readings::bestTest);
            double uniform = means.of(arm(UNIFORM, noise), Readings::bestTest);
            seen = seen.see("RHO-LOSS at " + noise + " % wrong labels, %", rho)
                    .see("uniform at " + noise + " %, %", uniform)
                    .and(rho > uniform);
        }
        return seen;
    }
}
