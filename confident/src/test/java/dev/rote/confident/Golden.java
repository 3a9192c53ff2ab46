package dev.rote.confident;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * A set with the answers of the reference.
 *
 * @param folder where the answers lie
 */
record Golden(String name, Path folder, int[] labels, double[][] probs) {

    /** One of the sets that come with the tests. */
    static Golden edge(String name) {
        try {
            Path folder = Path.of(Golden.class.getResource(name + "/input.csv").toURI())
                    .getParent();
            double[][] input = numbers(lines(folder.resolve("input.csv"), 1));
            int[] labels = Arrays.stream(input).mapToInt(row -> (int) row[0]).toArray();
            double[][] probs = Arrays.stream(input)
                    .map(row -> Arrays.copyOfRange(row, 1, row.length))
                    .toArray(double[][]::new);
            return new Golden(name, folder, labels, probs);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One of the published sets: answers below {@code reference}, inputs below {@code data}. */
    static Golden published(String name, String reference, String data) {
        Path inputs = Path.of(data, "label-errors");
        return new Golden(
                name,
                Path.of(reference, name),
                Npy.labels(inputs.resolve("original_test_labels/" + name + "_test_set_original_labels.npy")),
                Npy.probs(inputs.resolve("cross_validated_predicted_probabilities/" + name + "_test_set_pyx.npy")));
    }

    private static List<String> lines(Path file, int skipped) {
        try (InputStream raw = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(skipped)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[][] numbers(List<String> lines) {
        return lines.stream()
                .map(line -> Arrays.stream(line.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
    }

    /** A file without a header. */
    double[][] matrix(String file) {
        return numbers(lines(folder.resolve(file), 0));
    }

    /** A file of numbers below a header. */
    double[][] table(String file) {
        return numbers(lines(folder.resolve(file), 1));
    }

    /** Lines of texts below a header. */
    List<String[]> texts(String file) {
        return lines(folder.resolve(file), 1).stream()
                .map(line -> line.split(",", -1))
                .toList();
    }

    /** A number of summary.json, by the text before it. */
    double summary(String key) {
        Matcher matcher = Pattern.compile("\"" + key + "\": (?:\\{\\s*\"off_diagonal\": )?([-.e0-9]+)")
                .matcher(String.join("\n", lines(folder.resolve("summary.json"), 0)));
        if (!matcher.find()) {
            throw new IllegalStateException("no " + key + " in the summary of " + name);
        }
        return Double.parseDouble(matcher.group(1));
    }

    @Override
    public String toString() {
        return name;
    }
}
