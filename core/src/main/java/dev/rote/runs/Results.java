package dev.rote.runs;

import dev.rote.files.Disk;
import dev.rote.files.Journal;
import dev.rote.files.Table;
import dev.rote.files.TableFile;
import dev.rote.yaml.Kinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Many runs, read from their folders. A damaged or unfinished folder never hides the others.
 *
 * @param runs the finished runs
 * @param problems one sentence for each folder that was left out, naming it and what is wrong
 */
public record Results(List<RunResult> runs, List<String> problems) {

    public Results {
        runs = List.copyOf(runs);
        problems = List.copyOf(problems);
    }

    /** Reads run folders. */
    public static Results read(List<RunFolder> folders, Kinds kinds) {
        List<RunResult> runs = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (RunFolder folder : folders) {
            try {
                if (!folder.isDone()) {
                    throw new IOException(
                            folder.path() + ": is not finished; take it up with: rote resume " + folder.path());
                }
                runs.add(read(folder, kinds));
            } catch (IOException | RuntimeException e) {
                String reason = String.valueOf(e.getMessage());
                problems.add(reason.contains(folder.path().toString()) ? reason : folder.path() + ": " + reason);
            }
        }
        return new Results(runs, problems);
    }

    /** All run folders directly inside a folder, by name; the folder itself when it is one. */
    public static List<RunFolder> folders(Path root) throws IOException {
        if (Files.exists(new RunFolder(root).recipe())) {
            return List.of(new RunFolder(root));
        }
        try (Stream<Path> children = Files.list(root)) {
            return children.sorted()
                    .map(RunFolder::new)
                    .filter(folder -> Files.exists(folder.recipe()))
                    .toList();
        }
    }

    private static RunResult read(RunFolder folder, Kinds kinds) throws IOException {
        Map<String, List<Long>> steps = new LinkedHashMap<>();
        Map<String, List<Double>> values = new LinkedHashMap<>();
        Optional<String> torn = Journal.read(folder.readings(), reading -> {
            steps.computeIfAbsent(reading.name(), name -> new ArrayList<>()).add(reading.step());
            values.computeIfAbsent(reading.name(), name -> new ArrayList<>()).add(reading.value());
        });
        whole(torn);
        Map<String, Series> readings = new LinkedHashMap<>();
        steps.forEach((name, when) -> readings.put(name, new Series(when, values.getOrDefault(name, List.of()))));
        Map<String, Table> tables = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(folder.tables())) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replaceFirst("\\.csv$", "");
                TableFile.Contents contents = TableFile.read(file);
                whole(contents.torn());
                tables.put(name, contents.table());
            }
        } catch (NoSuchFileException e) {
            throw Disk.explain(folder.tables(), "read", e);
        }
        return new RunResult(RecipeFile.read(folder.recipe(), kinds), readings, tables);
    }

    /** A finished run has no torn lines: a file that ends in one was cut afterwards. */
    private static void whole(Optional<String> torn) throws IOException {
        if (torn.isPresent()) {
            throw new IOException(torn.get() + "; the run was finished, so the file was changed since");
        }
    }
}
