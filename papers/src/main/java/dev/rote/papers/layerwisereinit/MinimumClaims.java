package dev.rote.papers.layerwisereinit;

import static dev.rote.papers.layerwisereinit.Experiments.LAYERWISE;
import static dev.rote.papers.layerwisereinit.Experiments.PLAIN;
import static dev.rote.papers.layerwisereinit.Experiments.SETS;
import static dev.rote.papers.layerwisereinit.Experiments.arm;
import static dev.rote.papers.layerwisereinit.Experiments.random;

import dev.rote.claims.Checks;
import dev.rote.claims.Claim;
import dev.rote.claims.Means;
import dev.rote.claims.Observation;
import dev.rote.papers.images.Readings;
import java.util.List;

/** Claims about what kind of minimum is found: margins, flatness, what was learned by heart. */
final class MinimumClaims {

    private static final double SHARE = 0.8;

    private MinimumClaims() {}

    static List<Claim> claims() {
        return List.of(
                new Claim(
                        "L3",
                        "Margins on the training examples grow without growth of the weights",
                        "section 4, margins",
                        "on each data set: mean margin over the weight norm above plain training's, weight norms within 10 %",
                        "",
                        Checks.onMeans(MinimumClaims::margins)),
                new Claim(
                        "L4",
                        "The minimum is flatter: noise on the weights raises the loss less",
                        "section 4, flatness",
                        "smaller mean rise of the training loss at 80 % or more of 15 pairs of data set and standard deviation"
                                + " (0.005 to 0.05)",
                        "for every standard deviation",
                        Checks.onMeans(MinimumClaims::flatter)),
                new Claim(
                        "L5c",
                        "Fewer random labels are learned by heart",
                        "section 4, memorisation with 0 to 40 % random labels",
                        "with 20 and with 40 % random labels a smaller share of the wrong labels fitted at the end than by plain"
                                + " training",
                        "",
                        Checks.onMeans(MinimumClaims::memorises)));
    }

    private static Observation margins(Means means) {
        Observation seen = Observation.start();
        for (String set : SETS) {
            double plain = means.of(arm(PLAIN, set), run -> run.last(Look.MARGIN));
            double norm = means.of(arm(PLAIN, set), run -> run.last(Look.NORM));
            double margin = means.of(arm(LAYERWISE, set), run -> run.last(Look.MARGIN));
            seen = seen.see("plain on " + set, plain)
                    .see("layerwise on " + set, margin)
                    .and(margin > plain)
                    .within(
                            "ratio of norms on " + set,
                            means.of(arm(LAYERWISE, set), run -> run.last(Look.NORM)) / norm,
                            0.9,
                            1.1);
        }
        return seen;
    }

    private static Observation flatter(Means means) {
        Observation seen = Observation.start();
        int smaller = 0;
        for (String set : SETS) {
            for (double sigma : Setting.SIGMAS) {
                double plain = means.of(arm(PLAIN, set), run -> run.last(Look.flatness(sigma)));
                double rise = means.of(arm(LAYERWISE, set), run -> run.last(Look.flatness(sigma)));
                smaller += rise < plain ? 1 : 0;
                if (sigma == 0.02) {
                    seen = seen.see("plain at 0.02 on " + set, plain).see("layerwise at 0.02 on " + set, rise);
                }
            }
        }
        int pairs = SETS.size() * Setting.SIGMAS.size();
        return seen.atLeast("share of pairs", (double) smaller / pairs, SHARE);
    }

    private static Observation memorises(Means means) {
        Observation seen = Observation.start();
        for (int percent : Experiments.NOISE) {
            double plain = means.of(random(PLAIN, percent), Readings::memorised);
            double layerwise = means.of(random(LAYERWISE, percent), Readings::memorised);
            seen = seen.see("plain at " + percent + " %, %", plain)
                    .see("layerwise at " + percent + " %, %", layerwise)
                    .and(layerwise < plain)
                    .see(
                            "gain in test accuracy at " + percent + " %, points",
                            means.of(random(LAYERWISE, percent), Look::test)
                                    - means.of(random(PLAIN, percent), Look::test));
        }
        return seen;
    }
}
