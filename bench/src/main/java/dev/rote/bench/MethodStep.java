package dev.rote.bench;

import dev.rote.data.Parts;
import dev.rote.methods.CoTeaching;
import dev.rote.methods.DivideMix;
import dev.rote.methods.EarlyLearning;
import dev.rote.methods.ForwardCorrection;
import dev.rote.methods.Jocor;
import dev.rote.methods.LearningToReweight;
import dev.rote.methods.ManifoldMixup;
import dev.rote.methods.Mixup;
import dev.rote.methods.RhoLoss;
import dev.rote.methods.RobustEarlyLearning;
import dev.rote.methods.Sam;
import dev.rote.methods.SelfAdaptiveTraining;
import dev.rote.methods.TransitionSource;
import dev.rote.nets.Model;
import dev.rote.nets.Net;
import dev.rote.nets.Twins;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Workers;
import dev.rote.train.Loop;
import dev.rote.train.Method;
import dev.rote.train.Recorder;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Times what each method adds to a step: a training with the method and one without take turns, some epochs each, and the median of
 * the ratios is printed, one line of JSON a method.
 *
 * <p>Arguments, each optional, with their defaults: {@code net=mlp rounds=15 warmup=5 epochs=2 workers=1}. {@code net=cnn} is the
 * small convolutional net; {@code only=sam} times one method. Both have batches of 128, but for rho, which chooses 32 of 320 and is
 * compared with batches of 32. {@code cpu} is the ratio of the processor time of the one thread that computes, which other programs
 * disturb least; {@code wall} that of the time by the clock.
 */
public final class MethodStep {

    private static final int EXAMPLES = 1280;
    private static final int CLASSES = 10;

    /** One line of the table: what the method makes of batches of this size, beside plain training on {@code plain} rows. */
    private record Row(Method method, int batch, int plain, boolean twins) {}

    private MethodStep() {}

    public static void main(String[] arguments) {
        Map<String, String> defaults = new LinkedHashMap<>();
        defaults.put("net", "mlp");
        defaults.put("rounds", "15");
        defaults.put("warmup", "5");
        defaults.put("epochs", "2");
        defaults.put("workers", "1");
        defaults.put("only", "");
        Options options = Options.read(defaults, arguments);
        rows().forEach((name, row) -> {
            if (options.is("only", "") || options.is("only", name)) {
                time(name, row, options);
            }
        });
    }

    private static Map<String, Row> rows() {
        Map<String, Row> rows = new LinkedHashMap<>();
        rows.put("none", row(null));
        rows.put("sam", row(new Sam()));
        rows.put("mixup", row(new Mixup()));
        rows.put("manifold-mixup", row(new ManifoldMixup()));
        rows.put("forward", row(new ForwardCorrection(TransitionSource.GIVEN, noise(), 5, 97)));
        rows.put("elr", row(new EarlyLearning()));
        rows.put("self-adaptive-training", row(new SelfAdaptiveTraining(0.9, 0)));
        rows.put("learning-to-reweight", row(new LearningToReweight()));
        rows.put("robust-early-learning", row(new RobustEarlyLearning()));
        rows.put("rho", new Row(new RhoLoss(32, RhoLoss.By.LOSS, Map.of()), 320, 32, false));
        rows.put("co-teaching", new Row(new CoTeaching(), 128, 128, true));
        rows.put("jocor", new Row(new Jocor(), 128, 128, true));
        rows.put("divide-mix", new Row(new DivideMix(1, 0.5, 0.5, 4, 25, 16, false), 128, 128, true));
        return rows;
    }

    private static Row row(@Nullable Method method) {
        return new Row(method, 128, 128, false);
    }

    /** Two labels in ten are wrong, all classes alike. */
    private static List<List<Double>> noise() {
        return IntStream.range(0, CLASSES)
                .mapToObj(i -> IntStream.range(0, CLASSES)
                        .mapToObj(j -> i == j ? 0.8 : 0.2 / (CLASSES - 1))
                        .toList())
                .toList();
    }

    private static void time(String name, Row row, Options options) {
        boolean cnn = options.is("net", "cnn");
        Net net = ImageStep.net(cnn, true);
        int rounds = options.whole("rounds");
        int steps = options.whole("epochs") * EXAMPLES / Math.max(row.batch(), 128);
        long all = 1L << 40; // more than there will be; the learning rate does not depend on it
        Seeds seeds = new Seeds(0);
        try (Scope scope = Scope.open();
                Workers workers = new Workers(options.whole("workers"))) {
            Parts parts = new Pictures(EXAMPLES).open(seeds);
            Model plain = build(net, parts, seeds);
            Model other = build(row.twins() ? new Twins(net) : net, parts, seeds);
            List<Method> methods = row.method() == null ? List.of() : List.of(row.method());
            try (Loop without = new Loop(
                            plain,
                            parts,
                            ImageStep.settings(cnn, List.of(), all, row.plain()),
                            seeds,
                            workers,
                            Recorder.NONE);
                    Loop with = new Loop(
                            other,
                            parts,
                            ImageStep.settings(cnn, methods, all, row.batch()),
                            seeds,
                            workers,
                            Recorder.NONE)) {
                without.start();
                with.start();
                double[] wall = new double[rounds];
                double[] cpu = new double[rounds];
                double[] base = new double[rounds];
                for (int round = -options.whole("warmup"); round < rounds; round++) {
                    double[] one = measure(without, steps);
                    double[] two = measure(with, steps);
                    if (round >= 0) {
                        wall[round] = two[0] / one[0];
                        cpu[round] = two[1] / one[1];
                        base[round] = one[1];
                    }
                }
                System.out.printf(
                        Locale.ROOT,
                        "{\"net\": \"%s\", \"method\": \"%s\", \"batch\": %d, \"plain_batch\": %d, \"workers\": %d, "
                                + "\"plain_cpu_ms\": %.3f, \"cpu\": %.2f, \"wall\": %.2f}%n",
                        cnn ? "cnn" : "mlp",
                        name,
                        row.batch(),
                        row.plain(),
                        options.whole("workers"),
                        median(base),
                        median(cpu),
                        median(wall));
            }
        }
    }

    private static Model build(Net net, Parts parts, Seeds seeds) {
        return net.build(parts.get("train").inputs(), CLASSES, Place.FLOAT32, seeds);
    }

    /** Milliseconds a step by the clock and of this thread's processor time. */
    private static double[] measure(Loop loop, int steps) {
        var threads = ManagementFactory.getThreadMXBean();
        long wall = System.nanoTime();
        long cpu = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < steps; i++) {
            loop.step();
        }
        return new double[] {
            (System.nanoTime() - wall) / 1e6 / steps, (threads.getCurrentThreadCpuTime() - cpu) / 1e6 / steps
        };
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
