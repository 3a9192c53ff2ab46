package dev.rote.files;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where the numbers of a run come from: the one file of a run folder that differs between two equal runs.
 *
 * @param versions of the software, by name: {@code java}, {@code os}, and what the caller adds, such as {@code rote} and
 *     {@code libtorch}
 * @param cpu the processor and those of its features that change results or speed
 * @param workers Java worker threads, at least 1
 * @param data fingerprints (SHA-256, hexadecimal) of the data, by part or file
 * @param start when this process began the run or took it up again, UTC
 * @param end when it ended, UTC; empty while it lives, and for ever if it was killed
 * @param exit how it ended, such as {@code finished} or the message of a failure; empty as long as {@code end}
 */
public record Provenance(
        Map<String, String> versions,
        Cpu cpu,
        int workers,
        Map<String, String> data,
        Instant start,
        Optional<Instant> end,
        Optional<String> exit) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /** Checks the rules above; both maps are copied and sorted when written. */
    public Provenance {
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1, was " + workers);
        }
        if (end.isPresent() != exit.isPresent()) {
            throw new IllegalArgumentException("end and exit must be given together");
        }
        versions = Map.copyOf(versions);
        data = Map.copyOf(data);
    }

    /** A run that begins now, on this machine; {@code versions} gains the entries {@code java} and {@code os}. */
    public static Provenance begin(Map<String, String> versions, int workers, Map<String, String> data) {
        Map<String, String> all = new TreeMap<>(versions);
        all.put("java", System.getProperty("java.runtime.version") + " " + System.getProperty("java.vendor"));
        all.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        return new Provenance(all, Cpu.here(), workers, data, Instant.now(), Optional.empty(), Optional.empty());
    }

    /** The same run, ended now. */
    public Provenance ended(String exit) {
        return new Provenance(versions, cpu, workers, data, start, Optional.of(Instant.now()), Optional.of(exit));
    }

    /**
     * Writes {@code provenance.json}, wholly or not at all.
     *
     * @throws IOException naming the file and the reason
     */
    public void write(Path file) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("versions", new TreeMap<>(versions));
        fields.put("cpu", cpuFields());
        fields.put("workers", workers);
        fields.put("data", new TreeMap<>(data));
        fields.put("start", start.toString());
        end.ifPresent(time -> fields.put("end", time.toString()));
        exit.ifPresent(reason -> fields.put("exit", reason));
        AtomicFile.write(file, JSON.writeValueAsString(fields) + "\n");
    }

    private Map<String, Object> cpuFields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("model", cpu.model());
        fields.put("cores", cpu.cores());
        fields.put("features", cpu.features());
        return fields;
    }
}
