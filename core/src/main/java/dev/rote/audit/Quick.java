package dev.rote.audit;

import dev.rote.audit.learners.Dynamics;
import dev.rote.audit.learners.Task;
import dev.rote.estimates.LossMixture;
import dev.rote.tensor.Workers;
import java.util.ArrayList;
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
        var bounds = LossMixture.interval(
                losses, LossMixture.Shape.BETA, SAMPLES, task.seeds().of("noise"));
        return new Verdict(
                quality,
                task.labels(),
                issue,
                new Interval(mixture.rate(), bounds.low(), bounds.high()),
                new double[0][],
                cuts(quality, mixture.high()),
                columns(dynamics),
                Optional.empty(),
                List.of());
    }

    /** Among the worst, as many are expected to be wrong as the mixture puts into its component of high losses. */
    private static List<Findings.Cut> cuts(double[] quality, double[] high) {
        int[] worst = Verdict.worst(quality);
        List<Findings.Cut> cuts = new ArrayList<>();
        double sum = 0;
        for (int i = 0; i < worst.length / 2; i++) {
            sum += high[worst[i]];
            if ((i + 1) % Math.max(1, worst.length / 100) == 0) {
                cuts.add(new Findings.Cut(i + 1, quality[worst[i]], sum / (i + 1)));
            }
        }
        return cuts;
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
