package dev.rote.audit;

import dev.rote.audit.features.Input;
import dev.rote.audit.learners.Dynamics;
import dev.rote.audit.learners.NetLearner;
import dev.rote.audit.learners.Task;
import dev.rote.tensor.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ObjDoubleConsumer;

/** All that can be found: besides what is believed of every label, how it was learned, what is memorised, and what to do about it. */
final class FullAudit {

    /** How the time is shared, for whoever waits. */
    private static final double JUDGING = 0.3;

    private static final double LEARNING = 0.05;
    private static final double REMEDIES = 0.25;

    private FullAudit() {}

    static Findings audit(
            Input input,
            Plan plan,
            Task task,
            Judging judging,
            Workers workers,
            ObjDoubleConsumer<String> progress,
            List<String> notices) {
        Verdict verdict = judging.judge(task, workers, (what, share) -> progress.accept(what, JUDGING * share));
        Sampled sampled = Sampled.of(task);
        int size = task.rows();
        List<ScoreColumn> columns = new ArrayList<>();
        for (ScoreColumn column : hardness(dynamics(input, plan, sampled, workers))) {
            columns.add(new ScoreColumn(
                    column.name(), column.meaning(), column.suspicious(), sampled.column(column.values(), size)));
        }
        progress.accept("dynamics", LEARNING);
        int[] asked = Arrays.stream(Verdict.worst(verdict.quality()))
                .limit(plan.full().explained())
                .toArray();
        Memory memory = Memory.of(sampled, size, asked, plan, workers);
        columns.addAll(memory.columns());
        progress.accept("memory", 2 * LEARNING);
        List<int[]> conflicts = Conflicts.of(input.duplicates(), input.labels());
        Findings.Extras extras = new Findings.Extras(List.of(), "", memory.influences(), conflicts);
        if (verdict.cannotTell().isEmpty() && plan.full().remedies()) {
            Remedies remedies = remedies(plan, sampled, verdict, workers, progress);
            extras = new Findings.Extras(remedies.table(), remedies.advice(), memory.influences(), conflicts);
        }
        return verdict.with(columns).findings(input, plan, notices, extras);
    }

    /** Of the net that looks at the pictures, where one does: else of one on the features. */
    private static Dynamics dynamics(Input input, Plan plan, Sampled sampled, Workers workers) {
        return Judging.pictures(input, plan)
                .map(learner -> Dynamics.all(sampled.task(), learner.at(sampled.rows()), workers))
                .orElseGet(
                        () -> Dynamics.all(sampled.task(), new NetLearner(NetLearner.WIDTH, plan.epochs()), workers));
    }

    private static List<ScoreColumn> hardness(Dynamics dynamics) {
        List<ScoreColumn> columns = Quick.columns(dynamics);
        columns.add(new ScoreColumn(
                "vog",
                "Variance of gradients: how much the slope of the given label's output still changed over the last three epochs, in"
                        + " standard deviations above the mean of its class; any number, high means hard.",
                Suspicious.NEITHER,
                dynamics.vog()));
        return columns;
    }

    private static Remedies remedies(
            Plan plan, Sampled sampled, Verdict verdict, Workers workers, ObjDoubleConsumer<String> progress) {
        boolean[] issue = new boolean[sampled.rows().length];
        for (int i = 0; i < issue.length; i++) {
            issue[i] = verdict.issue()[sampled.rows()[i]];
        }
        return Remedies.tried(
                sampled.task(),
                sampled.of(verdict.quality()),
                sampled.of(verdict.suggested()),
                issue,
                plan.epochs(),
                workers,
                (what, share) -> progress.accept(what, REMEDIES * share));
    }
}
