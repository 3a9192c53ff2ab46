package dev.rote.audit;

import dev.rote.audit.features.Input;
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
        if (NaiveBayesLearner.suits(input.features().linear())) {
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
        Verdict verdict = Verdict.of(task, rows, belief, votes(task, opinions), cannotTell(task, rows, opinions));
        return planted > 0 && verdict.cannotTell().isEmpty()
                ? plant(task, rows, belief, verdict, workers, progress)
                : verdict;
    }

    /** Puts wrong labels among the others, lets the committee judge all again, and expects what it finds. */
    private Verdict plant(
            Task task,
            int[] rows,
            Belief belief,
            Verdict verdict,
            Workers workers,
            ObjDoubleConsumer<String> progress) {
        PlantedNoise noise = PlantedNoise.of(
                belief.channel(),
                task.labels(),
                verdict.quality(),
                rows,
                planted,
                task.seeds().of("planted"));
        List<double[][]> opinions = committee
                .judge(task.labelled(noise.labels()), workers, progress)
                .each();
        return verdict.expecting(Planting.of(belief.seeing(opinions), noise));
    }

    /** The most probable class, of equals the first. */
    static int best(double[] p) {
        int best = 0;
        for (int k = 1; k < p.length; k++) {
            best = p[k] > p[best] ? k : best;
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
