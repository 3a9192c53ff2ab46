package dev.rote.bench;

import dev.rote.data.ModularArithmetic;
import dev.rote.data.Parts;
import dev.rote.losses.CrossEntropy;
import dev.rote.losses.Mse;
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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Times full-batch steps of the two-layer net (p = 97, N = 500, 4704 pairs, AdamW) and prints one line of JSON: the same work as
 * the scripts in {@code bench/peers}.
 *
 * <p>Arguments, each optional: {@code steps=60 warmup=10 workers=2 loss=mse|cross_entropy dropout=0 gradient=hand|autograd
 * runs=1}. With {@code runs=2} two trainings run side by side, each on {@code workers} threads of its own.
 */
public final class TwoLayerStep {

    /** Multiply-adds of the three products of a step count twice. */
    private static final double FLOPS = 3 * 2.0 * 4704 * 500 * 97;

    private TwoLayerStep() {}

    public static void main(String[] arguments) throws InterruptedException {
        int steps = Integer.parseInt(option(arguments, "steps", "60"));
        int warmup = Integer.parseInt(option(arguments, "warmup", "10"));
        int workers = Integer.parseInt(option(arguments, "workers", "2"));
        int runs = Integer.parseInt(option(arguments, "runs", "1"));
        double dropout = Double.parseDouble(option(arguments, "dropout", "0"));
        boolean hand = option(arguments, "gradient", "hand").equals("hand");
        Loss loss = option(arguments, "loss", "mse").equals("mse") ? new Mse() : new CrossEntropy();
        double[] medians = new double[runs];
        double[] least = new double[runs];
        double gemm = Gemm.rate(workers * runs);
        Thread[] threads = new Thread[runs];
        for (int run = 0; run < runs; run++) {
            int index = run;
            threads[run] = new Thread(() -> {
                double[] times = times(index, steps, warmup, workers, dropout, hand, loss);
                medians[index] = times[times.length / 2];
                least[index] = times[0];
            });
            threads[run].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double ms = Arrays.stream(medians).average().orElseThrow();
        gemm = Math.max(gemm, Gemm.rate(workers * runs));
        double rate = runs * FLOPS / ms / 1e6;
        System.out.printf(
                Locale.ROOT,
                "{\"peer\": \"rote\", \"workers\": %d, \"runs\": %d, \"ms_per_step_median\": %.3f, \"ms_per_step_min\": %.3f, \"gflops\": %.1f, "
                        + "\"gemm_gflops\": %.1f, \"share_of_gemm\": %.3f}%n",
                workers,
                runs,
                ms,
                Arrays.stream(least).min().orElseThrow(),
                rate,
                gemm,
                rate / gemm);
    }

    private static double[] times(
            int seed, int steps, int warmup, int workerCount, double dropout, boolean hand, Loss loss) {
        try (Scope scope = Scope.open();
                Workers workers = new Workers(workerCount)) {
            Seeds seeds = new Seeds(seed);
            Parts clean = new ModularArithmetic().open(seeds);
            Parts parts = clean.with("train", new SymmetricNoise().corrupt(clean.get("train"), seeds));
            Model model = new TwoLayer(500, Activation.SQUARE, dropout, false)
                    .build(
                            parts.get("train").inputs(),
                            parts.get("train").target().outputs(),
                            Place.FLOAT32,
                            seeds);
            Settings settings = new Settings(
                    loss, List.of(), new AdamW(0.01, 0.9, 0.98, 1e-8, 5), clock -> 1, warmup + steps, 0, 8, hand);
            try (Loop loop = new Loop(model, parts, settings, seeds, workers, Recorder.NONE)) {
                double[] times = new double[warmup + steps];
                for (int i = 0; i < times.length; i++) {
                    long start = System.nanoTime();
                    loop.step();
                    times[i] = (System.nanoTime() - start) / 1e6;
                }
                double[] counted = Arrays.copyOfRange(times, warmup, times.length);
                Arrays.sort(counted);
                return counted;
            }
        }
    }

    private static String option(String[] arguments, String name, String otherwise) {
        return Arrays.stream(arguments)
                .filter(argument -> argument.startsWith(name + "="))
                .map(argument -> argument.substring(name.length() + 1))
                .findFirst()
                .orElse(otherwise);
    }
}
