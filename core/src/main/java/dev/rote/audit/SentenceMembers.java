package dev.rote.audit;

import dev.rote.audit.features.Dense;
import dev.rote.audit.features.Input;
import dev.rote.audit.learners.Learner;
import dev.rote.audit.learners.LinearLearner;
import dev.rote.audit.learners.NeighboursLearner;
import dev.rote.audit.learners.OnVectors;
import dev.rote.tensor.Workers;
import java.util.List;
import java.util.function.DoubleConsumer;

/**
 * The members that look at what texts mean: logistic regression and nearest neighbours on sentence vectors, where cosine and Euclidean distance agree.
 *
 * @param members none where there are no texts, or they are not encoded
 * @param notices why they are not, where there are some
 */
record SentenceMembers(List<Learner> members, List<String> notices) {

    private static final String WITHOUT = "Judged by words alone, without sentence vectors, which find more: ";

    /**
     * Encodes the texts, if the plan wants it.
     *
     * @param progress told which share of the work is done, again and again
     */
    static SentenceMembers of(Input input, Plan plan, Workers workers, DoubleConsumer progress) {
        if (input.sentences().isEmpty() || plan.level() == Level.QUICK) {
            return new SentenceMembers(List.of(), List.of());
        }
        if (!plan.encodes(input)) {
            return without("the plan encodes no more than " + plan.sentences() + " texts (sentences in plan.yaml).");
        }
        try {
            Dense vectors = input.sentences().get().vectors(workers, progress);
            return new SentenceMembers(
                    List.of(
                            new OnVectors(new LinearLearner(), vectors, "sentence-linear"),
                            new OnVectors(new NeighboursLearner(), vectors, "sentence-neighbours")),
                    List.of());
        } catch (LinkageError missing) {
            // No native code for this platform, or the module was left out of the class path.
            return without("the model does not run here: " + missing + ".");
        }
    }

    private static SentenceMembers without(String reason) {
        return new SentenceMembers(List.of(), List.of(WITHOUT + reason));
    }
}
