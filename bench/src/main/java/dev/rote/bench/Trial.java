package dev.rote.bench;

import dev.rote.data.ModularArithmetic;
import dev.rote.data.Parts;
import dev.rote.losses.CrossEntropy;
import dev.rote.losses.Mse;
import dev.rote.measures.Evaluator;
import dev.rote.nets.Activation;
import dev.rote.nets.Model;
import dev.rote.nets.TwoLayer;
import dev.rote.noise.SymmetricNoise;
import dev.rote.tensor.Place;
import dev.rote.tensor.Scope;
import dev.rote.tensor.Seeds;
import dev.rote.tensor.Workers;
import dev.rote.train.AdamW;
import dev.rote.train.Loop;
import dev.rote.train.Loss;
import dev.rote.train.Recorder;
import dev.rote.train.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * One training, timed step by step.
 *
 * @param sorted milliseconds of the counted steps, ascending
 * @param residentEarly resident memory in MiB after 1000 steps, or at the end of a shorter training; -1 where the system does
 *     not tell
 * @param residentLate the same at the end
 * @param evaluation milliseconds to evaluate the training and test parts, the median of some; NaN when not asked for
 */
record Trial(double[] sorted, long residentEarly, long residentLate, double evaluation) {

    private static final int EARLY = 1000;

    /** Trains with these options; {@code seed} tells runs side by side apart. */
    static Trial run(Options options, int seed) {
        try (Scope scope = Scope.open();
                Workers workers = new Workers(options.whole("workers"))) {
            Seeds seeds = new Seeds(seed);
            Parts clean = new ModularArithmetic().open(seeds);
            Parts parts = clean.with("train", new SymmetricNoise().corrupt(clean.get("train"), seeds));
            var train = parts.get("train");
            TwoLayer net = new TwoLayer(500, Activation.SQUARE, options.number("dropout"), options.is("norm", "true"));
            Model model = net.build(train.inputs(), train.target().outputs(), Place.FLOAT32, seeds);
            Loss loss = options.is("loss", "mse") ? new Mse() : new CrossEntropy();
            Settings settings = new Settings(
                    loss,
                    List.of(),
                    List.of(),
                    new AdamW(0.01, 0.9, 0.98, 1e-8, 5),
                    clock -> 1,
                    options.whole("warmup") + options.whole("steps"),
                    options.whole("batch"),
                    8,
                    options.is("gradient", "hand"));
            try (Loop loop = new Loop(model, parts, settings, seeds, workers, Recorder.NONE);
                    Evaluator evaluator = new Evaluator(model, parts, loss, seeds, workers, Recorder.NONE)) {
                return timed(loop, options, () -> {
                    try (Scope inner = Scope.open()) {
                        var subject = evaluator.subject(loop.clock());
                        subject.on("train");
                        subject.on("test");
                    }
                });
            }
        }
    }

    private static Trial timed(Loop loop, Options options, Runnable evaluation) {
        int warmup = options.whole("warmup");
        double[] times = new double[warmup + options.whole("steps")];
        long early = -1;
        for (int i = 0; i < times.length; i++) {
            times[i] = milliseconds(loop::step);
            if (i + 1 == EARLY) {
                early = resident();
            }
        }
        long late = resident();
        double[] counted = Arrays.copyOfRange(times, warmup, times.length);
        Arrays.sort(counted);
        double[] evaluations = new double[options.whole("evaluations")];
        Arrays.setAll(evaluations, i -> milliseconds(evaluation));
        Arrays.sort(evaluations);
        double typical = evaluations.length == 0 ? Double.NaN : evaluations[evaluations.length / 2];
        return new Trial(counted, early < 0 ? late : early, late, typical);
    }

    private static double milliseconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static long resident() {
        Path status = Path.of("/proc/self/status");
        if (!Files.isReadable(status)) {
            return -1;
        }
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The typical milliseconds of a step. */
    double median() {
        return sorted[sorted.length / 2];
    }
}
