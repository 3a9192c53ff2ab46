package dev.rote.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a run folder promises to repeat bit for bit, for comparing two of them. */
final class RunBytes {

    private RunBytes() {}

    /** Relative name to fingerprint of recipe, readings, tables and weights; throws when one of them is missing. */
    static Map<String, String> of(RunFolder run) throws IOException {
        Map<String, String> prints = new TreeMap<>();
        for (Path file : new Path[] {run.recipe(), run.readings(), run.weights(), run.done()}) {
            prints.put(file.getFileName().toString(), print(file));
        }
        try (Stream<Path> tables = Files.list(run.tables())) {
            tables.forEach(file -> prints.put("tables/" + file.getFileName(), print(file)));
        }
        return prints;
    }

    private static String print(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return bytes.length + " bytes " + new BigInteger(1, hash).toString(16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
