package dev.rote.papers.sam;

import static dev.rote.papers.sam.Experiments.ADAM;
import static dev.rote.papers.sam.Experiments.RADIUS;
import static dev.rote.papers.sam.Experiments.SGD;
import static dev.rote.papers.sam.Experiments.sam;

import dev.rote.claims.Checks;
import dev.rote.claims.Claim;
import dev.rote.claims.Means;
import dev.rote.claims.Observation;
import dev.rote.papers.images.Readings;
import java.util.List;

/** Claims C5.3, C5.5 and C5.7: half of the labels are wrong. */
final class NoiseClaims {

    private static final String TABLE = "section 3.3, table 4";

    private NoiseClaims() {}

    static List<Claim> claims() {
        return List.of(
                last("C5.3", SGD, TABLE, "SGD", 5, "40 %: 93.4 against 68.8; 60 %: 90.5 against 48.2"),
                memorised("C5.3b", SGD, "SGD"),
                best("C5.3c", SGD, "SGD"),
                last("C5.3-adam", ADAM, TABLE + "; Adam is ours", "Adam", 5, ""),
                memorised("C5.3b-adam", ADAM, "Adam"),
                best("C5.3c-adam", ADAM, "Adam"),
                last("C5.3d", ADAM, "ours: what a small net should show", "Adam", 4, ""),
                new Claim(
                        "C5.5",
                        "Bootstrapping inside SAM is at least as good as SAM alone",
                        TABLE,
                        "mean test accuracy of the last 5 epochs of the two together at least that of SAM, radius 0.2",
                        "40 %: 94.2 against 93.4; 60 %: 91.8 against 90.5",
                        Checks.onMeans(NoiseClaims::bootstrapping)),
                new Claim(
                        "C5.7",
                        "Climbing in smaller groups of rows is no worse",
                        "section 4.1, figure 3 (on clean labels there)",
                        "the mean test accuracy of the last 5 epochs does not rise with the logarithm of the rows per group"
                                + " over 4, 16, 64 (slope of the line through the three <= 0), radius 0.1",
                        "read off a figure: falls with the rows",
                        Checks.onMeans(NoiseClaims::groups)));
    }

    private static Claim last(String id, String base, String where, String name, double points, String paper) {
        return new Claim(
                id,
                "With half of the labels wrong SAM ends better than " + name,
                where,
                "mean test accuracy of the last 5 epochs higher by " + (int) points + " points or more, radius 0.2",
                paper,
                Checks.onMeans(means -> {
                    double plain = means.of(base, Readings::lastTest);
                    double flat = means.of(sam(base, RADIUS), Readings::lastTest);
                    return Observation.start()
                            .see(name + " %", plain)
                            .see("SAM %", flat)
                            .atLeast("gain, points", flat - plain, points);
                }));
    }

    private static Claim memorised(String id, String base, String name) {
        return new Claim(
                id,
                "SAM learns fewer wrong labels by rote than " + name,
                "section 3.3",
                "memorised share at the end lower, radius 0.2",
                "in words only",
                Checks.onMeans(means -> {
                    double plain = means.of(base, Readings::memorised);
                    double flat = means.of(sam(base, RADIUS), Readings::memorised);
                    return Observation.start()
                            .see(name + " memorised %", plain)
                            .see("SAM memorised %", flat)
                            .and(flat < plain);
                }));
    }

    private static Claim best(String id, String base, String name) {
        return new Claim(
                id,
                "At the best epoch SAM and " + name + " are near each other: most of the gain is protection at the end",
                "not in the paper; Kwon et al. 2021 report best epochs",
                "best test accuracies at most 3 points apart, radius 0.2",
                "Kwon et al.: 40 %: 90.6 against 87.7; 60 %: 86.6 against 82.5",
                Checks.onMeans(means -> {
                    double plain = means.of(base, Readings::bestTest);
                    double flat = means.of(sam(base, RADIUS), Readings::bestTest);
                    return Observation.start()
                            .see(name + " best %", plain)
                            .see("SAM best %", flat)
                            .atMost("apart, points", Math.abs(flat - plain), 3);
                }));
    }

    private static Observation bootstrapping(Means means) {
        double alone = means.of(sam(SGD, RADIUS), Readings::lastTest);
        double both = means.of(Experiments.bootstrapped(), Readings::lastTest);
        return Observation.start().see("SAM %", alone).see("both %", both).and(both >= alone);
    }

    private static Observation groups(Means means) {
        Observation seen = Observation.start();
        double slope = 0;
        for (int rows : Experiments.GROUPS) {
            double test = means.of(Experiments.grouped(rows), Readings::lastTest);
            seen = seen.see("m = " + rows + ", %", test);
            slope += (Math.log(rows) - Math.log(16)) * test; // 16 is the middle of the logarithms
        }
        double spread = 2 * Math.pow(Math.log(4), 2);
        return seen.atMost("points per e-fold of m", slope / spread, 0);
    }
}
