package dev.rote.papers.turnoverdropout;

import dev.rote.claims.ScoreTable;
import dev.rote.estimates.RankMetrics;
import dev.rote.papers.images.Readings;
import dev.rote.runs.RunResult;
import java.util.Arrays;
import java.util.List;

/** What claims read off runs. */
final class Look {

    static final String OWN = "turnover.own.";
    static final String FLIPPED = "turnover.flipped.";
    private static final String WRONG = "wrong-label";

    private Look() {}

    /** How well a score tells wrong labels from right ones at the end of a run; high scores are taken for wrong labels. */
    static double auc(RunResult run, String score, int sign) {
        ScoreTable scores = ScoreTable.of(run);
        double[] signed =
                Arrays.stream(scores.of(score)).map(value -> sign * value).toArray();
        return RankMetrics.auc(signed, scores.of(WRONG));
    }

    /** The share of wrong labels among those at an end, over that among all. */
    static double enrichment(RunResult run, String score, int sign, double share) {
        ScoreTable scores = ScoreTable.of(run);
        double[] signed =
                Arrays.stream(scores.of(score)).map(value -> sign * value).toArray();
        return RankMetrics.recall(signed, scores.of(WRONG), share) / share;
    }

    /** Test accuracy in percent, the mean of the last five epochs. */
    static double accuracy(RunResult run) {
        return Readings.lastTest(run);
    }

    /** The flipped loss of rightly labelled training examples over the loss of held-out ones, at the end. */
    static double flippedOverHeldOut(RunResult run) {
        return run.last(FLIPPED + "uncorrupted") / run.last(OWN + "clean");
    }

    /** The largest move of a reading away from its first value. */
    static double moved(RunResult run, String reading) {
        List<Double> values = run.readings(reading).values();
        return values.stream()
                .mapToDouble(value -> Math.abs(value - values.get(0)))
                .max()
                .orElse(Double.NaN);
    }

    /** How many readings and scores of one run are not the same, number for number, in another. */
    static double different(RunResult run, RunResult other) {
        boolean same = run.tables().equals(other.tables());
        return Readings.different(run, other) + (same ? 0 : 1);
    }
}
