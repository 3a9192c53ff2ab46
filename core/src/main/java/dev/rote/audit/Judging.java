package dev.rote.audit;

import dev.rote.audit.features.Input;
import dev.rote.audit.features.Sparse;
import dev.rote.audit.learners.ForestLearner;
import dev.rote.audit.learners.Learner;
import dev.rote.audit.learners.LinearLearner;
import dev.rote.audit.learners.NaiveBayesLearner;
import dev.rote.audit.learners.NeighboursLearner;
import dev.rote.audit.learners.NetLearner;
import dev.rote.audit.learners.Task;
import dev.rote.tensor.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjDoubleConsumer;
import java.util.stream.IntStream;

/** From what a committee says out of sample to what is believed of every label. */
record Judging(Committee committee) {

    private static final int WIDTH = 128;

    /** The usual committee: models of kinds as different as can be, because their mistakes then are. */
    static Judging of(Input input, Plan plan) {
        List<Learner> members = new ArrayList<>(List.of(
                new LinearLearner(),
                new ForestLearner(input.groups()),
                ForestLearner.extraTrees(input.groups()),
                new NetLearner(WIDTH, plan.epochs()),
                new NeighboursLearner()));
        if (input.features().linear() instanceof Sparse words && countable(words)) {
            members.add(new NaiveBayesLearner());
        }
        return new Judging(new Committee(members));
    }

    /** Whether these may be weights of words; standardised numbers are not. */
    private static boolean countable(Sparse words) {
        for (float weight : words.values()) {
            if (!(weight >= 0)) {
                return false;
            }
        }
        return true;
    }

    /** What is believed. */
    Verdict judge(Task task, Workers workers, ObjDoubleConsumer<String> progress) {
        int[] rows =
                IntStream.range(0, task.rows()).filter(i -> task.learn()[i]).toArray();
        List<double[][]> opinions = committee.judge(task, workers, progress).each();
        Belief belief = Belief.of(opinions, task.labels(), rows);
        double[] quality = new double[task.rows()];
        int[] suggested = new int[task.rows()];
        boolean[] issue = new boolean[task.rows()];
        for (int i = 0; i < quality.length; i++) {
            int given = task.labels()[i];
            double[] believed = belief.posterior(i, given);
            quality[i] = believed[given];
            issue[i] = quality[i] < 0.5;
            suggested[i] = issue[i] ? likeliestOther(believed, given) : given;
        }
        Interval noise = belief.noise(task.labels(), rows);
        Planting planting = Planting.of(belief, task.labels(), quality, rows, task.seeds());
        return new Verdict(
                quality,
                suggested,
                issue,
                noise,
                belief.channel(),
                Verdict.expected(quality, issue, noise.value(), planting),
                votes(task, opinions),
                cannotTell(task, rows, opinions));
    }

    /** The most probable class beside the given one. */
    static int likeliestOther(double[] p, int given) {
        int best = given == 0 ? 1 : 0;
        for (int k = 0; k < p.length; k++) {
            best = k != given && p[k] > p[best] ? k : best;
        }
        return best;
    }

    /** How probable each member finds the given label. */
    private List<ScoreColumn> votes(Task task, List<double[][]> opinions) {
        List<ScoreColumn> votes = new ArrayList<>();
        for (int m = 0; m < opinions.size(); m++) {
            String name = committee.members().get(m).name();
            double[][] opinion = opinions.get(m);
            votes.add(new ScoreColumn(
                    name.replace('-', '_'),
                    "How probable the " + name
                            + " learner, which never saw it, finds the given label, from 0 to 1; low is suspicious.",
                    true,
                    IntStream.range(0, task.rows())
                            .mapToDouble(i -> opinion[i][task.labels()[i]])
                            .toArray()));
        }
        return votes;
    }

    private static Optional<String> cannotTell(Task task, int[] rows, List<double[][]> opinions) {
        double[][] mean = Committee.mean(opinions);
        return Signal.missing(task.labels(), task.classes(), rows, row -> likeliest(mean[row]) == task.labels()[row]);
    }

    private static int likeliest(double[] p) {
        int best = 0;
        for (int k = 1; k < p.length; k++) {
            best = p[k] > p[best] ? k : best;
        }
        return best;
    }
}
