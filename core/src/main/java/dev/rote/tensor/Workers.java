package dev.rote.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Java threads that carry out independent pieces of one computation, each with single-threaded libraries.
 *
 * <p>Pieces are numbered and handed out in order; which thread gets which piece is left to chance, so a piece must write
 * only where no other piece writes, and sums over pieces are taken afterwards in the order of their numbers. Then the
 * bytes of a result do not depend on the number of workers.
 *
 * <p>A training step hands out work several times within milliseconds, so a thread with nothing to do looks for work for
 * a moment before it goes to sleep: waking a sleeping thread costs more than some of the pieces.
 */
public final class Workers implements AutoCloseable {

    /** How long a thread looks for work before it sleeps: longer than what a caller does alone between two calls of a step. */
    private static final long PATIENCE_NANOS = 1_000_000;

    private final int count;
    private final List<Thread> helpers = new ArrayList<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile @Nullable Job job;
    private volatile boolean closed;

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
        for (int i = 1; i < count; i++) {
            Thread helper = new Thread(this::help, "rote-worker-" + i);
            helper.setDaemon(true);
            helpers.add(helper);
            helper.start();
        }
    }

    /** How many threads work at most. */
    public int count() {
        return count;
    }

    /**
     * Carries out the pieces 0 to {@code pieces - 1} and returns when all are done. Each piece runs in its own
     * {@link Scope}, with {@linkplain Subnormals subnormal numbers} counted as zero. Called from
     * inside a piece, or by a second thread meanwhile, the caller does all of them itself.
     *
     * @throws RuntimeException the failure of the first piece, by number, that failed
     */
    public void forEach(int pieces, IntConsumer piece) {
        Job mine = new Job(pieces, piece);
        boolean shared = pieces > 1 && count > 1 && busy.compareAndSet(false, true);
        try {
            if (shared) {
                job = mine;
                helpers.subList(0, Math.min(count, pieces) - 1).forEach(LockSupport::unpark);
            }
            mine.work();
            await(mine::done);
        } finally {
            if (shared) {
                busy.set(false);
            }
        }
        mine.rethrow();
    }

    private void help() {
        Engine.singleThreaded();
        Job last = null;
        while (!closed) {
            Job known = last;
            await(() -> job != known || closed);
            last = job;
            if (last != null && !closed) {
                last.work();
            }
        }
    }

    private static void await(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start < PATIENCE_NANOS) {
                Thread.onSpinWait();
            } else {
                LockSupport.park();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        helpers.forEach(LockSupport::unpark);
    }

    /** The pieces of one call. */
    private static final class Job {
        private final Thread caller = Thread.currentThread();
        private final int pieces;
        private final IntConsumer piece;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger finished = new AtomicInteger();
        private int failed = Integer.MAX_VALUE;
        private @Nullable Throwable failure;

        Job(int pieces, IntConsumer piece) {
            this.pieces = pieces;
            this.piece = piece;
        }

        void work() {
            for (int i = next.getAndIncrement(); i < pieces; i = next.getAndIncrement()) {
                try (Scope scope = Scope.open();
                        Autograd.Guard flushing = Subnormals.flush()) {
                    piece.accept(i);
                } catch (Throwable e) { // handed to the caller, which is waiting for this piece
                    fail(i, e);
                }
                if (finished.incrementAndGet() == pieces && Thread.currentThread() != caller) {
                    LockSupport.unpark(caller);
                }
            }
        }

        boolean done() {
            return finished.get() >= pieces;
        }

        private synchronized void fail(int number, Throwable cause) {
            if (number < failed) {
                failed = number;
                failure = cause;
            }
        }

        synchronized void rethrow() {
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure instanceof RuntimeException exception) {
                throw exception;
            }
        }
    }
}
