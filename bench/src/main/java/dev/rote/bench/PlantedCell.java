package dev.rote.bench;

import dev.rote.audit.features.Dense;
import dev.rote.audit.features.Exhibit;
import dev.rote.audit.features.Features;
import dev.rote.audit.features.Input;
import dev.rote.audit.features.Matrix;
import dev.rote.audit.features.Sentences;
import dev.rote.audit.features.Sparse;
import dev.rote.data.files.NpyReader;
import dev.rote.data.files.NpzReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One of the planted cells that {@code bench/audit/cells.py} wrote: a data set with a kind of noise.
 *
 * @param name set and noise, separated by a comma
 * @param input with the noisy labels
 * @param truth the labels before planting, [N]
 */
record PlantedCell(String name, Input input, int[] truth) {

    /** Shows the cells of a folder one after the other; of all sets when none is named. */
    static void each(Path root, String seed, List<String> sets, Consumer<PlantedCell> look) throws IOException {
        try (Stream<Path> folders = Files.list(root)) {
            for (Path set : folders.filter(Files::isDirectory).sorted().toList()) {
                boolean wanted =
                        sets.isEmpty() || sets.contains(set.getFileName().toString());
                if (wanted && Files.exists(set.resolve("true.npy"))) {
                    cells(set, seed, look);
                }
            }
        }
    }

    private static void cells(Path set, String seed, Consumer<PlantedCell> look) throws IOException {
        Features features = new Features(
                linear(set.resolve("linear.npz")), dense(set.resolve("dense.npy")), dense(set.resolve("plain.npy")));
        Optional<Sentences> sentences = sentences(set.resolve(SentenceVectors.FILE));
        int[] truth = ints(NpyReader.open(set.resolve("true.npy")));
        for (String noise : List.of("sym10", "sym30", "pair20", "idn20")) {
            Path noisy = set.resolve(noise + "-" + seed).resolve("noisy.npy");
            if (Files.exists(noisy)) {
                String name = set.getFileName().toString();
                look.accept(new PlantedCell(
                        name + "," + noise, input(name, features, sentences, ints(NpyReader.open(noisy))), truth));
            }
        }
    }

    private static Input input(String name, Features features, Optional<Sentences> sentences, int[] labels) {
        int[] rows = IntStream.range(0, labels.length).toArray();
        int classes = Arrays.stream(labels).max().orElse(0) + 1;
        return new Input(
                name,
                IntStream.range(0, classes).mapToObj(Integer::toString).toList(),
                labels,
                rows,
                List.of(),
                rows.clone(),
                features,
                (position, given, suggested) -> new Exhibit.Nothing(),
                List.of(),
                Optional.empty(),
                sentences,
                List.of());
    }

    private static Matrix linear(Path file) throws IOException {
        NpzReader parts = NpzReader.open(file);
        double[] shape = parts.array("shape").doubles();
        int columns = (int) shape[1];
        int[] starts = ints(parts.array("indptr"));
        int[] indices = ints(parts.array("indices"));
        float[] values = floats(parts.array("data"));
        if (values.length < shape[0] * columns / 8) {
            return new Sparse(starts, indices, values, columns);
        }
        float[] dense = new float[(int) shape[0] * columns];
        for (int row = 0; row + 1 < starts.length; row++) {
            for (int i = starts[row]; i < starts[row + 1]; i++) {
                dense[row * columns + indices[i]] = values[i];
            }
        }
        return new Dense(dense, columns);
    }

    /** Vectors that {@link SentenceVectors} made before, so that a cell does not pay for them. */
    private static Optional<Sentences> sentences(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Dense vectors = dense(file);
        return Optional.of((workers, progress) -> vectors);
    }

    private static Dense dense(Path file) throws IOException {
        NpyReader reader = NpyReader.open(file);
        return new Dense(floats(reader), (int) reader.shape()[1]);
    }

    private static int[] ints(NpyReader reader) throws IOException {
        return Arrays.stream(reader.doubles()).mapToInt(value -> (int) value).toArray();
    }

    private static float[] floats(NpyReader reader) throws IOException {
        double[] numbers = reader.doubles();
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return floats;
    }
}
