package dev.rote.audit;

import dev.rote.audit.learners.Learner;
import dev.rote.audit.learners.Task;
import dev.rote.tensor.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjDoubleConsumer;

/**
 * Learners of different kinds that judge every example out of sample, and what they think together: the mean of their probabilities.
 *
 * <p>Each kind of model is wrong in its own way about what is hard, and most kinds agree about what is mislabelled.
 *
 * @param members the learners
 */
record Committee(List<Learner> members) {

    Committee {
        members = List.copyOf(members);
    }

    /**
     * What each member says, [M] of [N][K].
     *
     * @param progress told each member's name when it is done, and its share of the work
     */
    List<double[][]> judge(Task task, Workers workers, ObjDoubleConsumer<String> progress) {
        List<double[][]> each = new ArrayList<>();
        for (Learner member : members) {
            each.add(member.outOfSample(task, workers));
            progress.accept(member.name(), 1.0 / members.size());
        }
        return List.copyOf(each);
    }

    /** The mean of several opinions on the same examples. */
    static double[][] mean(List<double[][]> opinions) {
        double[][] first = opinions.get(0);
        double[][] mean = new double[first.length][first[0].length];
        for (double[][] opinion : opinions) {
            for (int i = 0; i < mean.length; i++) {
                for (int k = 0; k < mean[i].length; k++) {
                    mean[i][k] += opinion[i][k] / opinions.size();
                }
            }
        }
        return mean;
    }
}
