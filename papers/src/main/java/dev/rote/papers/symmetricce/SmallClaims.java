package dev.rote.papers.symmetricce;

import static dev.rote.papers.Protocol.onMeans;
import static dev.rote.papers.symmetricce.Experiments.small;

import dev.rote.claims.Claim;
import dev.rote.claims.Means;
import dev.rote.claims.Observation;
import dev.rote.papers.images.Readings;
import java.util.List;

/** The claims at the size of the desk: 4,000 small digits; the last five epochs count. */
final class SmallClaims {

    static final String SPREAD = "class-spread.test";

    private static final String SCALED = "scaled down from section 4 to 4,000 digits";

    private SmallClaims() {}

    static List<Claim> claims() {
        return List.of(
                onMeans(
                        "C2.1s",
                        "With half of the labels wrong, SL ends well above CE",
                        SCALED + ", symmetric 50 %",
                        "test accuracy of the last 5 epochs: SL - CE >= 8 points",
                        "CIFAR-10, symmetric 40 %: 85.3 to 78.7 %",
                        means -> gain(means, "sym-50", Ways.CE, Ways.SL, 8)),
                onMeans(
                        "C2.1m",
                        "SL learns fewer of the wrong labels by heart",
                        SCALED + ", symmetric 50 %",
                        "share of the wrong labels that are predicted, last 5 epochs: SL at most half of CE",
                        "",
                        SmallClaims::memorisesLess),
                onMeans(
                        "C2.2s",
                        "On clean labels SL costs nothing",
                        SCALED + ", clean",
                        "test accuracy of the last 5 epochs: SL and CE within 1 point",
                        "CIFAR-10: 89.28 and 89.26 %",
                        means -> alike(means, small(Ways.CLEAN, Ways.CE), small(Ways.CLEAN, Ways.SL))),
                onMeans(
                        "C2.3s",
                        "With 80 % of the labels wrong, SL is ahead of GCE and GCE of CE",
                        SCALED + ", symmetric 80 %",
                        "test accuracy of the last 5 epochs: SL > GCE > CE",
                        "CIFAR-10: 53.8, 40.8, 34.8 %",
                        means -> order(
                                means, small("sym-80", Ways.SL), small("sym-80", Ways.GCE), small("sym-80", Ways.CE))),
                onMeans(
                        "C2.4s",
                        "Wrong labels hurt some classes more than others, less so with SL",
                        "section 1, figure 1; " + SCALED + ", symmetric 40 %",
                        "best less worst test accuracy of a class, last 5 epochs: SL below CE",
                        "",
                        means -> evener(means, small("sym-40", Ways.CE), small("sym-40", Ways.SL))),
                onMeans(
                        "C2.5s",
                        "SL and GCE also help where classes are mistaken for similar ones",
                        SCALED + ", asymmetric 40 %, 30 epochs",
                        "test accuracy of the last 5 epochs: SL and GCE each >= CE + 3 points",
                        "CIFAR-10: SL 80.64, CE 78.51 %",
                        means -> gain(means, "asym-40", Ways.CE, Ways.SL, 3)
                                .and(gain(means, "asym-40", Ways.CE, Ways.GCE, 3)
                                        .holds())
                                .see("GCE, %", late(means, small("asym-40", Ways.GCE)))),
                onMeans(
                        "C2.5n",
                        "Mean absolute error alone learns too little there",
                        "ours, for section 3.2; " + SCALED + ", asymmetric 40 %, 30 epochs",
                        "test accuracy of the last 5 epochs: MAE below CE",
                        "",
                        means -> order(means, small("asym-40", Ways.CE), small("asym-40", Ways.MAE))),
                onMeans(
                        "C2.6",
                        "SL in the place of CE improves other methods, too: soft and hard bootstrapping and Forward",
                        "abstract, section 4.4; " + SCALED + ", symmetric 50 %",
                        "test accuracy of the last 5 epochs: each gains >= 1 point",
                        "",
                        SmallClaims::improvesOthers),
                onMeans(
                        "C2.8",
                        "The other robust losses do as well: A = -9.21, GCE, MAE",
                        "ours; " + SCALED + ", symmetric 50 %",
                        "test accuracy of the last 5 epochs: each >= CE + 8 points",
                        "",
                        SmallClaims::robustLosses));
    }

    static double late(Means means, String arm) {
        return means.of(arm, Readings::lastTest);
    }

    private static Observation gain(Means means, String noise, String from, String to, double least) {
        double before = late(means, small(noise, from));
        double after = late(means, small(noise, to));
        return Observation.start()
                .see(Words.of(from) + ", %", before)
                .see(Words.of(to) + ", %", after)
                .atLeast("gain, points", after - before, least);
    }

    private static Observation memorisesLess(Means means) {
        double ce = means.of(small("sym-50", Ways.CE), run -> Readings.late(run, Readings.MEMORISED));
        double sl = means.of(small("sym-50", Ways.SL), run -> Readings.late(run, Readings.MEMORISED));
        return Observation.start().see("CE, %", ce).atMost("SL, %", sl, ce / 2);
    }

    static Observation alike(Means means, String ce, String sl) {
        double plain = late(means, ce);
        double robust = late(means, sl);
        return Observation.start()
                .see("CE, %", plain)
                .see("SL, %", robust)
                .within("SL less CE, points", robust - plain, -1, 1);
    }

    /** Strictly falling from the first arm to the last. */
    static Observation order(Means means, String... arms) {
        Observation seen = Observation.start();
        double before = Double.POSITIVE_INFINITY;
        for (String arm : arms) {
            double here = late(means, arm);
            seen = seen.see(Words.ofArm(arm) + ", %", here).and(here < before);
            before = here;
        }
        return seen;
    }

    static Observation evener(Means means, String ce, String sl) {
        double plain = means.of(ce, run -> Readings.late(run, SPREAD));
        double robust = means.of(sl, run -> Readings.late(run, SPREAD));
        return Observation.start()
                .see("CE, points", plain)
                .see("SL, points", robust)
                .and(robust < plain);
    }

    private static Observation improvesOthers(Means means) {
        Observation seen = Observation.start();
        for (String way : Ways.METHODS) {
            double before = late(means, small("sym-50", way));
            double after = late(means, small("sym-50", Ways.with(way)));
            seen = seen.see(Words.of(way) + ", %", before).atLeast("gain, points, " + way, after - before, 1);
        }
        return seen;
    }

    private static Observation robustLosses(Means means) {
        double ce = late(means, small("sym-50", Ways.CE));
        Observation seen = Observation.start().see("CE, %", ce);
        for (String way : List.of(Ways.SL_CODE, Ways.GCE, Ways.MAE)) {
            seen = seen.atLeast(Words.of(way) + ", %", late(means, small("sym-50", way)), ce + 8);
        }
        return seen.see("RCE alone, %", late(means, small("sym-50", Ways.RCE)));
    }
}
