package dev.rote.papers.turnovermemorization;

import dev.rote.claims.Arms;
import dev.rote.claims.ScoreTable;
import dev.rote.estimates.RankMetrics;
import dev.rote.files.Table;
import dev.rote.papers.images.Readings;
import dev.rote.runs.RunResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What claims read off runs. */
final class Look {

    static final String OWN = "turnover.own.";
    static final String FLIPPED = "turnover.flipped.";

    /** How many epochs "the first epochs" are. */
    static final int FIRST = 3;

    private static final int QUARTERS = 4;

    private Look() {}

    /** A reading before the first epoch and after each of the first ones. */
    static double[] first(RunResult run, String reading) {
        return IntStream.rangeClosed(0, FIRST)
                .mapToDouble(epoch -> Readings.atEpoch(run, reading, epoch))
                .toArray();
    }

    /** Whether each value is below the one before. */
    static boolean falls(double[] values) {
        return IntStream.range(1, values.length).allMatch(i -> values[i] < values[i - 1]);
    }

    /** How much a value falls per epoch on the mean. */
    static double slope(double[] values) {
        return (values[0] - values[values.length - 1]) / (values.length - 1);
    }

    /** The mean own loss of each quarter, from the examples that the judge finds easiest on: [epoch][quarter]. */
    static double[][] quarters(Arms arms, String arm) {
        return quarters(arms.get(arm), arms.get(Experiments.judge(arm)));
    }

    static double[][] quarters(RunResult run, RunResult judge) {
        double[] hardness = ScoreTable.of(judge).of(Experiments.HARDNESS);
        Table table = run.table("turnover");
        double[] own = table.doubles("own");
        List<double[]> epochs = new ArrayList<>();
        for (int from = 0; from + hardness.length <= own.length; from += hardness.length) {
            double[] now = Arrays.copyOfRange(own, from, from + hardness.length);
            epochs.add(RankMetrics.groups(hardness, now, QUARTERS));
        }
        return epochs.toArray(double[][]::new);
    }

    /** The course of one quarter over the first epochs. */
    static double[] first(double[][] quarters, int quarter) {
        return IntStream.rangeClosed(0, FIRST)
                .mapToDouble(epoch -> quarters[Math.min(epoch, quarters.length - 1)][quarter])
                .toArray();
    }

    /** Mean influence on held-out examples of each quarter of the rightly labelled, from the easiest on. */
    static double[] influence(RunResult run, RunResult judge) {
        ScoreTable scores = ScoreTable.of(run);
        double[] hardness = ScoreTable.of(judge).of(Experiments.HARDNESS);
        double[] wrong = scores.of(Experiments.WRONG);
        int[] right =
                IntStream.range(0, wrong.length).filter(i -> wrong[i] == 0).toArray();
        return RankMetrics.groups(at(hardness, right), at(scores.of(Experiments.INFLUENCE), right), QUARTERS);
    }

    private static double[] at(double[] values, int[] places) {
        return Arrays.stream(places).mapToDouble(i -> values[i]).toArray();
    }

    /** Flipped loss less own loss, the mean over the training examples at the end. */
    static double memorised(RunResult run) {
        return Arrays.stream(ScoreTable.of(run).of(Experiments.MEMORY))
                .average()
                .orElse(Double.NaN);
    }
}
