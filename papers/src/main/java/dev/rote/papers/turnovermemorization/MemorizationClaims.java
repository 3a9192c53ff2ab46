package dev.rote.papers.turnovermemorization;

import static dev.rote.papers.turnovermemorization.Experiments.MIXED;
import static dev.rote.papers.turnovermemorization.Experiments.RANDOM;
import static dev.rote.papers.turnovermemorization.Experiments.TRUE;
import static dev.rote.papers.turnovermemorization.Experiments.judge;

import dev.rote.claims.Arms;
import dev.rote.claims.Checks;
import dev.rote.claims.Claim;
import dev.rote.claims.Means;
import dev.rote.claims.Observation;
import java.util.List;

/** All claims: about the order in which examples are fitted, and about what they do for others. */
final class MemorizationClaims {

    private MemorizationClaims() {}

    static List<Claim> claims() {
        return List.of(
                new Claim(
                        "C10.5",
                        "True labels and random labels are fitted at the same time, true ones faster",
                        "abstract",
                        "where half of the labels are random, the own losses of both halves fall in each of the first three"
                                + " epochs, that of true labels by more",
                        "",
                        Checks.everySeed(arms -> both(
                                Look.first(arms.get(MIXED), Look.OWN + "uncorrupted"),
                                Look.first(arms.get(MIXED), Look.OWN + "corrupted"),
                                "true labels",
                                "random labels"))),
                new Claim(
                        "C10.5b",
                        "So it is where all labels are true, and where all are random",
                        "ours, C10.5 between two runs",
                        "own losses of both runs fall in each of the first three epochs, that with true labels by more",
                        "",
                        Checks.everySeed(arms -> both(
                                Look.first(arms.get(TRUE), Look.OWN + "train"),
                                Look.first(arms.get(RANDOM), Look.OWN + "train"),
                                "true labels",
                                "random labels"))),
                new Claim(
                        "C10.5c",
                        "Of true labels, easy and difficult examples are fitted at the same time, easy ones faster",
                        "ours: the abstract's easy and difficult within true labels",
                        "own losses of the easiest and of the hardest quarter fall in each of the first three epochs, that"
                                + " of the easiest by more",
                        "",
                        Checks.everySeed(arms -> easyAndHard(arms, TRUE))),
                new Claim(
                        "C10.5d",
                        "So it is with random labels",
                        "ours: the same within random labels",
                        "the same where all labels are random",
                        "",
                        Checks.everySeed(arms -> easyAndHard(arms, RANDOM))),
                new Claim(
                        "C10.6",
                        "With true labels a difficult example informs more than an easy one",
                        "abstract",
                        "mean influence on held-out examples of the hardest quarter above that of the easiest",
                        "",
                        Checks.onMeans(means -> informs(means, TRUE))),
                new Claim(
                        "C10.6b",
                        "So do rightly labelled examples among others whose labels are random",
                        "ours",
                        "the same among the rightly labelled where half of the labels were drawn at random",
                        "",
                        Checks.onMeans(means -> informs(means, MIXED))),
                new Claim(
                        "C10.7",
                        "Memorisation is there with true labels, too, less than with random ones",
                        "abstract; the tolerance is ours",
                        "mean of flipped less own loss above 0 with true labels, larger with random ones",
                        "",
                        Checks.everySeed(MemorizationClaims::memorised)));
    }

    private static Observation both(double[] fast, double[] slow, String fastName, String slowName) {
        return Observation.start()
                .see(fastName + ", fall per epoch", Look.slope(fast))
                .see(slowName + ", fall per epoch", Look.slope(slow))
                .see(slowName + ", first epoch", slow[0] - slow[1])
                .see(slowName + ", second epoch", slow[1] - slow[2])
                .see(slowName + ", third epoch", slow[2] - slow[3])
                .and(Look.falls(fast) && Look.falls(slow) && Look.slope(fast) > Look.slope(slow));
    }

    private static Observation easyAndHard(Arms arms, String arm) {
        double[][] quarters = Look.quarters(arms, arm);
        return both(Look.first(quarters, 0), Look.first(quarters, quarters[0].length - 1), "easiest", "hardest");
    }

    private static Observation informs(Means means, String arm) {
        double easiest = 0;
        double hardest = 0;
        int seeds = 0;
        means.of(arm, run -> 0);
        means.of(judge(arm), run -> 0);
        for (Arms arms : means.seeds()) {
            if (arms.byName().containsKey(arm) && arms.byName().containsKey(judge(arm))) {
                double[] quarters = Look.influence(arms.get(arm), arms.get(judge(arm)));
                easiest += quarters[0];
                hardest += quarters[quarters.length - 1];
                seeds++;
            }
        }
        return Observation.start()
                .see("easiest", easiest / seeds)
                .see("hardest", hardest / seeds)
                .and(hardest / seeds > easiest / seeds);
    }

    private static Observation memorised(Arms arms) {
        double real = Look.memorised(arms.get(TRUE));
        double random = Look.memorised(arms.get(RANDOM));
        return Observation.start()
                .see("true labels", real)
                .see("random labels", random)
                .and(real > 0 && random > real);
    }
}
