package dev.rote.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Times steps of the two-layer net (p = 97, N = 500, 4704 pairs, AdamW) and prints one line of JSON: by default the same
 * full-batch step as the scripts in {@code bench/peers}.
 *
 * <p>Arguments, each optional, with their defaults: {@code steps=60 warmup=10 workers=2 runs=1 loss=mse dropout=0 norm=false
 * gradient=hand batch=0 evaluations=0}. With {@code runs=2} two trainings run side by side, each on {@code workers} threads of
 * its own. Other values: {@code loss=cross_entropy}, {@code gradient=autograd}.
 */
public final class TwoLayerStep {

    private static final int ROWS = 4704;

    private TwoLayerStep() {}

    public static void main(String[] arguments) throws InterruptedException {
        Map<String, String> defaults = new LinkedHashMap<>();
        defaults.put("steps", "60");
        defaults.put("warmup", "10");
        defaults.put("workers", "2");
        defaults.put("runs", "1");
        defaults.put("loss", "mse");
        defaults.put("dropout", "0");
        defaults.put("norm", "false");
        defaults.put("gradient", "hand");
        defaults.put("batch", "0");
        defaults.put("evaluations", "0");
        Options options = Options.read(defaults, arguments);
        int threads = options.whole("workers") * options.whole("runs");
        double gemm = Gemm.large(threads);
        double shapes = Gemm.ofStep(threads);
        Trial[] trials = sideBySide(options);
        gemm = Math.max(gemm, Gemm.large(threads));
        shapes = Math.max(shapes, Gemm.ofStep(threads));
        print(options, trials, gemm, shapes);
    }

    private static Trial[] sideBySide(Options options) throws InterruptedException {
        Trial[] trials = new Trial[options.whole("runs")];
        Thread[] threads = new Thread[trials.length];
        for (int run = 0; run < trials.length; run++) {
            int index = run;
            threads[run] = new Thread(() -> trials[index] = Trial.run(options, index));
            threads[run].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return trials;
    }

    private static void print(Options options, Trial[] trials, double gemm, double shapes) {
        double ms = Arrays.stream(trials).mapToDouble(Trial::median).average().orElseThrow();
        int rows = options.whole("batch") == 0 ? ROWS : options.whole("batch");
        double rate = trials.length * 3 * 2.0 * rows * 500 * 97 / ms / 1e6; // a multiply-add counts as two
        System.out.printf(
                Locale.ROOT,
                "{\"peer\": \"rote\", \"workers\": %d, \"runs\": %d, \"ms_per_step_median\": %.3f, "
                        + "\"ms_per_step_min\": %.3f, \"gflops\": %.1f, \"gemm_gflops\": %.1f, \"share_of_gemm\": %.3f, "
                        + "\"shapes_gflops\": %.1f, \"share_of_shapes\": %.3f, \"resident_mib_early\": %d, "
                        + "\"resident_mib_late\": %d, \"ms_per_evaluation\": %s}%n",
                options.whole("workers"),
                trials.length,
                ms,
                Arrays.stream(trials)
                        .mapToDouble(trial -> trial.sorted()[0])
                        .min()
                        .orElseThrow(),
                rate,
                gemm,
                rate / gemm,
                shapes,
                rate / shapes,
                trials[0].residentEarly(),
                trials[0].residentLate(),
                Double.isNaN(trials[0].evaluation())
                        ? "null"
                        : String.format(Locale.ROOT, "%.3f", trials[0].evaluation()));
    }
}
