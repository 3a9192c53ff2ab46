package dev.rote.papers.jocor;

import static dev.rote.papers.Protocol.onMeans;
import static dev.rote.papers.jocor.Experiments.CO_TEACHING;
import static dev.rote.papers.jocor.Experiments.DECOUPLING;
import static dev.rote.papers.jocor.Experiments.JOCOR;
import static dev.rote.papers.jocor.Experiments.JOINT;
import static dev.rote.papers.jocor.Experiments.arm;
import static dev.rote.papers.jocor.Look.accuracy;
import static dev.rote.papers.jocor.Look.precision;

import dev.rote.claims.Claim;
import dev.rote.claims.Means;
import dev.rote.claims.Observation;
import dev.rote.runs.RunResult;
import dev.rote.runs.Series;
import java.util.List;

/** Claims C3.4, C3.6, C3.8, C3.9: what is selected, and how alike the two nets become; half of the labels wrong. */
final class SelectionClaims {

    private static final String NOISE = "sym-50";

    private SelectionClaims() {}

    static List<Claim> claims() {
        return List.of(
                onMeans(
                        "C3.4",
                        "The share of right labels among those selected stays up with JoCoR and falls after its peak with"
                                + " Co-teaching",
                        "section 4.2, figure 3 (MNIST, symmetric 50 %)",
                        "label precision of the last 10 epochs less its peak (epochs of the ramp included): JoCoR >= -1"
                                + " point, Co-teaching < -1 point; the point is ours",
                        "in a figure only",
                        means -> Observation.start()
                                .atLeast("JoCoR, points", fall(means, JOCOR), -1)
                                .see("Co-teaching, points", fall(means, CO_TEACHING))
                                .and(fall(means, CO_TEACHING) < -1)),
                onMeans(
                        "C3.4b",
                        "Without the term for agreement (lambda 0) JoCoR is like Co-teaching: agreement carries the gain",
                        "section 4.4, figure 5 (ablation)",
                        "test accuracy of the last 10 epochs: lambda 0 is nearer to Co-teaching than to JoCoR, and below JoCoR;"
                                + " the measure is ours",
                        "in a figure only",
                        SelectionClaims::agreementCarries),
                onMeans(
                        "C3.6",
                        "The two nets become more and more alike under JoCoR, and more alike than under Co-teaching",
                        "abstract",
                        "mean symmetric KL divergence on the test part: lower in the last 10 epochs than after the first, and"
                                + " below Co-teaching's",
                        "",
                        SelectionClaims::moreAlike),
                onMeans(
                        "C3.8",
                        "JoCoR and Co-teaching select right labels",
                        "ours, scaled down: half of the labels wrong",
                        "label precision of the last 10 epochs >= 90 % each (at random: 50 %)",
                        "",
                        means -> Observation.start()
                                .atLeast("JoCoR, %", precision(means, NOISE, JOCOR), 90)
                                .atLeast("Co-teaching, %", precision(means, NOISE, CO_TEACHING), 90)),
                onMeans(
                        "C3.9",
                        "What two nets disagree on is mostly wrongly labelled, so disagreement selects noise",
                        "ours, for section 1: half of the labels wrong",
                        "label precision of Decoupling over the last 10 epochs below 50 %",
                        "",
                        means -> {
                            double decoupling = precision(means, NOISE, DECOUPLING);
                            return Observation.start()
                                    .see("Decoupling, %", decoupling)
                                    .and(decoupling < 50);
                        }));
    }

    /** The last epochs less the peak, percent, mean over seeds. */
    private static double fall(Means means, String way) {
        double peak = means.of(
                arm(NOISE, way), run -> Look.precision(run).map(Series::max).orElse(Double.NaN));
        return precision(means, NOISE, way) - peak;
    }

    private static Observation agreementCarries(Means means) {
        double jocor = accuracy(means, NOISE, JOCOR);
        double joint = accuracy(means, NOISE, JOINT);
        double teaching = accuracy(means, NOISE, CO_TEACHING);
        return Observation.start()
                .see("JoCoR, %", jocor)
                .see("lambda 0, %", joint)
                .see("Co-teaching, %", teaching)
                .and(Math.abs(joint - teaching) < Math.abs(joint - jocor) && joint < jocor);
    }

    private static Observation moreAlike(Means means) {
        double first = means.of(arm(NOISE, JOCOR), run -> afterFirstEpoch(run));
        double last =
                means.of(arm(NOISE, JOCOR), run -> run.readings(Look.DIVERGENCE).lastMean(Look.LAST));
        double other = means.of(
                arm(NOISE, CO_TEACHING), run -> run.readings(Look.DIVERGENCE).lastMean(Look.LAST));
        return Observation.start()
                .see("JoCoR after the first epoch, nats", first)
                .see("JoCoR at the end", last)
                .see("Co-teaching at the end", other)
                .and(last < first && last < other);
    }

    /** The second reading; the first is taken before training. */
    private static double afterFirstEpoch(RunResult run) {
        List<Double> values = run.readings(Look.DIVERGENCE).values();
        return values.get(Math.min(1, values.size() - 1));
    }
}
