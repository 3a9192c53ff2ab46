package dev.rote.audit;

import dev.rote.audit.features.Dense;
import dev.rote.audit.learners.Memorization;
import dev.rote.audit.learners.NetLearner;
import dev.rote.audit.learners.Reasons;
import dev.rote.audit.learners.Task;
import dev.rote.scores.ComplexityGaps;
import dev.rote.tensor.Workers;
import java.util.ArrayList;
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
        List<ScoreColumn> columns = new ArrayList<>(List.of(
                column(
                        "memorization",
                        "By how much the loss of the given label is lower for the half of a net that saw it than for the half that"
                                + " did not; any number, high means learned by heart.",
                        sampled.column(Memorization.of(task, NetLearner.WIDTH, plan.epochs(), workers), size)),
                column(
                        "self_influence",
                        "How much of its own fit a net owes to the example, at least 0; high means that nothing else explains it.",
                        sampled.column(reasons.self(), size))));
        columns.addAll(
                gaps(sampled.atMost(plan.full().complexity()), size, plan.full().draws(), workers));
        return new Memory(
                columns,
                reasons.why().stream()
                        .map(why -> new Findings.Influence(
                                sampled.rows()[why.example()], sampled.rows()[why.because()], why.value()))
                        .toList());
    }

    private static ScoreColumn column(String name, String meaning, double[] values) {
        return new ScoreColumn(name, meaning, Suspicious.HIGH, values);
    }

    private static List<ScoreColumn> gaps(Sampled few, int size, int draws, Workers workers) {
        Task task = few.task();
        Dense scaled = task.features().scaled();
        float[][] inputs = new float[task.rows()][];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = Arrays.copyOfRange(scaled.values(), i * scaled.columns(), (i + 1) * scaled.columns());
        }
        ComplexityGaps gaps = new ComplexityGaps(JITTER, workers);
        List<ScoreColumn> columns = new ArrayList<>();
        columns.add(column(
                "complexity_gap",
                "What its label adds to the complexity of all labels of " + task.rows()
                        + " examples, at least 0; high means that it disagrees with its surroundings.",
                few.column(gaps.exact(inputs, task.labels()), size)));
        if (draws > 0) {
            columns.add(column(
                    "complexity_gap_paper",
                    "The same as published, of its class against as many others, mean over " + draws
                            + " draws of them, at least 0; high means the same.",
                    few.column(
                            gaps.sampled(
                                    inputs,
                                    task.labels(),
                                    1,
                                    draws,
                                    task.seeds().of("complexity-gap")),
                            size)));
        }
        return columns;
    }
}
