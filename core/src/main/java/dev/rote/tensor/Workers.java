package dev.rote.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Java threads that carry out independent pieces of one computation, each with single-threaded libraries.
 *
 * <p>Pieces are numbered and handed out in order; which thread gets which piece is left to chance, so a piece must write
 * only where no other piece writes, and sums over pieces are taken afterwards in the order of their numbers. Then the
 * bytes of a result do not depend on the number of workers.
 */
public final class Workers implements AutoCloseable {

    private final int count;
    private final ExecutorService helpers;

    /**
     * Starts {@code count - 1} threads; the caller's thread is the first worker.
     *
     * @throws IllegalArgumentException when count is below 1
     */
    public Workers(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("workers must be at least 1, was " + count);
        }
        this.count = count;
        Engine.singleThreaded(); // the calling thread is a worker too
        this.helpers = Executors.newFixedThreadPool(Math.max(1, count - 1), task -> {
            Thread thread = new Thread(
                    () -> {
                        Engine.singleThreaded();
                        task.run();
                    },
                    "rote-worker");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** How many threads work at most. */
    public int count() {
        return count;
    }

    /**
     * Carries out the pieces 0 to {@code pieces - 1} and returns when all are done. Each piece runs in its own
     * {@link Scope}.
     *
     * @throws RuntimeException the first failure of a piece, by its number
     */
    public void forEach(int pieces, IntConsumer piece) {
        AtomicInteger next = new AtomicInteger();
        Runnable loop = () -> {
            for (int i = next.getAndIncrement(); i < pieces; i = next.getAndIncrement()) {
                try (Scope scope = Scope.open()) {
                    piece.accept(i);
                }
            }
        };
        List<Future<?>> running = new ArrayList<>();
        for (int helper = 1; helper < Math.min(count, pieces); helper++) {
            running.add(helpers.submit(loop));
        }
        RuntimeException failure = null;
        try {
            loop.run();
        } catch (RuntimeException e) {
            failure = e;
        }
        for (Future<?> future : running) {
            failure = wait(future, failure);
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static @org.jspecify.annotations.Nullable RuntimeException wait(
            Future<?> future, @org.jspecify.annotations.Nullable RuntimeException earlier) {
        try {
            future.get();
            return earlier;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            return earlier != null ? earlier : (RuntimeException) e.getCause();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new IllegalStateException("interrupted while workers were busy", e);
        }
    }

    @Override
    public void close() {
        helpers.shutdown();
    }
}
