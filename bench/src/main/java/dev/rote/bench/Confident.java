package dev.rote.bench;

import dev.rote.confident.LabelIssues;
import dev.rote.confident.Quality;
import dev.rote.tensor.Seeds;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * Times confident learning on made-up probabilities: the joint, the default filter, self-confidence and both rankings, and prints one line
 * of JSON with milliseconds of this thread's processor time, once warm.
 */
public final class Confident {

    private Confident() {}

    public static void main(String[] arguments) {
        Options options = Options.read(
                Map.of("examples", "50000", "classes", "10", "noise", "0.1", "rounds", "41", "warmup", "40"),
                arguments);
        int[] labels = new int[options.whole("examples")];
        double[][] probs = new double[labels.length][options.whole("classes")];
        fill(labels, probs, options.number("noise"));
        var threads = ManagementFactory.getThreadMXBean();
        double[] times = new double[options.whole("rounds")];
        int flagged = 0;
        for (int round = -options.whole("warmup"); round < times.length; round++) {
            long start = threads.getCurrentThreadCpuTime();
            LabelIssues issues = LabelIssues.find(labels, probs);
            flagged = issues.ranked().length;
            int worst = issues.worst(Quality.SELF_CONFIDENCE)[0];
            if (round >= 0) {
                times[round] = (threads.getCurrentThreadCpuTime() - start) / 1e6;
            }
            if (worst < 0) {
                throw new IllegalStateException("no worst example");
            }
        }
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "{\"examples\": %d, \"classes\": %d, \"flagged\": %d, \"cpu_ms_median\": %.1f, \"cpu_ms_min\": %.1f, "
                        + "\"cpu_ms_max\": %.1f}%n",
                labels.length,
                options.whole("classes"),
                flagged,
                times[times.length / 2],
                times[0],
                times[times.length - 1]);
    }

    /** Rows with one class ahead by a random amount; that share of labels is another class. */
    private static void fill(int[] labels, double[][] probs, double noise) {
        Seeds seeds = new Seeds(0);
        for (int i = 0; i < labels.length; i++) {
            Seeds row = seeds.of(i);
            double[] p = probs[i];
            double sum = 0;
            for (int j = 0; j < p.length; j++) {
                p[j] = row.uniform(j) + (j == i % p.length ? 4 * row.uniform(p.length) : 0);
                sum += p[j];
            }
            for (int j = 0; j < p.length; j++) {
                p[j] /= sum;
            }
            int shift = row.uniform(p.length + 1) < noise ? 1 + row.below(p.length - 1, p.length + 2) : 0;
            labels[i] = (i + shift) % p.length;
        }
    }
}
