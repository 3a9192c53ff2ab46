package dev.rote.audit;

import dev.rote.audit.features.Dense;
import dev.rote.audit.learners.Memorization;
import dev.rote.audit.learners.NetLearner;
import dev.rote.audit.learners.Reasons;
import dev.rote.audit.learners.Task;
import dev.rote.scores.ComplexityGaps;
import dev.rote.tensor.Workers;
import java.util.Arrays;
import java.util.List;

/**
 * What is known only because it was seen, and because of whom.
 *
 * @param columns of all examples; NaN for those that were not learned from
 * @param influences on the examples asked about
 */
record Memory(List<ScoreColumn> columns, List<Findings.Influence> influences) {

    /** Identical examples do no harm with it. */
    private static final double JITTER = 1e-6;

    /**
     * Looks.
     *
     * @param size N
     * @param asked positions whose labels are to be explained
     */
    static Memory of(Sampled sampled, int size, int[] asked, Plan plan, Workers workers) {
        Task task = sampled.task();
        Reasons reasons = Reasons.of(task, NetLearner.WIDTH, plan.epochs(), sampled.places(asked), workers);
        Sampled few = sampled.atMost(plan.full().complexity());
        return new Memory(
                List.of(
                        column(
                                "memorization",
                                "By how much the loss of the given label is lower for the half of a net that saw it than for the half that"
                                        + " did not; any number, high means learned by heart.",
                                sampled.column(Memorization.of(task, NetLearner.WIDTH, plan.epochs(), workers), size)),
                        column(
                                "self_influence",
                                "How much of its own fit a net owes to the example, at least 0; high means that nothing else explains it.",
                                sampled.column(reasons.self(), size)),
                        column(
                                "complexity_gap",
                                "What its label adds to the complexity of all labels of "
                                        + few.rows().length
                                        + " examples, at least 0; high means that it disagrees with its surroundings.",
                                few.column(gaps(few.task(), workers), size))),
                reasons.why().stream()
                        .map(why -> new Findings.Influence(
                                sampled.rows()[why.example()], sampled.rows()[why.because()], why.value()))
                        .toList());
    }

    private static ScoreColumn column(String name, String meaning, double[] values) {
        return new ScoreColumn(name, meaning, false, values);
    }

    private static double[] gaps(Task task, Workers workers) {
        Dense scaled = task.features().scaled();
        float[][] inputs = new float[task.rows()][];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = Arrays.copyOfRange(scaled.values(), i * scaled.columns(), (i + 1) * scaled.columns());
        }
        return new ComplexityGaps(JITTER, workers).exact(inputs, task.labels());
    }
}
