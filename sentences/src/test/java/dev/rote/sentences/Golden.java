package dev.rote.sentences;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What others made of a text; see the head of {@code golden.tsv}.
 *
 * @param vector empty where they refused
 */
record Golden(String text, long[] ids, float[] vector) {

    private static final Pattern ESCAPE = Pattern.compile("\\\\(\\\\|u([0-9a-f]{4}))");

    static List<Golden> all() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Golden.class.getResourceAsStream("golden.tsv")), StandardCharsets.US_ASCII))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("# "))
                    .map(Golden::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Golden of(String line) {
        String[] parts = line.split("\t", -1);
        return new Golden(
                unescaped(parts[0]),
                Arrays.stream(parts[1].split(" ")).mapToLong(Long::parseLong).toArray(),
                parts[2].equals("-") ? new float[0] : floats(Base64.getDecoder().decode(parts[2])));
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        int done = 0;
        for (var match : ESCAPE.matcher(text).results().toList()) {
            plain.append(text, done, match.start());
            plain.append(match.group(2) == null ? '\\' : (char) Integer.parseInt(match.group(2), 16));
            done = match.end();
        }
        return plain.append(text, done, text.length()).toString();
    }

    private static float[] floats(byte[] bytes) {
        float[] floats = new float[bytes.length / 4];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(floats);
        return floats;
    }
}
