package dev.rote.bench;

import dev.rote.audit.features.Dense;
import dev.rote.audit.features.Features;
import dev.rote.audit.learners.Dynamics;
import dev.rote.audit.learners.Folds;
import dev.rote.audit.learners.ForestLearner;
import dev.rote.audit.learners.Learner;
import dev.rote.audit.learners.LinearLearner;
import dev.rote.audit.learners.NeighboursLearner;
import dev.rote.audit.learners.NetLearner;
import dev.rote.audit.learners.Task;
import dev.rote.data.Examples;
import dev.rote.data.files.Digits;
import dev.rote.data.files.Mnist;
import dev.rote.data.prepare.AveragePool;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Workers;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Times the audit's learners and tells how well they find planted wrong labels, one line of JSON a learner: processor seconds of the whole
 * process for the first call and the least of the others, and the average precision of {@code 1 - p(given label)}; of the training
 * dynamics, which are no learner, that of the area under the margin.
 *
 * <p>Arguments, each optional, with their defaults: {@code data=digits only= noise=0.2 rounds=2 workers=1 seed=0 export=}. {@code data=mnist}
 * takes the 10,000 test pictures in 14 x 14, looked for in {@code ROTE_DATA}; {@code export} names a file to write true label, given label
 * and fold of each row to, for the peers.
 */
public final class Learners {

    private Learners() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, String> defaults = new LinkedHashMap<>();
        defaults.put("data", "digits");
        defaults.put("only", "");
        defaults.put("noise", "0.2");
        defaults.put("rounds", "2");
        defaults.put("workers", "1");
        defaults.put("seed", "0");
        defaults.put("export", "");
        Options options = Options.read(defaults, arguments);
        Seeds seeds = new Seeds(options.whole("seed"));
        Examples examples = options.is("data", "mnist")
                ? Examples.of(
                        new AveragePool().apply(new Mnist().open(seeds), seeds).get("test"), "the benchmark")
                : Examples.of(new Digits(0).open(seeds).get("train"), "the benchmark");
        int[] truth = examples.labels();
        int[] given = noisy(truth, 10, options.number("noise"), seeds.of("noise"));
        int[] folds = Folds.of(given, 10, seeds);
        boolean[] learn = new boolean[given.length];
        Arrays.fill(learn, true);
        Task task = new Task(features(examples), given, 10, folds, learn, seeds);
        if (!options.is("export", "")) {
            export(options.values().getOrDefault("export", ""), truth, given, folds);
        }
        int rounds = options.whole("rounds");
        try (Workers workers = new Workers(options.whole("workers"))) {
            workers.forEach(1, i -> seeds.bits(0));
            for (Learner learner : new Learner[] {
                new LinearLearner(),
                new ForestLearner(),
                ForestLearner.extraTrees(new int[0]),
                new NeighboursLearner(),
                new NetLearner()
            }) {
                if (options.is("only", "") || options.is("only", learner.name())) {
                    time(learner.name(), () -> suspicion(learner, task, workers), task, truth, rounds);
                }
            }
            if (options.is("only", "") || options.is("only", "dynamics")) {
                time("dynamics", () -> suspicion(Dynamics.of(task, new NetLearner(), workers)), task, truth, rounds);
            }
        }
    }

    private static Features features(Examples examples) {
        int width = examples.rows().width();
        long[] ids = examples.ids();
        float[] plain = new float[ids.length * width];
        for (int i = 0; i < ids.length; i++) {
            examples.rows().read(ids[i], plain, i * width);
        }
        float[] scaled = plain.clone();
        for (int j = 0; j < width; j++) {
            double sum = 0;
            double squares = 0;
            for (int i = j; i < plain.length; i += width) {
                sum += plain[i];
                squares += (double) plain[i] * plain[i];
            }
            double mean = sum / ids.length;
            double deviation = Math.sqrt(Math.max(0, squares / ids.length - mean * mean));
            for (int i = j; i < plain.length; i += width) {
                scaled[i] = deviation < 1e-9 ? 0 : (float) ((plain[i] - mean) / deviation);
            }
        }
        Dense standard = new Dense(scaled, width);
        return new Features(standard, standard, new Dense(plain, width));
    }

    /** An exact number of labels moved to another class, each as likely. */
    private static int[] noisy(int[] truth, int classes, double rate, Seeds seeds) {
        int[] given = truth.clone();
        int[] order = seeds.permutation(truth.length);
        for (int i = 0; i < Math.round(rate * truth.length); i++) {
            int row = order[i];
            given[row] = (truth[row] + 1 + seeds.of("class").below(classes - 1, row)) % classes;
        }
        return given;
    }

    private static void export(String name, int[] truth, int[] given, int[] folds) throws IOException {
        try (PrintWriter out = new PrintWriter(name, "UTF-8")) {
            for (int i = 0; i < truth.length; i++) {
                out.println(truth[i] + " " + given[i] + " " + folds[i]);
            }
        }
    }

    private static void time(String name, Supplier<double[]> suspicion, Task task, int[] truth, int rounds) {
        double first = 0;
        double least = Double.POSITIVE_INFINITY;
        double[] answer = {};
        for (int round = 0; round < rounds; round++) {
            long before = CpuTime.nanos();
            answer = suspicion.get();
            double seconds = CpuTime.secondsSince(before);
            first = round == 0 ? seconds : first;
            least = round == 0 ? least : Math.min(least, seconds);
        }
        System.out.printf(
                Locale.ROOT,
                "{\"learner\": \"%s\", \"rows\": %d, \"first_cpu\": %.2f, \"least_cpu\": %.2f, \"ap\": %.4f}%n",
                name,
                truth.length,
                first,
                least,
                averagePrecision(answer, truth, task.labels()));
    }

    private static double[] suspicion(Learner learner, Task task, Workers workers) {
        double[][] probabilities = learner.outOfSample(task, workers);
        return IntStream.range(0, task.rows())
                .mapToDouble(i -> 1 - probabilities[i][task.labels()[i]])
                .toArray();
    }

    private static double[] suspicion(Dynamics dynamics) {
        return Arrays.stream(dynamics.margin()).map(margin -> -margin).toArray();
    }

    /** The mean, over wrong labels, of the share of wrong ones among those at least as suspicious; ties in the order of rows. */
    private static double averagePrecision(double[] suspicion, int[] truth, int[] given) {
        int[] order = IntStream.range(0, truth.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -suspicion[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        int found = 0;
        double sum = 0;
        for (int i = 0; i < order.length; i++) {
            if (truth[order[i]] != given[order[i]]) {
                sum += (double) ++found / (i + 1);
            }
        }
        return sum / found;
    }
}
