package dev.rote.audit.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.rote.audit.Findings;
import dev.rote.audit.ScoreColumn;
import dev.rote.files.AtomicFile;
import dev.rote.files.Disk;
import dev.rote.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * {@code summary.json}: what an audit found, in figures, and where the labels stand, for {@link Review}. Keys have a fixed order; what is
 * not known is null. A reader may count on the keys as long as {@code format} is the same; keys may be added.
 */
public final class SummaryFile {

    /** The value of {@code format}. */
    public static final String FORMAT = "rote-audit-1";

    /** Classes up to which the whole transition matrix is written. */
    public static final int MOST_CLASSES = 200;

    private static final int MOST_CONFUSED = 20;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private SummaryFile() {}

    /**
     * Writes the file, wholly or not at all.
     *
     * @param origin where the labels stand; empty when they cannot be corrected from here
     * @throws IOException naming the file and the reason
     */
    public static void write(Findings findings, Optional<Origin> origin, Path file) throws IOException {
        write(findings, origin, file, file);
    }

    /** The same of a file that is written now, and will be moved to where it belongs. */
    public static void write(Findings findings, Optional<Origin> origin, Path home, Path now) throws IOException {
        AtomicFile.write(now, JSON.writeValueAsString(of(findings, origin, home)) + "\n");
    }

    /** The same as values, in the order of the file; paths relative to the folder of {@code file} where that can be. */
    public static Map<String, @Nullable Object> of(Findings findings, Optional<Origin> origin, Path file) {
        Ranking ranking = new Ranking(findings);
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        all.put("format", FORMAT);
        all.put("source", findings.source());
        all.put("level", findings.level().name().toLowerCase(Locale.ROOT));
        all.put("cannot_tell", findings.cannotTell().orElse(null));
        all.put("examples", findings.size());
        all.put("issues", issues(findings));
        all.put("noise_rate", finite(findings.noise().value()));
        all.put("noise_rate_low", finite(findings.noise().low()));
        all.put("noise_rate_high", finite(findings.noise().high()));
        all.put("expected_precision", finite(ranking.expectedPrecision(findings)));
        all.put("classes", findings.classes());
        all.put("per_class", perClass(findings, ranking));
        all.put("most_confused", mostConfused(findings));
        boolean few = findings.transition().length > 0 && findings.classes().size() <= MOST_CLASSES;
        all.put("transition", few ? findings.transition() : null);
        all.put("precision", findings.precision().stream().map(SummaryFile::cut).toList());
        all.put("scores", findings.scores().stream().map(SummaryFile::score).toList());
        all.put(
                "remedies",
                findings.extras().remedies().stream().map(SummaryFile::remedy).toList());
        all.put("advice", findings.extras().advice());
        all.put("conflicts", findings.extras().conflicts().size());
        all.put("notices", findings.notices());
        all.put("labels_sha256", Fingerprints.labels(findings));
        all.put("origin", origin.map(where -> origin(where, file)).orElse(null));
        return all;
    }

    private static int issues(Findings findings) {
        return (int) IntStream.range(0, findings.size())
                .filter(i -> findings.issue()[i])
                .count();
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }

    private static List<Map<String, @Nullable Object>> perClass(Findings findings, Ranking ranking) {
        int classes = findings.classes().size();
        int[] given = new int[classes];
        int[] suggested = new int[classes];
        int[] issues = new int[classes];
        double[] wrong = new double[classes];
        for (int i = 0; i < findings.size(); i++) {
            given[findings.given()[i]]++;
            suggested[findings.suggested()[i]]++;
            if (findings.issue()[i]) {
                issues[findings.given()[i]]++;
                wrong[findings.given()[i]] += ranking.wrong(i);
            }
        }
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (int k = 0; k < classes; k++) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("class", findings.classes().get(k));
            row.put("given", given[k]);
            row.put("suggested", suggested[k]);
            row.put("issues", issues[k]);
            row.put("expected_precision", finite(wrong[k] / issues[k]));
            rows.add(row);
        }
        return rows;
    }

    private static List<Map<String, @Nullable Object>> mostConfused(Findings findings) {
        return Ranking.confusions(findings).stream()
                .limit(MOST_CONFUSED)
                .map(pair -> {
                    Map<String, @Nullable Object> row = new LinkedHashMap<>();
                    row.put("suggested", findings.classes().get(pair.suggested()));
                    row.put("given", findings.classes().get(pair.given()));
                    row.put("issues", pair.flagged());
                    row.put("rate", finite(pair.rate()));
                    return row;
                })
                .toList();
    }

    private static Map<String, @Nullable Object> cut(Findings.Cut cut) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("examples", cut.examples());
        row.put("quality", finite(cut.quality()));
        row.put("expected", finite(cut.expected()));
        return row;
    }

    private static Map<String, @Nullable Object> score(ScoreColumn score) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("name", score.name());
        row.put("meaning", score.meaning());
        row.put("suspicious", score.suspicious().name().toLowerCase(Locale.ROOT));
        return row;
    }

    private static Map<String, @Nullable Object> remedy(Findings.Remedy remedy) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("name", remedy.name());
        row.put("accuracy", finite(remedy.accuracy().value()));
        row.put("accuracy_low", finite(remedy.accuracy().low()));
        row.put("accuracy_high", finite(remedy.accuracy().high()));
        return row;
    }

    private static Map<String, @Nullable Object> origin(Origin origin, Path file) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("kind", origin.kind().name().toLowerCase(Locale.ROOT));
        row.put("path", relative(origin.path(), file));
        row.put("sha256", origin.sha256());
        row.put("label", origin.label().orElse(null));
        row.put("encoding", origin.encoding());
        row.put("separator", String.valueOf(origin.separator()));
        row.put("header", origin.header());
        return row;
    }

    /** So that a folder that holds both can be moved. */
    private static String relative(Path data, Path file) {
        Path from = file.toAbsolutePath().normalize().getParent();
        Path to = data.toAbsolutePath().normalize();
        boolean near = from != null && from.getRoot().equals(to.getRoot());
        return (near ? from.relativize(to) : to).toString().replace('\\', '/');
    }

    /**
     * What a correction needs of it.
     *
     * @param origin where the labels stand
     * @param classes names
     * @param labelsSha256 of the rows and their given labels
     */
    public record Head(Origin origin, List<String> classes, String labelsSha256) {

        public Head {
            classes = List.copyOf(classes);
        }
    }

    /**
     * Reads what a correction needs.
     *
     * @throws Problem when the file is missing, damaged, of another version, or its data cannot be corrected
     */
    public static Head read(Path file) {
        try {
            JsonNode all = JSON.readTree(Files.readString(file));
            if (!all.path("format").asText().equals(FORMAT)) {
                throw Problem.wrongUse(
                                "must be " + FORMAT, "use the version of Rote that wrote it, or run the audit again")
                        .in(file.toString())
                        .field("format")
                        .was("'" + all.path("format").asText() + "'");
            }
            JsonNode where = all.path("origin");
            if (!where.isObject()) {
                throw Problem.wrongUse("names no data that could be corrected", "correct them by hand")
                        .in(file.toString());
            }
            List<String> classes = StreamSupport.stream(all.path("classes").spliterator(), false)
                    .map(JsonNode::asText)
                    .toList();
            return new Head(
                    origin(where, file), classes, all.path("labels_sha256").asText());
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw Problem.wrongUse("is damaged", "run the audit again")
                    .in(file.toString())
                    .because(e);
        } catch (IOException e) {
            throw Problem.wrongUse(
                            Disk.explain(file, "read", e).getMessage(),
                            "keep the reviewed file in the folder of the audit, or name that with --audit")
                    .because(e);
        }
    }

    private static Origin origin(JsonNode where, Path file) {
        Path folder = file.toAbsolutePath().getParent();
        String path = where.path("path").asText();
        return new Origin(
                Origin.Kind.valueOf(where.path("kind").asText().toUpperCase(Locale.ROOT)),
                (folder == null ? Path.of(path) : folder.resolve(path)).normalize(),
                where.path("sha256").asText(),
                where.path("label").isTextual()
                        ? Optional.of(where.path("label").asText())
                        : Optional.empty(),
                where.path("encoding").asText(),
                where.path("separator").asText(",").charAt(0),
                where.path("header").asBoolean());
    }
}
