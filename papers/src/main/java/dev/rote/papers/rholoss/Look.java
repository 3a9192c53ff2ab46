package dev.rote.papers.rholoss;

import static dev.rote.papers.images.Readings.TEST;

import dev.rote.claims.Arms;
import dev.rote.claims.Means;
import dev.rote.papers.images.Readings;
import dev.rote.runs.RunResult;
import dev.rote.runs.Series;

/** What claims read off runs. */
final class Look {

    static final String WRONG = "rho.wrong";
    static final String CORRECT = "rho.correct";

    private Look() {}

    /** Test accuracy after the last step, percent. */
    static double end(RunResult run) {
        return Readings.percent(run, TEST);
    }

    /** The share of chosen examples with a wrong label, percent of all steps. */
    static double wrong(RunResult run) {
        return 100 * run.readings(WRONG).lastMean(Integer.MAX_VALUE);
    }

    /** The share of chosen examples that the net had right already, percent of all steps. */
    static double correct(RunResult run) {
        return 100 * run.readings(CORRECT).lastMean(Integer.MAX_VALUE);
    }

    /** The step at which a run is at its best for the first time. */
    static double stepsToBest(RunResult run) {
        Series accuracy = run.readings(TEST);
        return accuracy.firstStepAtLeast(accuracy.max());
    }

    /** The step at which an arm is as good as another's best; -1 when it never is. */
    static double stepsTo(RunResult arm, RunResult other) {
        return arm.readings(TEST).firstStepAtLeast(other.readings(TEST).max());
    }

    /** How many times sooner an arm is as good as chance at its best: steps of that over steps of this; 0 when it never is. */
    static double speedUp(Arms arms, String arm, String chance) {
        double steps = stepsTo(arms.get(arm), arms.get(chance));
        return steps < 0 ? 0 : stepsToBest(arms.get(chance)) / Math.max(1, steps);
    }

    /** The mean of the speed-ups over the seeds that have both arms. */
    static double speedUp(Means means, String arm, String chance) {
        means.of(arm, run -> 0);
        means.of(chance, run -> 0);
        return means.seeds().stream()
                .filter(arms -> arms.byName().containsKey(arm) && arms.byName().containsKey(chance))
                .mapToDouble(arms -> speedUp(arms, arm, chance))
                .average()
                .orElse(Double.NaN);
    }
}
