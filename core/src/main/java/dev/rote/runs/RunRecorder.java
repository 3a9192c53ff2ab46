package dev.rote.runs;

import dev.rote.data.Npy;
import dev.rote.data.Npz;
import dev.rote.files.AtomicFile;
import dev.rote.files.Disk;
import dev.rote.files.Journal;
import dev.rote.files.TableFile;
import dev.rote.train.Clock;
import dev.rote.train.Recorder;
import dev.rote.train.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes readings and tables into a run folder, and cuts them back to where a checkpoint left off.
 *
 * <p>Failures to write surface as {@link UncheckedIOException}; {@link Run} unwraps them.
 */
final class RunRecorder implements Recorder, AutoCloseable {

    private static final String READINGS = "readings";
    private static final String TABLE = "table/";
    private static final String COLUMNS = "columns/";

    private final RunFolder folder;
    private final Journal journal;
    private final Map<String, TableFile> tables = new LinkedHashMap<>();
    private final Map<String, List<String>> columns = new LinkedHashMap<>();

    private RunRecorder(RunFolder folder, Journal journal) {
        this.folder = folder;
        this.journal = journal;
    }

    /**
     * Opens the files of a folder as they were when {@code values} was written by {@link #note}: what came later is cut off.
     *
     * @param values of a checkpoint; empty to start anew
     */
    static RunRecorder open(RunFolder folder, Map<String, String> values) throws IOException {
        Disk.createFolder(folder.tables());
        RunRecorder recorder = new RunRecorder(folder, Journal.open(folder.readings()));
        try {
            recorder.journal.truncate(Long.parseLong(values.getOrDefault(READINGS, "0")));
            try (Stream<Path> present = Files.list(folder.tables())) {
                for (Path file : present.sorted().toList()) {
                    recorder.takeUp(file, values);
                }
            }
            return recorder;
        } catch (IOException | RuntimeException e) {
            recorder.close();
            throw e;
        }
    }

    private void takeUp(Path file, Map<String, String> values) throws IOException {
        String name = file.getFileName().toString().replaceFirst("\\.csv$", "");
        String length = values.get(TABLE + name);
        if (length == null) {
            try {
                Files.delete(file);
            } catch (IOException e) {
                throw Disk.explain(file, "deleted", e);
            }
            return;
        }
        open(name, List.of(values.getOrDefault(COLUMNS + name, "").split(","))).truncate(Long.parseLong(length));
    }

    private TableFile open(String name, List<String> names) throws IOException {
        TableFile table = TableFile.open(folder.tables().resolve(name + ".csv"), names);
        tables.put(name, table);
        columns.put(name, names);
        return table;
    }

    /** Forces everything to the disk and notes how long each file is. */
    void note(Map<String, String> values) throws IOException {
        journal.sync();
        values.put(READINGS, Long.toString(journal.length()));
        for (Map.Entry<String, TableFile> table : tables.entrySet()) {
            table.getValue().sync();
            values.put(TABLE + table.getKey(), Long.toString(table.getValue().length()));
            values.put(COLUMNS + table.getKey(), String.join(",", columns.getOrDefault(table.getKey(), List.of())));
        }
    }

    @Override
    public void log(Clock clock, String name, double value) {
        try {
            journal.append(new Journal.Reading(clock.step(), clock.epoch(), name, value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Table table(String name, String... names) {
        if (!name.matches("[a-z0-9][a-z0-9._-]{0,63}")
                || !List.of(names).stream().allMatch(column -> column.matches("[^\\s\",]+"))) {
            throw new IllegalArgumentException(
                    "a table needs a plain name and plain columns, was '" + name + "' " + List.of(names));
        }
        try {
            TableFile known = tables.get(name);
            TableFile table = known != null ? known : open(name, List.of(names));
            return values -> {
                try {
                    table.append(values);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Written whole, so a resumed run that takes them again leaves the same bytes. */
    @Override
    public void arrays(String name, Map<String, Npy> arrays) {
        if (!name.matches("[a-z0-9][a-z0-9._-]{0,63}")) {
            throw new IllegalArgumentException("arrays need a plain name, was '" + name + "'");
        }
        try {
            Disk.createFolder(folder.arrays());
            AtomicFile.write(
                    folder.arrays().resolve(name + ".npz"),
                    channel -> Npz.write(Channels.newOutputStream(channel), arrays));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try (journal) {
            for (TableFile table : tables.values()) {
                table.close();
            }
        }
    }
}
