package dev.rote.papers.vog;

import dev.rote.claims.ScoreTable;
import dev.rote.estimates.RankMetrics;
import dev.rote.papers.images.Readings;
import dev.rote.runs.RunResult;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** What claims and charts read from the scores of a run. */
final class Seen {

    static final String LATE = "vog.test";
    static final String EARLY = "vog.early.test";
    static final String MARGIN = "example-margin.test";

    private Seen() {}

    static double train(RunResult run) {
        return run.last(Readings.TRAIN);
    }

    /** 1 for each test example that the net gets wrong. */
    private static double[] errors(ScoreTable scores) {
        return Arrays.stream(scores.of(MARGIN))
                .map(margin -> margin < 0 ? 1 : 0)
                .toArray();
    }

    static double error(RunResult run) {
        return Arrays.stream(errors(ScoreTable.of(run))).average().orElse(Double.NaN);
    }

    /** Test error in ten groups of equal size, from the lowest scores to the highest. */
    static double[] deciles(RunResult run, String score) {
        ScoreTable scores = ScoreTable.of(run);
        return RankMetrics.groups(scores.of(score), errors(scores), 10);
    }

    /** Accuracy on the half of lowest scores. */
    static double lowestHalf(RunResult run) {
        ScoreTable scores = ScoreTable.of(run);
        return 1 - RankMetrics.groups(scores.of(LATE), errors(scores), 2)[0];
    }

    /** How well a score tells errors from right answers. */
    static double aucOfErrors(RunResult run, String score) {
        ScoreTable scores = ScoreTable.of(run);
        return RankMetrics.auc(scores.of(score), errors(scores));
    }

    /** How well a score tells wrong labels from right ones. */
    static double aucOfNoise(RunResult run, String score) {
        ScoreTable scores = ScoreTable.of(run);
        return RankMetrics.auc(scores.of(score), scores.of("wrong-label"));
    }

    /** Welch's t of the scores of wrong labels against those of right ones. */
    static double t(RunResult run) {
        ScoreTable scores = ScoreTable.of(run);
        double[] wrong = scores.of("wrong-label");
        double[] vog = scores.of("vog");
        double[] corrupted = chosen(vog, wrong, 1);
        double[] others = chosen(vog, wrong, 0);
        return (mean(corrupted) - mean(others)) / Math.sqrt(error(corrupted) + error(others));
    }

    private static double[] chosen(double[] values, double[] marks, double mark) {
        return IntStream.range(0, values.length)
                .filter(i -> marks[i] == mark)
                .mapToDouble(i -> values[i])
                .toArray();
    }

    private static double mean(double[] values) {
        return DoubleStream.of(values).average().orElse(Double.NaN);
    }

    /** Squared standard error of the mean. */
    private static double error(double[] values) {
        double mean = mean(values);
        double squares =
                DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).sum();
        return squares / (values.length - 1) / values.length;
    }

    /** How well the bare score tells inputs of other data from test inputs. */
    static double aucOfStrangers(RunResult run) {
        ScoreTable scores = ScoreTable.of(run);
        double[] own = scores.of("vog.prediction.raw.test");
        double[] other = scores.of("vog.prediction.raw.other");
        double[] all = DoubleStream.concat(DoubleStream.of(own), DoubleStream.of(other))
                .toArray();
        double[] strange = new double[all.length];
        Arrays.fill(strange, own.length, all.length, 1);
        return RankMetrics.auc(all, strange);
    }

    /** Rank correlation of the toy's score and the size of its margin. */
    static double toy(RunResult run) {
        ScoreTable scores = ScoreTable.of(run);
        double[] distance = Arrays.stream(scores.of(MARGIN)).map(Math::abs).toArray();
        return RankMetrics.spearman(scores.of(EARLY), distance);
    }
}
