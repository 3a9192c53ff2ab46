package dev.rote.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rote.audit.features.Dense;
import dev.rote.audit.features.EncodedTexts;
import dev.rote.tensor.Workers;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Encodes the texts of {@linkplain PlantedCell planted sets}, on one thread, and says what that takes. */
public final class SentenceVectors {

    /** Beside {@code texts.json} of a set, [N, 384]. */
    static final String FILE = "sentences.npy";

    private SentenceVectors() {}

    /** {@code SentenceVectors CACHE SET...}: writes {@value #FILE} and a line with processor seconds for each set. */
    public static void main(String[] arguments) throws IOException {
        try (Workers workers = new Workers(1)) {
            for (String name : Arrays.asList(arguments).subList(1, arguments.length)) {
                Path set = Path.of(arguments[0]).resolve(name);
                List<String> texts = List.of(
                        new ObjectMapper().readValue(set.resolve("texts.json").toFile(), String[].class));
                long before = cpu();
                Dense vectors = new EncodedTexts(texts.size(), texts::get).vectors(workers, share -> {});
                double seconds = (cpu() - before) / 1e9;
                write(vectors, set.resolve(FILE));
                System.out.printf(
                        Locale.ROOT,
                        "%s: %d texts, %.1f s of one core, %.1f s per 10,000%n",
                        name,
                        texts.size(),
                        seconds,
                        1e4 * seconds / texts.size());
            }
        }
    }

    private static void write(Dense vectors, Path file) throws IOException {
        String head = String.format(
                Locale.ROOT,
                "{'descr': '<f4', 'fortran_order': False, 'shape': (%d, %d), }",
                vectors.rows(),
                vectors.columns());
        head += " ".repeat(63 - (10 + head.length()) % 64) + "\n";
        ByteBuffer bytes = ByteBuffer.allocate(10 + head.length() + Float.BYTES * vectors.values().length)
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII)).putShort((short) 1);
        bytes.putShort((short) head.length()).put(head.getBytes(StandardCharsets.US_ASCII));
        bytes.asFloatBuffer().put(vectors.values());
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(bytes.array());
        }
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
