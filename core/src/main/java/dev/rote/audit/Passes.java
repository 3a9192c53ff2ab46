package dev.rote.audit;

import dev.rote.audit.features.Input;
import dev.rote.audit.features.Sparse;
import dev.rote.audit.learners.ForestLearner;
import dev.rote.audit.learners.Learner;
import dev.rote.audit.learners.LinearLearner;
import dev.rote.audit.learners.NaiveBayesLearner;
import dev.rote.audit.learners.NeighboursLearner;
import dev.rote.audit.learners.NetLearner;
import dev.rote.audit.learners.SimilarityLearner;
import dev.rote.audit.learners.Task;
import dev.rote.estimates.Bootstrap;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ObjDoubleConsumer;
import java.util.stream.IntStream;

/**
 * Two passes of a committee: the second learns without what the first believes to be wrong, and both are pooled.
 *
 * <p>Where one class is often labelled as another, every learner learns the wrong label with about the rate of the confusion. Once most of it
 * is left out of the learning, right and wrong labels come apart.
 */
record Passes(List<Learner> members) {

    private static final int SAMPLES = 200;

    /** The usual committee. */
    static Passes of(Input input, Plan plan) {
        List<Learner> members = new ArrayList<>(List.of(
                new LinearLearner(),
                new ForestLearner(input.groups()),
                new NetLearner(128, plan.epochs()),
                new NeighboursLearner()));
        if (input.features().linear() instanceof Sparse) {
            members.add(new NaiveBayesLearner());
            members.add(new SimilarityLearner());
        }
        return new Passes(members);
    }

    /** What both passes believe. */
    Verdict judge(Task task, Workers workers, ObjDoubleConsumer<String> progress) {
        int[] rows =
                IntStream.range(0, task.rows()).filter(i -> task.learn()[i]).toArray();
        Committee committee = new Committee(members);
        List<double[][]> opinions =
                new ArrayList<>(committee.judge(task, workers, half(progress)).each());
        double[][] first = Pool.fit(opinions, task.labels(), rows).posterior(opinions, task.labels());
        boolean[] credible = new boolean[task.rows()];
        for (int row : rows) {
            credible[row] = first[row][task.labels()[row]] >= 0.5;
        }
        opinions.addAll(committee
                .judge(task.learningFrom(credible), workers, half(progress))
                .each());
        Pool pool = Pool.fit(opinions, task.labels(), rows);
        return verdict(task, rows, opinions, pool);
    }

    private static ObjDoubleConsumer<String> half(ObjDoubleConsumer<String> progress) {
        return (what, share) -> progress.accept(what, share / 2);
    }

    private Verdict verdict(Task task, int[] rows, List<double[][]> opinions, Pool pool) {
        double[][] believed = pool.posterior(opinions, task.labels());
        double[] quality = new double[task.rows()];
        int[] suggested = new int[task.rows()];
        boolean[] issue = new boolean[task.rows()];
        for (int i = 0; i < quality.length; i++) {
            int given = task.labels()[i];
            quality[i] = believed[i][given];
            issue[i] = quality[i] < 0.5;
            suggested[i] = issue[i] ? likeliestOther(believed[i], given) : given;
        }
        Interval noise = noise(quality, rows, task.seeds());
        Planting planting = Planting.of(pool, opinions, task.labels(), quality, rows, task.seeds());
        return new Verdict(
                quality,
                suggested,
                issue,
                noise,
                pool.channel(),
                Verdict.expected(quality, issue, noise.value(), planting),
                votes(task, opinions),
                cannotTell(task, rows, opinions));
    }

    static int likeliestOther(double[] p, int given) {
        int best = given == 0 ? 1 : 0;
        for (int k = 0; k < p.length; k++) {
            best = k != given && p[k] > p[best] ? k : best;
        }
        return best;
    }

    static Interval noise(double[] quality, int[] rows, Seeds seeds) {
        double[] wrong =
                Arrays.stream(rows).mapToDouble(row -> 1 - quality[row]).toArray();
        Bootstrap.Interval drawn = Bootstrap.interval(
                wrong.length,
                SAMPLES,
                seeds.of("noise"),
                at -> Arrays.stream(at).mapToDouble(i -> wrong[i]).average().orElse(0));
        return new Interval(Arrays.stream(wrong).average().orElse(0), drawn.low(), drawn.high());
    }

    /** How probable each member of the second pass finds the given label. */
    private List<ScoreColumn> votes(Task task, List<double[][]> opinions) {
        List<ScoreColumn> votes = new ArrayList<>();
        for (int m = 0; m < members.size(); m++) {
            double[][] opinion = opinions.get(members.size() + m);
            votes.add(new ScoreColumn(
                    members.get(m).name(),
                    "How probable the " + members.get(m).name()
                            + " learner, which never saw it, finds the given label, from 0 to 1; low is suspicious.",
                    true,
                    IntStream.range(0, task.rows())
                            .mapToDouble(i -> opinion[i][task.labels()[i]])
                            .toArray()));
        }
        return votes;
    }

    /** Nothing can be said where the committee predicts the labels no better than the most frequent class would. */
    private Optional<String> cannotTell(Task task, int[] rows, List<double[][]> opinions) {
        double[][] mean = Committee.mean(opinions.subList(0, members.size()));
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
