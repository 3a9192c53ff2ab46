package dev.rote.bench;

import dev.rote.data.Examples;
import dev.rote.data.Parts;
import dev.rote.data.files.FashionMnist;
import dev.rote.data.prepare.Standardize;
import dev.rote.tensor.Seeds;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;

/**
 * Times how Fashion-MNIST is opened, standardised and read into memory, once and without warming up, and prints one line of JSON: seconds
 * by the clock and of this thread's processor time. The files are looked for in {@code ROTE_DATA}.
 */
public final class Loading {

    private Loading() {}

    public static void main(String[] arguments) {
        var threads = ManagementFactory.getThreadMXBean();
        long[] wall = new long[4];
        long[] cpu = new long[4];
        mark(0, wall, cpu, threads);
        Parts open = new FashionMnist().open(new Seeds(0));
        mark(1, wall, cpu, threads);
        Parts standard = new Standardize().apply(open, new Seeds(0));
        mark(2, wall, cpu, threads);
        int rows = 0;
        for (var part : standard.byName().values()) {
            rows += Examples.of(part, "loading").inMemory().size();
        }
        mark(3, wall, cpu, threads);
        System.out.printf(
                Locale.ROOT,
                "{\"rows\": %d, \"open_cpu\": %.3f, \"standardise_cpu\": %.3f, \"memory_cpu\": %.3f, \"all_cpu\": %.3f, "
                        + "\"all_wall\": %.3f}%n",
                rows,
                (cpu[1] - cpu[0]) / 1e9,
                (cpu[2] - cpu[1]) / 1e9,
                (cpu[3] - cpu[2]) / 1e9,
                (cpu[3] - cpu[0]) / 1e9,
                (wall[3] - wall[0]) / 1e9);
    }

    private static void mark(int at, long[] wall, long[] cpu, ThreadMXBean threads) {
        wall[at] = System.nanoTime();
        cpu[at] = threads.getCurrentThreadCpuTime();
    }
}
