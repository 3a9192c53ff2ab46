package dev.rote.bench;

import dev.rote.audit.learners.Reasons;
import dev.rote.data.Batch;
import dev.rote.data.Dataset;
import dev.rote.data.Parts;
import dev.rote.data.Target;
import dev.rote.influence.Krylov;
import dev.rote.losses.CrossEntropy;
import dev.rote.measures.Evaluator;
import dev.rote.measures.Subject;
import dev.rote.nets.Activation;
import dev.rote.nets.Mlp;
import dev.rote.nets.Model;
import dev.rote.nets.Net;
import dev.rote.nets.images.SmallCnn;
import dev.rote.scores.ArnoldiInfluence;
import dev.rote.scores.ComplexityGap;
import dev.rote.scores.ExampleLoss;
import dev.rote.scores.ExampleScore;
import dev.rote.scores.TurnoverInfluence;
import dev.rote.scores.TurnoverMemorization;
import dev.rote.scores.Vog;
import dev.rote.tensor.Autograd;
import dev.rote.tensor.InputShape;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Tensor;
import dev.rote.tensor.Workers;
import dev.rote.train.Adam;
import dev.rote.train.Constant;
import dev.rote.train.Loop;
import dev.rote.train.Optimizer;
import dev.rote.train.Recorder;
import dev.rote.train.Settings;
import dev.rote.train.Sgd;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Times scores beside the training that they score, by turns, one line of JSON each: processor seconds of the training and of the score,
 * with all that it watched, medians of the rounds, and the median of the ratios.
 *
 * <p>Arguments, each optional, with their defaults: {@code rounds=5 warmup=1 workers=1 only=}. {@code only=mlp} times one of the trainings:
 *
 * <ul>
 *   <li>{@code audit-digits}, {@code audit-2000}, {@code audit-10000}: the net that a full audit asks for reasons, ten times, on 1,797 rows of 64
 *       columns and 2,000 and 10,000 of 784;
 *   <li>{@code mlp}: 784-32-10 on 10,000 pictures, 10 epochs in batches of 64, gradient descent;
 *   <li>{@code cnn}: two convolutions and a dense layer on 3,000 pictures of 14 x 14, 50 epochs in batches of 64, Adam;
 *   <li>{@code short-cnn}: a narrower one on 20,000 such pictures, 2 epochs in batches of 128, momentum; {@code holdout} has 5,000.
 * </ul>
 *
 * <p>The last three are sized as desk runs of the papers {@code arnoldi-influence} and {@code vog}. The pictures are noise with labels at random.
 *
 * <p>{@code first} is the ratio in the first round, by the time of the whole process: with all that Java compiles meanwhile. Other times are of the
 * one thread that computes where there is one worker, else of the process.
 */
public final class Scores {

    private static final int CLASSES = 10;
    private static final int ASKED = 10;

    /** A training. */
    private record Cell(int rows, int side, Net net, Optimizer optimizer, int batch, int epochs, List<Asked> asked) {}

    /** What a score costs: something at each step, something at the end. */
    private record Asked(String name, Consumer<Subject> watch, Consumer<Subject> end) {}

    private Scores() {}

    public static void main(String[] arguments) {
        Map<String, String> defaults = new LinkedHashMap<>();
        defaults.put("rounds", "5");
        defaults.put("warmup", "1");
        defaults.put("workers", "1");
        defaults.put("only", "");
        Options options = Options.read(defaults, arguments);
        cells().forEach((name, cell) -> {
            if (options.is("only", "") || options.is("only", name)) {
                time(name, cell, options);
            }
        });
    }

    private static Map<String, Cell> cells() {
        Map<String, Cell> cells = new LinkedHashMap<>();
        Optimizer adam = new Adam(1e-3, 0.9, 0.999, 1e-8, 0);
        Optimizer decaying = new Adam(1e-3, 0.9, 0.999, 1e-8, 1e-4);
        cells.put("audit-digits", new Cell(1797, 8, mlp(128), decaying, 128, 20, List.of(reasons(1797))));
        for (int rows : List.of(2000, 10_000)) {
            cells.put("audit-" + rows, new Cell(rows, 28, mlp(128), decaying, 128, 20, List.of(reasons(rows))));
        }
        cells.put("mlp", new Cell(10_000, 28, mlp(32), new Sgd(0.1, 0, false, 0), 64, 10, scores()));
        cells.put("cnn", new Cell(3000, 14, cnn(List.of(32, 64), 128), adam, 64, 50, scores()));
        ArnoldiInfluence ofHoldout = new ArnoldiInfluence("holdout", 30, 500, 10, Krylov.Order.SIGNED);
        cells.put(
                "short-cnn",
                new Cell(
                        20_000,
                        14,
                        cnn(List.of(16, 32), 64),
                        new Sgd(0.1, 0.9, false, 0),
                        128,
                        2,
                        List.of(asked(new ArnoldiInfluence()), asked(ofHoldout))));
        return cells;
    }

    private static Net mlp(int width) {
        return new Mlp(List.of(width), Activation.RELU, true, 0, false);
    }

    private static Net cnn(List<Integer> channels, int hidden) {
        return new SmallCnn(channels, 3, false, 0, List.of(hidden), false);
    }

    private static Asked reasons(int rows) {
        int[] asked = IntStream.range(0, ASKED).map(i -> i * (rows / ASKED)).toArray();
        return new Asked("reasons", subject -> {}, subject -> Reasons.of(subject, asked));
    }

    private static List<Asked> scores() {
        return List.of(
                asked(new ArnoldiInfluence()),
                asked(new Vog()),
                asked(new TurnoverMemorization()),
                asked(new TurnoverInfluence()),
                asked(new ExampleLoss()),
                asked(new ComplexityGap()));
    }

    private static Asked asked(ExampleScore score) {
        return new Asked(score.name(), score::watch, score::of);
    }

    private static void time(String name, Cell cell, Options options) {
        int rounds = options.whole("rounds");
        int warmup = options.whole("warmup");
        try (Scope scope = Scope.open();
                Workers workers = new Workers(options.whole("workers"))) {
            Parts parts = parts(cell);
            double[] training = new double[rounds];
            double[][] scoring = new double[cell.asked().size()][rounds];
            double[] first = {};
            for (int round = -warmup; round < rounds; round++) {
                LongSupplier clock = round >= 0 && workers.count() == 1 ? Scores::thread : CpuTime::nanos;
                double[] seconds = round(cell, parts, workers, new Seeds(warmup + round), clock);
                first = round == -warmup ? seconds : first;
                if (round >= 0) {
                    training[round] = seconds[0];
                    for (int i = 0; i < scoring.length; i++) {
                        scoring[i][round] = seconds[i + 1];
                    }
                }
            }
            for (int i = 0; i < scoring.length; i++) {
                double[] of = scoring[i];
                double[] ratios = IntStream.range(0, rounds)
                        .mapToDouble(round -> of[round] / training[round])
                        .toArray();
                System.out.printf(
                        Locale.ROOT,
                        "{\"training\": \"%s\", \"score\": \"%s\", \"workers\": %d, \"training_cpu\": %.3f, "
                                + "\"score_cpu\": %.3f, \"ratio\": %.3f, \"least\": %.3f, \"most\": %.3f, \"first\": %.3f}%n",
                        name,
                        cell.asked().get(i).name(),
                        options.whole("workers"),
                        median(training),
                        median(of),
                        median(ratios),
                        Arrays.stream(ratios).min().orElseThrow(),
                        Arrays.stream(ratios).max().orElseThrow(),
                        first[i + 1] / first[0]);
            }
        }
    }

    /** Seconds of the training, then of each score. */
    private static double[] round(Cell cell, Parts parts, Workers workers, Seeds seeds, LongSupplier clock) {
        double[] seconds = new double[cell.asked().size() + 1];
        try (Scope scope = Scope.open()) {
            Model model = cell.net().build(parts.get("train").inputs(), CLASSES, Place.FLOAT32, seeds);
            CrossEntropy loss = new CrossEntropy();
            long steps = (long) cell.epochs() * (cell.rows() / cell.batch());
            Settings settings = new Settings(
                    loss, List.of(), List.of(), cell.optimizer(), new Constant(), steps, cell.batch(), 1, true);
            try (Loop loop = new Loop(model, parts, settings, seeds, workers, Recorder.NONE);
                    Evaluator evaluator = new Evaluator(model, parts, loss, seeds, workers, Recorder.NONE)) {
                seconds[0] += seconds(clock, loop::start);
                for (long step = 0; step < steps; step++) {
                    seconds[0] += seconds(clock, loop::step);
                    ask(cell, () -> evaluator.subject(loop), false, seconds, clock);
                }
                ask(cell, () -> evaluator.subject(loop), true, seconds, clock);
            }
        }
        return seconds;
    }

    private static void ask(Cell cell, Supplier<Subject> subject, boolean end, double[] seconds, LongSupplier clock) {
        for (int i = 0; i < cell.asked().size(); i++) {
            Asked asked = cell.asked().get(i);
            try (Scope scope = Scope.open();
                    Autograd.Guard guard = Autograd.noGrad()) {
                Subject fresh = subject.get();
                seconds[i + 1] += seconds(clock, () -> (end ? asked.end() : asked.watch()).accept(fresh));
            }
        }
    }

    private static double seconds(LongSupplier clock, Runnable work) {
        long before = clock.getAsLong();
        work.run();
        return (clock.getAsLong() - before) / 1e9;
    }

    /** Processor nanoseconds of this thread, which computes all when there is one worker. */
    private static long thread() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static Parts parts(Cell cell) {
        return new Parts(
                ignored -> {
                    throw new UnsupportedOperationException("the benchmark's pictures are made up");
                },
                Map.of(
                        "train", new Noise(cell.rows(), cell.side(), new Seeds(1)),
                        "holdout", new Noise(cell.rows() / 4, cell.side(), new Seeds(3)),
                        "validation", new Noise(100, cell.side(), new Seeds(2))));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** Grey pictures of noise that lie in memory, as an audit's do; in the caller's scope. */
    private static final class Noise implements Dataset {

        private final Tensor pictures;
        private final Tensor labels;

        Noise(int rows, int side, Seeds seeds) {
            pictures = Place.FLOAT32.of(seeds.of("inputs").gaussians(rows * side * side, 1), rows, 1, side, side);
            long[] drawn = Arrays.stream(seeds.of("labels").permutation(rows))
                    .mapToLong(i -> i % CLASSES)
                    .toArray();
            labels = Place.FLOAT32.indices(drawn, rows);
        }

        @Override
        public long[] ids() {
            return LongStream.range(0, size()).toArray();
        }

        @Override
        public int size() {
            return (int) pictures.size(0);
        }

        @Override
        public InputShape inputs() {
            return new InputShape.Features(List.of(1L, pictures.size(2), pictures.size(3)));
        }

        @Override
        public Target target() {
            return new Target.Classes(CLASSES);
        }

        @Override
        public Batch batch(long[] ids) {
            Tensor at = Place.FLOAT32.indices(ids, ids.length);
            return new Batch(ids, pictures.indexSelect(0, at), labels.indexSelect(0, at));
        }
    }
}
