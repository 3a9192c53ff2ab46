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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ObjDoubleConsumer;
import java.util.stream.IntStream;

/**
 * From what a committee says out of sample to what is believed of every label.
 *
 * @param committee who judges
 * @param planted share of the credible labels that are replaced by wrong ones for a second judgement, to see how many are found; 0 for none
 */
record Judging(Committee committee, double planted) {

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
        double planted = plan.level() == Level.FULL ? plan.full().planted() : 0;
        return new Judging(new Committee(members), planted);
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
        Optional<String> cannotTell = cannotTell(task, rows, opinions);
        List<String> notices = new ArrayList<>();
        Planting planting = planted > 0 && cannotTell.isEmpty()
                ? plant(task, belief, quality, rows, workers, progress, notices)
                : Planting.of(belief, task.labels(), quality, rows, task.seeds());
        return new Verdict(
                quality,
                suggested,
                issue,
                noise,
                belief.channel(),
                Verdict.expected(quality, issue, noise.value(), planting),
                votes(task, opinions),
                cannotTell,
                notices);
    }

    /** Puts wrong labels among the others, and lets the committee judge all again. */
    private Planting plant(
            Task task,
            Belief belief,
            double[] quality,
            int[] rows,
            Workers workers,
            ObjDoubleConsumer<String> progress,
            List<String> notices) {
        PlantedNoise noise = PlantedNoise.of(
                belief.channel(),
                task.labels(),
                quality,
                rows,
                planted,
                task.seeds().of("planted"));
        List<double[][]> opinions = committee
                .judge(task.labelled(noise.labels()), workers, progress)
                .each();
        Planting planting = Planting.of(belief.seeing(opinions), noise);
        int count = noise.rows().length;
        notices.add(String.format(
                Locale.ROOT,
                "To see what is found, %d labels were made wrong and everything was judged again: %d of them would have been flagged.",
                count,
                Math.round(planting.recall(Math.nextDown(0.5)) * count)));
        return planting;
    }

    /** The most probable class, of equals the first. */
    static int best(double[] p) {
        int best = 0;
        for (int k = 1; k < p.length; k++) {
            best = p[k] > p[best] ? k : best;
        }
        return best;
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
            right += best(mean[row]) == task.labels()[row] ? 1 : 0;
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
