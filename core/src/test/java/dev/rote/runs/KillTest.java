package dev.rote.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.tensor.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed again and again ends with the bytes of one that was never interrupted. */
class KillTest {

    private static final int KILLS = 3;

    @TempDir
    Path folder;

    /** What became of one folder. */
    private record Ordeal(int kills, List<String> story) {}

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void killedAnywhereItEndsWithTheSameBytes() throws Exception {
        Path unbroken = folder.resolve("unbroken");
        RunProcess.carryOut(unbroken, 1, Duration.ofHours(1));
        RunProcess.carryOut(folder.resolve("unbroken-2"), 2, Duration.ofHours(1));
        long seed = System.nanoTime();
        System.out.println("kill test with seed " + seed);
        List<CompletableFuture<Ordeal>> ordeals = new ArrayList<>();
        for (int workers = 1; workers <= 2; workers++) {
            int count = workers;
            ordeals.add(
                    CompletableFuture.supplyAsync(() -> ordeal(count, new Seeds(seed).of(count), length(unbroken))));
        }
        for (CompletableFuture<Ordeal> waiting : ordeals) {
            Ordeal ordeal = waiting.get();
            ordeal.story().forEach(System.out::println);
            assertThat(ordeal.kills()).isEqualTo(KILLS);
        }
        for (Recipe recipe : RunProcess.recipes()) {
            Map<String, String> expected = RunBytes.of(RunProcess.folder(unbroken, recipe));
            assertThat(expected)
                    .containsKeys("tables/neurons.csv", "tables/pruning-lowest-ipr.csv", "tables/pruning-random.csv");
            for (String other : List.of("unbroken-2", "killed-1", "killed-2")) {
                assertThat(RunBytes.of(RunProcess.folder(folder.resolve(other), recipe)))
                        .as("%s with seed %d", other, seed)
                        .isEqualTo(expected);
            }
        }
    }

    /** Starts, kills and starts again. */
    private Ordeal ordeal(int workers, Seeds seeds, long whole) {
        Path root = folder.resolve("killed-" + workers);
        List<String> story = new ArrayList<>();
        int kills = 0;
        try {
            while (true) {
                Process process = start(root, workers);
                // The runs' progress is told by how much they wrote; kills are spread over all of it.
                double share = (kills + seeds.uniform(kills)) / KILLS * 0.95;
                boolean writing = seeds.bits(100 + kills) % 2 == 0;
                boolean killed = kills < KILLS && killAt(process, root, (long) (share * whole), writing);
                int exit = process.waitFor();
                if (!killed) {
                    assertThat(exit).as("the last process, after %s", story).isZero();
                    return new Ordeal(kills, story);
                }
                kills++;
                story.add(String.format(
                        "workers %d, kill %d at %d of %d bytes%s",
                        workers, kills, length(root), whole, writing ? ", while a file was written" : ""));
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Process start(Path root, int workers) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("java.class.path");
        return new ProcessBuilder(
                        java,
                        "-Xmx512m",
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classes,
                        RunProcess.class.getName(),
                        root.toString(),
                        "" + workers,
                        "5")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Kills the process once it wrote so much, and if wanted in the middle of writing a file; false if it ended before. */
    private static boolean killAt(Process process, Path root, long bytes, boolean writing) throws InterruptedException {
        while (process.isAlive()) {
            if (length(root) >= bytes && (!writing || unfinished(root))) {
                process.destroyForcibly();
                return process.waitFor() != 0;
            }
            LockSupport.parkNanos(writing ? 50_000 : 1_000_000);
        }
        return false;
    }

    private static boolean unfinished(Path root) {
        return files(root).anyMatch(file -> file.toString().endsWith(".tmp"));
    }

    private static long length(Path root) {
        return files(root)
                .filter(file -> file.endsWith("readings.jsonl"))
                .mapToLong(file -> file.toFile().length())
                .sum();
    }

    private static Stream<Path> files(Path root) {
        List<Path> found = new ArrayList<>();
        collect(root, found);
        return found.stream();
    }

    /** Files come and go while they are listed. */
    private static void collect(Path at, List<Path> found) {
        try (Stream<Path> children = Files.list(at)) {
            for (Path child : children.toList()) {
                if (Files.isDirectory(child)) {
                    collect(child, found);
                } else {
                    found.add(child);
                }
            }
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
