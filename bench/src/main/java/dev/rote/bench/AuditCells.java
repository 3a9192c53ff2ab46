package dev.rote.bench;

import dev.rote.audit.Auditor;
import dev.rote.audit.Findings;
import dev.rote.audit.Level;
import dev.rote.audit.Plan;
import dev.rote.audit.features.Dense;
import dev.rote.audit.features.Exhibit;
import dev.rote.audit.features.Features;
import dev.rote.audit.features.Input;
import dev.rote.audit.features.Matrix;
import dev.rote.audit.features.Sparse;
import dev.rote.data.files.NpyReader;
import dev.rote.data.files.NpzReader;
import dev.rote.tensor.Workers;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Audits the planted cells that {@code bench/audit/cells.py} wrote, and judges what is found by the labels before planting. */
public final class AuditCells {

    private AuditCells() {}

    /** {@code AuditCells FOLDER quick|default [SEED [SET...]]}: a line of figures for each cell. */
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        Level level = Level.valueOf(arguments[1].toUpperCase(Locale.ROOT));
        String seed = arguments.length > 2 ? arguments[2] : "0";
        List<String> sets = Arrays.asList(arguments).subList(Math.min(3, arguments.length), arguments.length);
        System.out.println("set,noise,seed,wrong,ap,auroc,f1,rate,low,high,flags,precision,expected,cpu");
        try (Workers workers = new Workers(1);
                Stream<Path> folders = Files.list(root)) {
            for (Path set : folders.filter(Files::isDirectory).sorted().toList()) {
                boolean wanted =
                        sets.isEmpty() || sets.contains(set.getFileName().toString());
                if (wanted && Files.exists(set.resolve("true.npy"))) {
                    cells(set, seed, level, workers);
                }
            }
        }
    }

    private static void cells(Path set, String seed, Level level, Workers workers) throws IOException {
        Dense scaled = dense(set.resolve("dense.npy"));
        Features features = new Features(linear(set.resolve("linear.npz")), scaled, dense(set.resolve("plain.npy")));
        int[] truth = ints(set.resolve("true.npy"));
        int classes = Arrays.stream(truth).max().orElse(0) + 1;
        for (String noise : List.of("sym10", "sym30", "pair20", "idn20")) {
            Path cell = set.resolve(noise + "-" + seed);
            if (Files.exists(cell.resolve("noisy.npy"))) {
                int[] noisy = ints(cell.resolve("noisy.npy"));
                Input input = new Input(
                        set.getFileName().toString(),
                        IntStream.range(0, classes).mapToObj(Integer::toString).toList(),
                        noisy,
                        IntStream.range(0, noisy.length).toArray(),
                        List.of(),
                        IntStream.range(0, noisy.length).toArray(),
                        features,
                        (position, given, suggested) -> new Exhibit.Nothing(),
                        List.of(),
                        Optional.empty(),
                        List.of());
                long before = cpu();
                Findings found = Auditor.audit(
                        input,
                        Plan.of(level, Long.parseLong(seed), input, Optional.empty()),
                        workers,
                        (what, share) -> {});
                double seconds = (cpu() - before) / 1e9;
                System.out.println(
                        set.getFileName() + "," + noise + "," + seed + "," + line(found, noisy, truth, seconds));
            }
        }
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static String line(Findings found, int[] noisy, int[] truth, double seconds) {
        Detection all = Detection.of(found.quality(), found.issue(), noisy, truth);
        return String.format(
                Locale.ROOT,
                "%.4f,%.4f,%.4f,%.4f,%.4f,%.4f,%.4f,%d,%.4f,%.4f,%.1f",
                all.share(),
                all.ap(),
                all.auroc(),
                all.f1(),
                found.noise().value(),
                found.noise().low(),
                found.noise().high(),
                all.flags(),
                all.precision(),
                Detection.expected(found, all.flags()),
                seconds);
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

    private static Dense dense(Path file) throws IOException {
        NpyReader reader = NpyReader.open(file);
        return new Dense(floats(reader), (int) reader.shape()[1]);
    }

    private static int[] ints(Path file) throws IOException {
        return ints(NpyReader.open(file));
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
