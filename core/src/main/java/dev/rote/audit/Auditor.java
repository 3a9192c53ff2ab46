package dev.rote.audit;

import dev.rote.audit.features.Input;
import dev.rote.audit.learners.Folds;
import dev.rote.audit.learners.Task;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ObjDoubleConsumer;

/** Carries out an audit: examples and a plan in, findings out. */
public final class Auditor {

    private Auditor() {}

    /** What will be done, in a sentence. */
    public static String words(Input input, Plan plan) {
        int learned = Math.min(plan.learn(), input.size());
        return String.format(
                Locale.ROOT,
                "%s: %d examples of %d classes; %slearns from %s, about %d s of one core",
                input.source(),
                input.size(),
                input.classes().size(),
                plan.encodes(input) ? "encodes their texts, " : "",
                learned < input.size() ? learned + " of them" : "all of them",
                Math.max(1, Math.round(plan.seconds(input))));
    }

    /**
     * Audits.
     *
     * @param progress told what was done, and its share of the whole
     */
    public static Findings audit(Input input, Plan plan, Workers workers, ObjDoubleConsumer<String> progress) {
        Seeds seeds = new Seeds(plan.seed()).of("audit");
        int classes = input.classes().size();
        int[] folds = Folds.of(input.labels(), classes, input.groups(), plan.folds(), seeds);
        boolean[] learn = Sample.of(input.labels(), classes, plan.learn(), seeds);
        Task task = new Task(input.features(), input.labels(), classes, folds, learn, seeds);
        List<String> notices = new ArrayList<>(input.notices());
        if (plan.learn() < input.size()) {
            notices.add("Learned from " + plan.learn() + " of " + input.size()
                    + " examples, drawn class by class; all were judged.");
        }
        double encoding = plan.encodingSeconds(input) / plan.seconds(input);
        SentenceMembers sentences = SentenceMembers.of(
                input, plan, workers, share -> progress.accept("sentence vectors", encoding * share));
        notices.addAll(sentences.notices());
        ObjDoubleConsumer<String> rest = (what, share) -> progress.accept(what, (1 - encoding) * share);
        return switch (plan.level()) {
            case QUICK ->
                Quick.judge(task, input.groups(), plan, workers, rest)
                        .findings(input, plan, notices, Findings.Extras.NONE);
            case DEFAULT ->
                Judging.of(input, plan, sentences.members())
                        .judge(task, workers, rest)
                        .findings(input, plan, notices, Findings.Extras.NONE);
            case FULL ->
                FullAudit.audit(
                        input, plan, task, Judging.of(input, plan, sentences.members()), workers, rest, notices);
        };
    }
}
