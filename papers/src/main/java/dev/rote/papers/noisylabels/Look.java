package dev.rote.papers.noisylabels;

import dev.rote.claims.Checks;
import dev.rote.claims.Claim;
import dev.rote.claims.Means;
import dev.rote.claims.Observation;
import dev.rote.runs.RunResult;
import dev.rote.runs.Series;
import java.util.function.Function;

/** What the claims look at, in percent. */
final class Look {

    static final String TEST = "accuracy.test";
    static final String MEMORISED = "noisy.memorised";
    static final String PRECISION = "label-precision";

    /** The last epochs that a figure is the mean of, so that no epoch is chosen on test data. */
    private static final int LAST = 5;

    private Look() {}

    /** Test accuracy, mean of the last five epochs. */
    static double last5(RunResult run) {
        return percent(run, TEST);
    }

    /** Test accuracy of the best epoch, chosen on clean test data: what nobody can reach who has none. */
    static double best(RunResult run) {
        return 100 * run.readings(TEST).max();
    }

    /** Share of the wrongly labelled images that are fitted to their wrong label, mean of the last five epochs. */
    static double memorised(RunResult run) {
        return percent(run, MEMORISED);
    }

    /** The same at the epoch of the best test accuracy. */
    static double memorisedAtBest(RunResult run) {
        Series test = run.readings(TEST);
        long best = test.steps().get(test.values().indexOf(test.max()));
        return 100 * run.readings(MEMORISED).at(best);
    }

    /** Share of right labels among those selected, mean of the last five epochs. */
    static double precision(RunResult run) {
        return percent(run, PRECISION);
    }

    private static double percent(RunResult run, String reading) {
        return 100 * run.readings(reading).lastMean(LAST);
    }

    /** By how many points an arm's last epochs are better than those of cross-entropy, means over the seeds. */
    static double gain(Means means, Spoiling spoiling, String remedy) {
        return means.of(Remedy.arm(spoiling, remedy), Look::last5)
                - means.of(Remedy.arm(spoiling, Remedies.PLAIN), Look::last5);
    }

    /** Both accuracies, and by how much they differ. */
    static Observation gained(Means means, Spoiling spoiling, String remedy) {
        return Observation.start()
                .see("last 5 epochs %", means.of(Remedy.arm(spoiling, remedy), Look::last5))
                .see("cross-entropy's %", means.of(Remedy.arm(spoiling, Remedies.PLAIN), Look::last5))
                .see("gain in points", gain(means, spoiling, remedy));
    }

    /** A claim that one remedy gains at least so many points over cross-entropy; 0 for losing none. */
    static Claim gains(String id, Spoiling spoiling, String remedy, int points, String where, String elsewhere) {
        Remedy found = Remedies.of(remedy);
        String rule = points == 0 ? "not below" : ">= " + points + " points above";
        return compared(
                id,
                "Under " + spoiling.title() + " noise, " + found.title() + " ends "
                        + (points == 0 ? "no worse than" : "better than") + " cross-entropy",
                where + ": " + found.group().title(),
                "mean of the last five epochs " + rule + " cross-entropy's",
                elsewhere,
                means -> gained(means, spoiling, remedy).and(gain(means, spoiling, remedy) >= points));
    }

    /** A claim on means over the seeds. */
    static Claim compared(
            String id,
            String says,
            String where,
            String expected,
            String elsewhere,
            Function<Means, Observation> look) {
        return new Claim(id, says, where, expected, elsewhere, Checks.onMeans(look));
    }
}
