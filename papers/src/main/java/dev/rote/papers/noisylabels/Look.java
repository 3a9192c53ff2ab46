package dev.rote.papers.noisylabels;

import static dev.rote.papers.Protocol.onMeans;
import static dev.rote.papers.images.Readings.MEMORISED;
import static dev.rote.papers.images.Readings.TEST;

import dev.rote.claims.Claim;
import dev.rote.claims.Means;
import dev.rote.claims.Observation;
import dev.rote.papers.images.Readings;
import dev.rote.runs.RunResult;
import dev.rote.runs.Series;

/** What the claims look at, in percent. */
final class Look {

    static final String PRECISION = "label-precision";

    private Look() {}

    /** Share of the wrongly labelled images that are fitted to their wrong label, mean of the last five epochs. */
    static double memorised(RunResult run) {
        return Readings.late(run, MEMORISED);
    }

    /** The same at the epoch of the best test accuracy. */
    static double memorisedAtBest(RunResult run) {
        Series test = run.readings(TEST);
        long best = test.steps().get(test.values().indexOf(test.max()));
        return 100 * run.readings(MEMORISED).at(best);
    }

    /** Share of right labels among those selected, mean of the last five epochs. */
    static double precision(RunResult run) {
        return Readings.late(run, PRECISION);
    }

    /** By how many points an arm's last epochs are better than those of cross-entropy, means over the seeds. */
    static double gain(Means means, Spoiling spoiling, String remedy) {
        return means.of(Remedy.arm(spoiling, remedy), Readings::lastTest)
                - means.of(Remedy.arm(spoiling, Remedies.PLAIN), Readings::lastTest);
    }

    /** Both accuracies, and by how much they differ. */
    static Observation gained(Means means, Spoiling spoiling, String remedy) {
        return Observation.start()
                .see("last 5 epochs %", means.of(Remedy.arm(spoiling, remedy), Readings::lastTest))
                .see("cross-entropy's %", means.of(Remedy.arm(spoiling, Remedies.PLAIN), Readings::lastTest))
                .see("gain in points", gain(means, spoiling, remedy));
    }

    /** A claim that one remedy gains at least so many points over cross-entropy; 0 for losing none. */
    static Claim gains(String id, Spoiling spoiling, String remedy, int points, String where, String elsewhere) {
        Remedy found = Remedies.of(remedy);
        String rule = points == 0 ? "not below" : ">= " + points + " points above";
        return onMeans(
                id,
                "Under " + spoiling.title() + " noise, " + found.title() + " ends "
                        + (points == 0 ? "no worse than" : "better than") + " cross-entropy",
                where + ": " + found.group().title(),
                "mean of the last five epochs " + rule + " cross-entropy's",
                elsewhere,
                means -> gained(means, spoiling, remedy).and(gain(means, spoiling, remedy) >= points));
    }
}
