package dev.rote.app;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** Shows how far long work is and how long it will still take: a bar on a terminal, now and then a plain line elsewhere. */
final class Progress implements AutoCloseable {

    private static final long BETWEEN_LINES = Duration.ofSeconds(15).toNanos();

    private final PrintWriter aside;
    private final long total;
    private final long start = System.nanoTime();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong nextLine = new AtomicLong(start + BETWEEN_LINES);
    private final @Nullable ProgressBar bar;

    /** Progress over a number of steps. */
    Progress(String task, long total, PrintWriter aside) {
        this.aside = aside;
        this.total = Math.max(1, total);
        boolean terminal = System.console() != null && System.getenv("TERM") != null;
        this.bar = terminal
                ? new ProgressBarBuilder()
                        .setTaskName(task)
                        .setInitialMax(this.total)
                        .setUpdateIntervalMillis(200)
                        .hideEta()
                        .showSpeed()
                        .setUnit(" steps", 1)
                        .build()
                : null;
    }

    /** One step more. */
    void step() {
        long count = done.incrementAndGet();
        ProgressBar shown = bar;
        if (shown != null) {
            shown.step();
            shown.setExtraMessage(timeLeft(count));
            return;
        }
        long now = System.nanoTime();
        long due = nextLine.get();
        if (now >= due && nextLine.compareAndSet(due, now + BETWEEN_LINES)) {
            say(String.format("%d %% of %d steps, %s", 100 * count / total, total, timeLeft(count)));
        }
    }

    /** Steps that need not be made, because they were made before. */
    void skip(long steps) {
        done.addAndGet(steps);
        if (bar != null) {
            bar.stepBy(steps);
        }
    }

    /** Writes a line beside the bar. */
    void say(String line) {
        aside.println(line);
        aside.flush();
    }

    private String timeLeft(long count) {
        double seconds = (System.nanoTime() - start) / 1e9 * (total - count) / Math.max(1, count);
        return seconds < 90 ? Math.round(seconds) + " s left" : Math.round(seconds / 60) + " min left";
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
