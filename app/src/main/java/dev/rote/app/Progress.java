package dev.rote.app;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAdder;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** Shows how far long work is and how long it will still take: a bar on a terminal, now and then a plain line elsewhere. */
final class Progress implements AutoCloseable {

    private static final long BETWEEN_LINES = Duration.ofSeconds(15).toNanos();

    /** The bar counts parts of the whole, because steps of different runs are not of one size. */
    private static final long PARTS = 10_000;

    private final PrintWriter aside;
    private volatile double total = 1;
    private final long start = System.nanoTime();
    private final DoubleAdder done = new DoubleAdder();
    private final DoubleAdder skipped = new DoubleAdder();
    private final AtomicLong nextLine = new AtomicLong(start + BETWEEN_LINES);
    private final @Nullable ProgressBar bar;

    /** Progress over an amount of work that is not known yet. */
    Progress(String task, PrintWriter aside) {
        this.aside = aside;
        boolean terminal = terminal();
        this.bar = terminal
                ? new ProgressBarBuilder()
                        .setTaskName(task)
                        .setInitialMax(PARTS)
                        .setUpdateIntervalMillis(200)
                        .hideEta()
                        .build()
                : null;
    }

    /** Whether a person is looking. The launcher knows; Java's own answer differs between releases. */
    private static boolean terminal() {
        String told = System.getProperty("rote.terminal");
        return told == null ? System.console() != null : Boolean.parseBoolean(told);
    }

    /** So much is to be done in all, in any unit. */
    void expect(double amount) {
        total = Math.max(1, amount);
    }

    /** So much was done. */
    void worked(double amount) {
        done.add(amount);
        ProgressBar shown = bar;
        if (shown != null) {
            shown.stepTo(Math.round(PARTS * share()));
            shown.setExtraMessage(timeLeft());
            return;
        }
        long now = System.nanoTime();
        long due = nextLine.get();
        if (now >= due && nextLine.compareAndSet(due, now + BETWEEN_LINES)) {
            say(Math.round(100 * share()) + " % done, " + timeLeft());
        }
    }

    /** So much need not be done, because it was done before. */
    void skip(double amount) {
        skipped.add(amount);
    }

    /** Writes a line beside the bar. */
    void say(String line) {
        aside.println(line);
        aside.flush();
    }

    private double share() {
        return Math.min(1, (done.sum() + skipped.sum()) / total);
    }

    private String timeLeft() {
        double left = Math.max(0, total - done.sum() - skipped.sum());
        double seconds = (System.nanoTime() - start) / 1e9 * left / done.sum();
        return seconds < 90 ? Math.round(seconds) + " s left" : Math.round(seconds / 60) + " min left";
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
