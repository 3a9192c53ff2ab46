package dev.rote.papers.importanceweighting;

import static dev.rote.papers.importanceweighting.Experiments.FAR;
import static dev.rote.papers.importanceweighting.Experiments.LONG;
import static dev.rote.papers.importanceweighting.Experiments.NONE;
import static dev.rote.papers.importanceweighting.Experiments.RATIO;
import static dev.rote.papers.importanceweighting.Experiments.arm;
import static dev.rote.papers.importanceweighting.Experiments.kept;

import dev.rote.claims.Arms;
import dev.rote.claims.Checks;
import dev.rote.claims.Claim;
import dev.rote.claims.Means;
import dev.rote.claims.Observation;
import dev.rote.papers.images.Readings;
import java.util.List;

/** Claims C7.1 and C7.6: weights without regularisation, and sub-sampling instead of weights. */
final class FadingClaims {

    private FadingClaims() {}

    static List<Claim> claims() {
        return List.of(
                new Claim(
                        "C7.1",
                        "The effect of weights is large early in training and gone when the net fits its training data",
                        "section 4, figure 3",
                        "spread on test images after epoch 1 >= 0.5 and at the end <= 0.2, training accuracy 100 %; weights"
                                + " 32 : 1 to 1 : 32",
                        "in curves only",
                        Checks.everySeed(arms -> fades(arms, NONE, RATIO, 0.2))),
                new Claim(
                        "C7.1b",
                        "The same at a small size",
                        "ours: what a small net should show",
                        "spread on test images after epoch 1 >= 0.5 and at the end <= 0.1, training accuracy 100 %",
                        "",
                        Checks.everySeed(arms -> fades(arms, NONE, RATIO, 0.1))),
                new Claim(
                        "C7.1-256",
                        "The same with weights from 256 : 1 to 1 : 256 and ten times the epochs",
                        "section 4, figure 3",
                        "spread on test images after epoch 1 >= 0.5 and at the end <= 0.2, training accuracy 100 %",
                        "in curves only; extreme weights need more than 100 epochs",
                        Checks.everySeed(arms -> fades(arms, LONG, FAR, 0.2))),
                new Claim(
                        "C7.6",
                        "Sub-sampling a class moves the decision away from it, the more the fewer are kept",
                        "section 4, sub-sampling",
                        "share of test images taken for 9 strictly rises from 1/16 of the nines kept over 1/4, all of both, 1/4"
                                + " of the fours, to 1/16 of the fours",
                        "in curves only",
                        Checks.onMeans(FadingClaims::subsampling)));
    }

    /** What C7.1 looks at, for arms of that name. */
    static Observation fades(Arms arms, String name, int ratio, double most) {
        Means means = new Means(List.of(arms));
        double train = 100;
        for (String each : List.of(arm(name, ratio, 1), arm(name, 1, 1), arm(name, 1, ratio))) {
            train = Math.min(train, Readings.percent(arms.get(each), Readings.TRAIN));
        }
        return Observation.start()
                .atLeast("spread after epoch 1", Spreads.after(means, name, ratio, Spreads.TEST, 1), 0.5)
                .atMost("at the end", Spreads.end(means, name, ratio, Spreads.TEST), most)
                .see("at the end on other digits", Spreads.end(means, name, ratio, Spreads.OTHERS))
                .atLeast("lowest training accuracy %", train, 100);
    }

    private static Observation subsampling(Means means) {
        Observation seen = Observation.start();
        double before = Double.NEGATIVE_INFINITY;
        for (String each : List.of(kept(1, 0.0625), kept(1, 0.25), arm(NONE, 1, 1), kept(0, 0.25), kept(0, 0.0625))) {
            double share = 100 * means.of(each, run -> run.last(Spreads.TEST));
            seen = seen.see(each + " %", share).and(share > before);
            before = share;
        }
        return seen;
    }
}
