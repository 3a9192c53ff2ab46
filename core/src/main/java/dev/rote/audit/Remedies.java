package dev.rote.audit;

import dev.rote.audit.Findings.Remedy;
import dev.rote.audit.learners.NetLearner;
import dev.rote.audit.learners.Task;
import dev.rote.audit.learners.TrainedNet;
import dev.rote.estimates.Bootstrap;
import dev.rote.losses.CrossEntropy;
import dev.rote.losses.Gce;
import dev.rote.methods.EarlyLearning;
import dev.rote.methods.Mixup;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Workers;
import dev.rote.train.Loss;
import dev.rote.train.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ObjDoubleConsumer;
import java.util.stream.IntStream;

/**
 * What to do about wrong labels, tried out: a small net is trained in each way, and its accuracy out of sample is
 *
 * <pre>{@code A = sum_i q_i 1[predicted_i = given_i] / sum_i q_i}</pre>
 *
 * <p>over the examples i whose label is not flagged, q their label quality. That is not the truth: where the committee is wrong about a label,
 * so is this, and the remedies that follow the committee, to drop and to relabel, are judged a little too well for it.
 *
 * <p>Intervals hold 95 % of {@value #SAMPLES} bootstrap samples of the examples; they do not tell how another training would come out.
 */
final class Remedies {

    private static final int SAMPLES = 500;

    /** Of five remedies the best looks good by luck: its gain must not be chance at 1 %, a fifth of 5 % (Bonferroni). */
    private static final double STRICTER = 2.576 / 1.96;

    private final int[] labels;
    private final double[] weight;
    private final Seeds seeds;
    private final List<String> names = new ArrayList<>();
    private final List<boolean[]> right = new ArrayList<>();
    private final List<Remedy> table = new ArrayList<>();

    /**
     * Nothing tried yet.
     *
     * @param labels as given, [S]
     * @param weight how much each example counts, [S], at least 0
     * @param seeds of the bootstrap samples, the same for every remedy
     */
    Remedies(int[] labels, double[] weight, Seeds seeds) {
        this.labels = labels;
        this.weight = weight;
        this.seeds = seeds;
    }

    /**
     * Tries them.
     *
     * @param task the examples that are learned from, all of them
     * @param quality of their labels
     * @param suggested for them; the given label where there is no doubt
     * @param issue whether they are flagged
     */
    static Remedies tried(
            Task task,
            double[] quality,
            int[] suggested,
            boolean[] issue,
            int epochs,
            Workers workers,
            ObjDoubleConsumer<String> progress) {
        double[] weight = IntStream.range(0, quality.length)
                .mapToDouble(i -> issue[i] ? 0 : quality[i])
                .toArray();
        boolean[] kept = new boolean[issue.length];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = !issue[i];
        }
        Remedies remedies = new Remedies(task.labels(), weight, task.seeds().of("remedies"));
        TrainedNet plain = new TrainedNet(NetLearner.WIDTH, epochs);
        List<Way> ways = List.of(
                new Way("the data as they are", plain, task),
                new Way("drop the flagged", plain, task.learningFrom(kept)),
                new Way("relabel the flagged as suggested", plain, task.labelled(suggested)),
                new Way("generalised cross-entropy", net(epochs, new Gce()), task),
                new Way("early-learning regularisation", net(epochs, new CrossEntropy(), new EarlyLearning()), task),
                new Way("mixup", net(epochs, new CrossEntropy(), new Mixup()), task));
        for (Way way : ways) {
            remedies.add(way.name(), way.net().outOfSample(way.task(), workers));
            progress.accept(way.name(), 1.0 / ways.size());
        }
        return remedies;
    }

    private record Way(String name, TrainedNet net, Task task) {}

    private static TrainedNet net(int epochs, Loss loss, Method... methods) {
        return new TrainedNet(NetLearner.WIDTH, epochs, loss, List.of(methods));
    }

    /** Takes in what a way to train predicts out of sample, [N][K]; the data as they are come first. */
    void add(String name, double[][] probabilities) {
        boolean[] hit = new boolean[weight.length];
        for (int i = 0; i < hit.length; i++) {
            hit[i] = Likeliest.of(probabilities[i]) == labels[i];
        }
        names.add(name);
        right.add(hit);
        table.add(new Remedy(name, interval(i -> hit[i] ? 1 : 0)));
    }

    /** The table, the data as they are first. */
    List<Remedy> table() {
        return List.copyOf(table);
    }

    /** What to do, in a sentence. */
    String advice() {
        int best = 1;
        for (int i = 2; i < table.size(); i++) {
            best = table.get(i).accuracy().value() > table.get(best).accuracy().value() ? i : best;
        }
        Interval base = table.get(0).accuracy();
        Interval gain = gain(right.get(best), right.get(0));
        boolean clear = gain.value() - STRICTER * (gain.value() - gain.low()) > 0;
        return clear
                ? String.format(
                        Locale.ROOT,
                        "Best of what was tried is to %s: accuracy out of sample, %.1f %% with the data as they are, rises by %.1f points"
                                + " (95 %%: %.1f to %.1f).",
                        verb(names.get(best)),
                        100 * base.value(),
                        100 * gain.value(),
                        100 * gain.low(),
                        100 * gain.high())
                : String.format(
                        Locale.ROOT,
                        "No remedy is clearly better than the data as they are, with which accuracy out of sample is %.1f %%: the best of"
                                + " them, to %s, changes it by %+.1f points (95 %%: %+.1f to %+.1f).",
                        100 * base.value(),
                        verb(names.get(best)),
                        100 * gain.value(),
                        100 * gain.low(),
                        100 * gain.high());
    }

    private static String verb(String name) {
        return name.startsWith("drop") || name.startsWith("relabel") ? name : "train with " + name;
    }

    /** By how much the accuracy of one is above that of another, on the same bootstrap samples. */
    private Interval gain(boolean[] one, boolean[] other) {
        return interval(i -> (one[i] ? 1 : 0) - (other[i] ? 1 : 0));
    }

    /** What an example contributes. */
    private interface Value {
        double of(int i);
    }

    private Interval interval(Value of) {
        double value = share(IntStream.range(0, weight.length).toArray(), of);
        Bootstrap.Interval bounds =
                Bootstrap.interval(weight.length, SAMPLES, seeds, positions -> share(positions, of));
        return new Interval(value, bounds.low(), bounds.high());
    }

    private double share(int[] positions, Value of) {
        double sum = 0;
        double total = 0;
        for (int i : positions) {
            sum += weight[i] * of.of(i);
            total += weight[i];
        }
        return sum / total;
    }
}
