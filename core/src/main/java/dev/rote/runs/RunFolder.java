package dev.rote.runs;

import dev.rote.files.Digest;
import dev.rote.yaml.Kinds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where the files of one run are.
 *
 * @param path the folder
 */
public record RunFolder(Path path) {

    /** The folder of a recipe among other runs: {@code NAME-HASH}, the hash being the first 8 digits of the recipe's. */
    public static RunFolder under(Path root, Recipe recipe, Kinds kinds) {
        String hash = Digest.of(Map.of(), Map.of("recipe", RecipeFile.text(recipe, kinds)));
        return new RunFolder(root.resolve(recipe.name() + "-" + hash.substring(0, 8)));
    }

    /** Replays the run. */
    public Path recipe() {
        return path.resolve("recipe.yaml");
    }

    /** Versions, processor, start, end. */
    public Path provenance() {
        return path.resolve("provenance.json");
    }

    /** One line per reading. */
    public Path readings() {
        return path.resolve("readings.jsonl");
    }

    /** What measures wrote, one CSV each. */
    public Path tables() {
        return path.resolve("tables");
    }

    /** Arrays for other tools, one npz each. */
    public Path arrays() {
        return path.resolve("arrays");
    }

    /** The weights at the end. */
    public Path weights() {
        return path.resolve("weights.safetensors");
    }

    /** The newest exact states. */
    public Path checkpoints() {
        return path.resolve("checkpoint");
    }

    /** Written last; says how the run ended. */
    public Path done() {
        return path.resolve("done");
    }

    /** True when the run came to its end. */
    public boolean isDone() {
        return Files.exists(done());
    }
}
