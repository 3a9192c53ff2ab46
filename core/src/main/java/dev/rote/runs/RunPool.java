package dev.rote.runs;

import dev.rote.tensor.Workers;
import dev.rote.train.Clock;
import dev.rote.yaml.Kinds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Carries out many recipes side by side on this machine, each run on one worker: the best use of cores there is. */
public final class RunPool {

    private final Kinds kinds;
    private final int size;
    private final Duration checkpointEvery;

    /** A pool of {@code size} runs at a time, at least 1. */
    public RunPool(Kinds kinds, int size, Duration checkpointEvery) {
        if (size < 1) {
            throw new IllegalArgumentException("workers must be at least 1, was " + size);
        }
        this.kinds = kinds;
        this.size = size;
        this.checkpointEvery = checkpointEvery;
    }

    /**
     * How one recipe fared.
     *
     * @param failure why it did not finish; empty when it did
     */
    public record Fate(Recipe recipe, RunFolder folder, Optional<String> failure) {}

    /** Told how far all runs together are; called from several threads. */
    public interface Progress {
        /** A run made a step. */
        void stepped(Recipe recipe, Clock clock);

        /** A run is over, {@code skipped} when it was done before. */
        void ended(Fate fate, boolean skipped);
    }

    /**
     * Carries out the recipes in folders under {@code root}. Finished runs are skipped; a failed run is reported and the
     * others go on.
     *
     * @return one fate per recipe, in their order
     */
    public List<Fate> carryOut(List<Recipe> recipes, Path root, Progress progress) {
        ExecutorService threads = Executors.newFixedThreadPool(size, task -> {
            Thread thread = new Thread(task, "rote-run");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Map<Recipe, Future<Fate>> known = new HashMap<>(); // a recipe that is named twice is carried out once
            recipes.forEach(recipe -> submit(recipe, root, progress, threads, known));
            return recipes.stream().map(known::get).map(RunPool::await).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    /** What a recipe needs goes first; threads take tasks in this order, so a task never waits for one that no thread has begun. */
    private void submit(
            Recipe recipe, Path root, Progress progress, ExecutorService threads, Map<Recipe, Future<Fate>> known) {
        if (known.containsKey(recipe)) {
            return;
        }
        recipe.needed().values().forEach(needed -> submit(needed, root, progress, threads, known));
        List<Future<Fate>> first =
                recipe.needed().values().stream().map(known::get).toList();
        known.put(recipe, threads.submit((Callable<Fate>) () -> {
            first.forEach(RunPool::await);
            return one(recipe, root, progress);
        }));
    }

    private Fate one(Recipe recipe, Path root, Progress progress) {
        RunFolder folder = RunFolder.under(root, recipe, kinds);
        Fate fate;
        boolean skipped = false;
        try (Workers workers = new Workers(1)) {
            skipped = !new Run(
                            recipe,
                            folder,
                            kinds,
                            workers,
                            checkpointEvery,
                            (clock, loss) -> progress.stepped(recipe, clock))
                    .carryOut();
            fate = new Fate(recipe, folder, Optional.empty());
        } catch (IOException | RuntimeException e) {
            String reason = e.getMessage() == null
                    ? e.toString()
                    : e.getMessage().lines().findFirst().orElse("");
            fate = new Fate(recipe, folder, Optional.of(reason));
        }
        progress.ended(fate, skipped);
        return fate;
    }

    private static Fate await(Future<Fate> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while runs were going on", e);
        }
    }
}
