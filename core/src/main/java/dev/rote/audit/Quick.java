package dev.rote.audit;

import dev.rote.audit.learners.Dynamics;
import dev.rote.audit.learners.Task;
import dev.rote.estimates.LossMixture;
import dev.rote.tensor.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The quick look: one training run, watched epoch by epoch. Examples whose label loses against another class on average, while little is
 * memorised yet, are suspicious.
 */
final class Quick {

    private static final int WIDTH = 128;
    private static final int SAMPLES = 50;

    private Quick() {}

    static Verdict judge(Task task, Plan plan, Workers workers) {
        Dynamics dynamics = Dynamics.of(task, WIDTH, plan.epochs(), workers);
        double[] quality = IntStream.range(0, task.rows())
                .mapToDouble(i -> 1 / (1 + StrictMath.exp(-dynamics.earlyMargin()[i])))
                .toArray();
        boolean[] issue = new boolean[task.rows()];
        for (int i = 0; i < issue.length; i++) {
            issue[i] = quality[i] < 0.5;
        }
        double[] losses = dynamics.loss();
        LossMixture mixture = LossMixture.fit(losses, LossMixture.Shape.BETA);
        double[] right = Arrays.stream(mixture.high()).map(high -> 1 - high).toArray();
        var bounds = LossMixture.interval(
                losses, LossMixture.Shape.BETA, SAMPLES, task.seeds().of("noise"));
        return new Verdict(
                quality,
                task.labels(),
                issue,
                new Interval(mixture.rate(), bounds.low(), bounds.high()),
                new double[0][],
                Verdict.expected(quality, right, issue),
                columns(dynamics),
                Optional.empty());
    }

    /** The dynamics as columns. */
    static List<ScoreColumn> columns(Dynamics dynamics) {
        List<ScoreColumn> columns = new ArrayList<>();
        columns.add(new ScoreColumn(
                "margin",
                "Area under the margin: by how much the given label's output led over the best other, mean over epochs; any"
                        + " number, low is suspicious.",
                true,
                dynamics.margin()));
        columns.add(new ScoreColumn(
                "confidence",
                "Probability of the given label while a net learned it, mean over epochs, from 0 to 1; low is suspicious.",
                true,
                dynamics.confidence()));
        columns.add(new ScoreColumn(
                "variability",
                "Standard deviation of that probability over epochs, from 0 to 0.5; high means ambiguous.",
                false,
                dynamics.variability()));
        columns.add(new ScoreColumn(
                "forgotten",
                "How often the net unlearned the example again, at least 0; high means hard or wrong.",
                false,
                IntStream.of(dynamics.forgotten()).asDoubleStream().toArray()));
        return columns;
    }
}
