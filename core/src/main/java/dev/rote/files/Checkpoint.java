package dev.rote.files;

import dev.rote.tensor.Safetensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The exact state of a run after some step: enough to go on as if it had never stopped.
 *
 * <p>A checkpoint is one file, {@code step-N.safetensors}, that appears whole or not at all (see {@link AtomicFile}) and
 * carries a SHA-256 of everything in it: names, types, shapes, bytes and values. The folder keeps the two newest, so
 * that a damaged one costs some steps and not the run.
 *
 * @param step optimizer steps taken, at least 0
 * @param tensors weights, optimizer state and whatever the methods keep, by name
 * @param values everything else, as text: lengths of journal and tables, position in the data, ...; the names
 *     {@code step} and {@code sha256} are taken
 */
public record Checkpoint(long step, Map<String, Safetensors.Entry> tensors, Map<String, String> values) {

    private static final Pattern FILE = Pattern.compile("step-(0|[1-9][0-9]{0,17})\\.safetensors");
    private static final Pattern UNFINISHED = Pattern.compile("step-[0-9]+\\.safetensors\\.tmp");
    private static final String STEP = "step";
    private static final String SHA256 = "sha256";

    /** Checks the rules above; both maps are copied and sorted. */
    public Checkpoint {
        if (step < 0) {
            throw new IllegalArgumentException("step must be at least 0, was " + step);
        }
        if (values.containsKey(STEP) || values.containsKey(SHA256)) {
            throw new IllegalArgumentException("the values of a checkpoint must not be named step or sha256, were "
                    + new TreeMap<>(values).keySet());
        }
        tensors = Collections.unmodifiableMap(new TreeMap<>(tensors));
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /**
     * A checkpoint that was found.
     *
     * @param checkpoint the newest whole one
     * @param notes one sentence for each newer one that is damaged, naming the file and what is wrong with it
     */
    public record Found(Checkpoint checkpoint, List<String> notes) {}

    /**
     * Writes this checkpoint to the folder, which is created when missing, and then removes all others but the newest
     * that came before it. Sync the journal and the tables first: their lengths are in {@link #values}.
     *
     * @throws IOException naming the file and the reason; then the earlier checkpoints are still there
     */
    public void write(Path folder) throws IOException {
        Disk.createFolder(folder);
        Map<String, String> metadata = new TreeMap<>(values);
        metadata.put(STEP, Long.toString(step));
        metadata.put(SHA256, Digest.of(tensors, metadata));
        AtomicFile.write(
                folder.resolve("step-" + step + ".safetensors"),
                channel -> Safetensors.write(channel, tensors, metadata));
        tidy(folder);
    }

    private void tidy(Path folder) throws IOException {
        NavigableMap<Long, Path> files = files(folder);
        Long before = files.lowerKey(step);
        List<Path> obsolete = new ArrayList<>(list(folder, UNFINISHED));
        files.forEach((at, file) -> {
            if (at != step && !at.equals(before)) {
                obsolete.add(file);
            }
        });
        for (Path file : obsolete) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw Disk.explain(file, "deleted", e);
            }
        }
    }

    /**
     * The newest whole checkpoint; a damaged one is passed over for the one before it.
     *
     * @return nothing when the folder holds no checkpoint or does not exist
     * @throws IOException when there are checkpoints and none is whole; the message says what is wrong with each
     */
    public static Optional<Found> latest(Path folder) throws IOException {
        List<String> notes = new ArrayList<>();
        for (Map.Entry<Long, Path> file : files(folder).descendingMap().entrySet()) {
            try {
                return Optional.of(new Found(read(file.getValue(), file.getKey()), List.copyOf(notes)));
            } catch (IOException e) {
                notes.add(e.getMessage());
            }
        }
        if (notes.isEmpty()) {
            return Optional.empty();
        }
        throw new IOException(folder + ": no checkpoint is whole; start the run again in a new folder ("
                + String.join("; ", notes) + ")");
    }

    private static Checkpoint read(Path file, long step) throws IOException {
        Safetensors.Contents contents = Safetensors.read(file);
        Map<String, String> values = new TreeMap<>(contents.metadata());
        String stated = values.remove(SHA256);
        if (stated == null || !stated.equals(Digest.of(contents.tensors(), values))) {
            throw new IOException(file + ": is damaged: its contents do not match its checksum");
        }
        String inside = values.remove(STEP);
        if (!Long.toString(step).equals(inside)) {
            throw new IOException(file + ": is a checkpoint of step " + inside + " under another name");
        }
        return new Checkpoint(step, contents.tensors(), values);
    }

    private static NavigableMap<Long, Path> files(Path folder) throws IOException {
        NavigableMap<Long, Path> files = new TreeMap<>();
        for (Path file : list(folder, FILE)) {
            Matcher name = FILE.matcher(file.getFileName().toString());
            if (name.matches()) {
                files.put(Long.valueOf(name.group(1)), file);
            }
        }
        return files;
    }

    private static List<Path> list(Path folder, Pattern names) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> names.matcher(file.getFileName().toString()).matches())
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (NotDirectoryException e) {
            throw new IOException(folder + ": must be a folder, is a file", e);
        } catch (IOException e) {
            throw Disk.explain(folder, "listed", e);
        }
    }
}
