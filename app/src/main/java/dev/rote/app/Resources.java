package dev.rote.app;

import dev.rote.yaml.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What every command that trains or reads recipes has. */
final class Resources {

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "How many threads work (default: one per core). Results do not depend on it.")
    int workers = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--checkpoint-every",
            paramLabel = "SECONDS",
            description = "How much work a power cut may cost (default: 60). Results do not depend on it.")
    double checkpointEvery = 60;

    @Option(names = "--with", paramLabel = "JAR", description = "Own methods, nets or data; the jar is run as code.")
    List<Path> jars = new ArrayList<>();

    /**
     * What recipes may name.
     *
     * @throws Problem when an option here has a value out of range, or a jar is no extension
     */
    Catalog catalog() {
        if (workers < 1 || workers > 1024) {
            throw Problem.wrongUse("must be from 1 to 1024", "leave it out for one per core")
                    .field("--workers")
                    .was(Integer.toString(workers));
        }
        if (!(checkpointEvery >= 0 && Double.isFinite(checkpointEvery))) {
            throw Problem.wrongUse("must be at least 0", "leave it out for 60 seconds")
                    .field("--checkpoint-every")
                    .was(Double.toString(checkpointEvery));
        }
        return Catalog.with(jars);
    }

    /** Time between checkpoints. */
    Duration checkpoints() {
        return Duration.ofMillis(Math.round(1000 * checkpointEvery));
    }
}
