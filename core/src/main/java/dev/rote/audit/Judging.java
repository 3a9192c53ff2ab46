package dev.rote.audit;

import dev.rote.audit.features.Input;
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
import java.util.List;
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

    /**
     * The usual committee: models of kinds as different as can be, because their mistakes then are.
     *
     * @param more members besides
     */
    static Judging of(Input input, Plan plan, List<Learner> more) {
        List<Learner> members = new ArrayList<>(List.of(
                new LinearLearner(),
                new ForestLearner(input.groups()),
                ForestLearner.extraTrees(input.groups()),
                new NetLearner(NetLearner.WIDTH, plan.epochs()),
                new NeighboursLearner()));
        if (NaiveBayesLearner.suits(input.features().linear())) {
            members.add(new NaiveBayesLearner());
        }
        pictures(input, plan).ifPresent(members::add);
        members.addAll(more);
        double planted = plan.level() == Level.FULL ? plan.full().planted() : 0;
        return new Judging(new Committee(members), planted);
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
        int[] rows = task.learned();
        List<double[][]> opinions = committee.judge(task, workers, progress);
        Belief belief = Belief.of(opinions, task.labels(), rows);
        Verdict verdict = Verdict.of(
                task, rows, belief, votes(task, opinions), Signal.missing(task, rows, Committee.mean(opinions)));
        return planted > 0 && verdict.cannotTell().isEmpty()
                ? verdict.expecting(
                        plant(task, rows, belief, verdict.quality(), workers, progress),
                        SureNoise.rate(belief, task.labels(), rows))
                : verdict;
    }

    /** Puts wrong labels among the others, and lets the committee judge all again. */
    private Planting plant(
            Task task,
            int[] rows,
            Belief belief,
            double[] quality,
            Workers workers,
            ObjDoubleConsumer<String> progress) {
        PlantedNoise noise = PlantedNoise.of(
                belief.channel(),
                task.labels(),
                quality,
                rows,
                planted,
                task.seeds().of("planted"));
        List<double[][]> opinions = committee.judge(task.labelled(noise.labels()), workers, progress);
        return Planting.of(belief.seeing(opinions), noise);
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
                    Suspicious.LOW,
                    IntStream.range(0, task.rows())
                            .mapToDouble(i -> opinion[i][task.labels()[i]])
                            .toArray()));
        }
        return votes;
    }
}
