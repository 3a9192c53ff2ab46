package dev.rote.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The readings of a run, one JSON object a line, in the order in which they were taken:
 * {@code {"step":10,"epoch":1,"name":"accuracy.train","value":0.123}}.
 *
 * <p>A file that only grows is easy to resume: a checkpoint notes {@link #length()}, and a resumed run cuts back to it
 * with {@link #truncate(long)}. Doubles read back exactly; those that JSON cannot write are the strings "NaN",
 * "Infinity" and "-Infinity". One thread at a time.
 */
public final class Journal implements AutoCloseable {

    private static final int MAX_LINE = 1 << 16;
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(2).build())
            .build();

    private final AppendFile file;

    private Journal(AppendFile file) {
        this.file = file;
    }

    /**
     * One number about a run.
     *
     * @param step optimizer steps taken before it, at least 0
     * @param epoch passes over the training data finished before it, at least 0
     * @param name what was measured, such as {@code accuracy.train}; not blank
     * @param value the number; may be NaN or infinite
     */
    public record Reading(long step, long epoch, String name, double value) {

        /** Checks the rules above. */
        public Reading {
            if (step < 0) {
                throw new IllegalArgumentException("step must be at least 0, was " + step);
            }
            if (epoch < 0) {
                throw new IllegalArgumentException("epoch must be at least 0, was " + epoch);
            }
            if (name.isBlank()) {
                throw new IllegalArgumentException("the name of a reading must not be blank");
            }
        }
    }

    /**
     * Opens the file to append to it, or creates it; a last line without its line break, torn by a kill, is cut off.
     *
     * @throws IOException naming the file and the reason
     */
    public static Journal open(Path file) throws IOException {
        return new Journal(AppendFile.open(file, false));
    }

    /** Appends a reading; when that fails, nothing of it stays in the file. */
    public void append(Reading reading) throws IOException {
        String value = Numbers.exact(reading.value());
        file.append("{\"step\":" + reading.step() + ",\"epoch\":" + reading.epoch() + ",\"name\":\""
                + new String(JsonStringEncoder.getInstance().quoteAsString(reading.name())) + "\",\"value\":"
                + (Double.isFinite(reading.value()) ? value : '"' + value + '"') + "}\n");
    }

    /** Bytes written so far; they survive the end of this process, and after {@link #sync()} a power cut. */
    public long length() {
        return file.length();
    }

    /** Returns when all readings are on the disk; call it before the checkpoint that notes {@link #length()}. */
    public void sync() throws IOException {
        file.sync();
    }

    /**
     * Forgets all readings after the first {@code length} bytes.
     *
     * @throws IOException when the file is shorter than that, or that is not the end of a line
     */
    public void truncate(long length) throws IOException {
        file.truncate(length);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /**
     * Hands on all readings of a file, in order.
     *
     * @return a sentence about the torn last line that was left out, if there is one
     * @throws IOException naming file, line and rule at the first line that is whole but not a reading
     */
    public static Optional<String> read(Path file, Consumer<Reading> readings) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            byte[] line = new byte[MAX_LINE];
            int length = 0;
            long number = 1;
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == '\n') {
                    readings.accept(parse(file, number, line, length));
                    number++;
                    length = 0;
                } else if (length == MAX_LINE) {
                    throw damaged(file, number, "a line must be at most " + MAX_LINE + " bytes long");
                } else {
                    line[length++] = (byte) next;
                }
            }
            return length == 0
                    ? Optional.empty()
                    : Optional.of(file + ": line " + number + " was torn after " + length + " bytes and is left out");
        } catch (NoSuchFileException e) {
            throw Disk.explain(file, "read", e);
        }
    }

    private static Reading parse(Path file, long number, byte[] line, int length) throws IOException {
        Set<String> missing = new HashSet<>(Set.of("step", "epoch", "name", "value"));
        long step = 0;
        long epoch = 0;
        String name = "";
        double value = 0;
        try (JsonParser json = JSON.createParser(new String(line, 0, length, StandardCharsets.UTF_8))) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw damaged(file, number, "it must be one JSON object");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                missing.remove(field);
                JsonToken token = json.nextToken();
                switch (field) {
                    case "step" -> step = integer(file, number, field, json, token);
                    case "epoch" -> epoch = integer(file, number, field, json, token);
                    case "name" -> name = text(file, number, json, token);
                    case "value" -> value = real(file, number, json, token);
                    default -> throw damaged(file, number, "unknown field '" + field + "'");
                }
            }
            if (json.nextToken() != null) {
                throw damaged(file, number, "more follows the JSON object");
            }
            if (!missing.isEmpty()) {
                throw damaged(file, number, "step, epoch, name and value must all be given");
            }
            return new Reading(step, epoch, name, value);
        } catch (JsonProcessingException e) {
            throw damaged(file, number, e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            throw damaged(file, number, e.getMessage());
        }
    }

    private static long integer(Path file, long number, String field, JsonParser json, JsonToken token)
            throws IOException {
        if (token != JsonToken.VALUE_NUMBER_INT) {
            throw damaged(file, number, field + " must be a whole number, was " + json.getText());
        }
        return json.getLongValue();
    }

    private static String text(Path file, long number, JsonParser json, JsonToken token) throws IOException {
        if (token != JsonToken.VALUE_STRING) {
            throw damaged(file, number, "name must be a text, was " + json.getText());
        }
        return json.getText();
    }

    private static double real(Path file, long number, JsonParser json, JsonToken token) throws IOException {
        String seen = json.getText();
        if (token == JsonToken.VALUE_STRING
                && Set.of("NaN", "Infinity", "-Infinity").contains(seen)) {
            return Double.parseDouble(seen);
        }
        boolean isNumber = token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT;
        double value = isNumber ? Double.parseDouble(seen) : Double.NaN;
        if (!Double.isFinite(value)) {
            throw damaged(file, number, "value must be a number, \"NaN\", \"Infinity\" or \"-Infinity\", was " + seen);
        }
        return value;
    }

    private static IOException damaged(Path file, long number, String rule) {
        return new IOException(file + ": line " + number + " is not a reading: " + rule);
    }
}
