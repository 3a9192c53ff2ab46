package dev.rote.audit;

import dev.rote.audit.learners.Dynamics;
import dev.rote.audit.learners.ForestLearner;
import dev.rote.audit.learners.NaiveBayesLearner;
import dev.rote.audit.learners.NetLearner;
import dev.rote.audit.learners.Task;
import dev.rote.tensor.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjDoubleConsumer;
import java.util.stream.IntStream;

/**
 * The quick look: two small nets, each on every other fold, beside extremely randomised trees out of bag and, on words, naive Bayes.
 *
 * <p>Either net judges the half that it has not seen, and tells how the half that it has seen was learned; together they cost what one on
 * all would. One net on all, judged by the mean of what it says while it learns, found less: of few examples it learns everything by heart,
 * and wrong labels look right then.
 */
final class Quick {

    private Quick() {}

    static Verdict judge(Task task, int[] groups, Plan plan, Workers workers, ObjDoubleConsumer<String> progress) {
        Dynamics dynamics = Dynamics.halves(task, new NetLearner(NetLearner.WIDTH, plan.epochs()), workers);
        int[] rows = task.learned();
        progress.accept("nets", 0.5);
        List<double[][]> opinions = new ArrayList<>();
        opinions.add(dynamics.probabilities());
        opinions.add(ForestLearner.extraTrees(groups).outOfSample(task, workers));
        if (NaiveBayesLearner.suits(task.features().linear())) {
            opinions.add(new NaiveBayesLearner().outOfSample(task, workers));
        }
        progress.accept("trees", 0.5);
        Belief belief = Belief.of(opinions, task.labels(), rows);
        return Verdict.of(task, rows, belief, columns(dynamics), Signal.missing(task, rows, Committee.mean(opinions)));
    }

    /** The dynamics as columns. */
    static List<ScoreColumn> columns(Dynamics dynamics) {
        List<ScoreColumn> columns = new ArrayList<>();
        columns.add(new ScoreColumn(
                "margin",
                "Area under the margin: by how much the given label's output led over the best other, mean over epochs; any"
                        + " number, low is suspicious.",
                Suspicious.LOW,
                dynamics.margin()));
        columns.add(new ScoreColumn(
                "confidence",
                "Probability of the given label while a net learned it, mean over epochs, from 0 to 1; low is suspicious.",
                Suspicious.LOW,
                dynamics.confidence()));
        columns.add(new ScoreColumn(
                "variability",
                "Standard deviation of that probability over epochs, from 0 to 0.5; high means ambiguous.",
                Suspicious.NEITHER,
                dynamics.variability()));
        columns.add(new ScoreColumn(
                "forgotten",
                "How often the net unlearned the example again, at least 0; high means hard or wrong.",
                Suspicious.HIGH,
                IntStream.of(dynamics.forgotten()).asDoubleStream().toArray()));
        return columns;
    }
}
