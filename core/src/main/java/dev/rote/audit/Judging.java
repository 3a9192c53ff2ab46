package dev.rote.audit;

import dev.rote.audit.features.Input;
import dev.rote.audit.features.Sparse;
import dev.rote.audit.learners.ForestLearner;
import dev.rote.audit.learners.Learner;
import dev.rote.audit.learners.LinearLearner;
import dev.rote.audit.learners.NaiveBayesLearner;
import dev.rote.audit.learners.NeighboursLearner;
import dev.rote.audit.learners.NetLearner;
import dev.rote.audit.learners.PictureLearner;
import dev.rote.audit.learners.Task;
import dev.rote.tensor.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
        if (input.features().linear() instanceof Sparse) {
            members.add(new NaiveBayesLearner());
        }
        pictures(input, plan).ifPresent(members::add);
        return new Judging(new Committee(members));
    }

    /**
     * The member that looks at pictures themselves: where they are in colour, or a full audit was asked for.
     *
     * <p>It costs more than all others together. Without it, wrong labels of small grey pictures are found nearly as well, those in colour are not.
     */
    static Optional<PictureLearner> pictures(Input input, Plan plan) {
        return input.pictures()
                .filter(PictureLearner::takes)
                .filter(pictures -> plan.level() == Level.FULL
                        || plan.level() == Level.DEFAULT
                                && pictures.inputs().dims().get(0) == 3)
                .map(PictureLearner::new);
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

    /** Nothing can be said where the committee predicts the labels no better than the most frequent class would. */
    private static Optional<String> cannotTell(Task task, int[] rows, List<double[][]> opinions) {
        double[][] mean = Committee.mean(opinions);
        int[] counts = new int[task.classes()];
        int right = 0;
        for (int row : rows) {
            counts[task.labels()[row]]++;
            int best = 0;
            for (int k = 1; k < mean[row].length; k++) {
                best = mean[row][k] > mean[row][best] ? k : best;
            }
            right += best == task.labels()[row] ? 1 : 0;
        }
        double share = (double) right / rows.length;
        double usual = (double) Arrays.stream(counts).max().orElse(0) / rows.length;
        double chance = 2 * Math.sqrt(usual * (1 - usual) / rows.length);
        return share > usual + chance
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "What is known of the examples does not predict their labels: out of sample %.1f %% are predicted"
                                + " as labelled, and the most frequent class alone is %.1f %%.",
                        100 * share,
                        100 * usual));
    }
}
