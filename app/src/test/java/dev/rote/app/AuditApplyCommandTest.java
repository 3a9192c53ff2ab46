package dev.rote.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.audit.Findings;
import dev.rote.audit.Interval;
import dev.rote.audit.Level;
import dev.rote.audit.features.Exhibit;
import dev.rote.audit.files.IssuesFile;
import dev.rote.audit.files.Origin;
import dev.rote.audit.files.SummaryFile;
import dev.rote.yaml.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AuditApplyCommandTest {

    private static final String DATA = "name;y\r\nann; cat\r\n\r\nbob;\"dog\"\r\n\"c;d\";cat\rdee;=ape\neve;dog";
    private static final List<String> LABELS = List.of("cat", "dog", "cat", "=ape", "dog");

    @TempDir
    Path folder;

    private Path audit;

    @BeforeEach
    void folders() throws IOException {
        audit = Files.createDirectories(folder.resolve("audit"));
    }

    /** An audit of these labels that suggests a cat everywhere and flags row 1. */
    private void audited(Origin origin, List<String> labels, List<String> ids) throws IOException {
        List<String> classes = labels.stream().distinct().sorted().toList();
        int count = labels.size();
        boolean[] issue = new boolean[count];
        issue[1] = true;
        Findings findings = new Findings(
                "data",
                Level.DEFAULT,
                classes,
                IntStream.range(0, count).toArray(),
                ids,
                labels.stream().mapToInt(classes::indexOf).toArray(),
                labels.stream()
                        .mapToInt(label -> Math.max(0, classes.indexOf("cat")))
                        .toArray(),
                new double[count],
                issue,
                new Interval(0.1, 0, 0.2),
                new double[0][],
                List.of(),
                List.of(),
                i -> new Exhibit.Nothing(),
                List.of(),
                Optional.empty(),
                Findings.Extras.NONE);
        SummaryFile.write(findings, Optional.of(origin), audit.resolve("summary.json"));
        IssuesFile.writeCsv(findings, audit.resolve("issues.csv"));
    }

    private Path table() throws IOException {
        Path data = Files.write(folder.resolve("people.csv"), DATA.getBytes(StandardCharsets.UTF_8));
        audited(Origin.table(data, "y", "utf-8", "auto", true), LABELS, List.of());
        return data;
    }

    private Path reviewed(String text) throws IOException {
        return Files.writeString(audit.resolve("reviewed.csv"), text);
    }

    private static Call apply(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter error = new StringWriter();
        int status = new CommandLine(new AuditApplyCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(error))
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr().println(failure.getMessage());
                    return failure instanceof Problem problem ? problem.exitCode() : Main.COULD_NOT_RUN;
                })
                .execute(Stream.of(arguments).map(String::valueOf).toArray(String[]::new));
        return new Call(status, out.toString(), error.toString());
    }

    private void refused(String review, String message, Object... more) throws IOException {
        List<Object> arguments = new ArrayList<>(List.of(reviewed(review)));
        arguments.addAll(List.of(more));
        Call call = apply(arguments.toArray());
        assertThat(call.status()).isEqualTo(Main.WRONG_USE);
        assertThat(call.error()).contains(message);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsOnly("audit", "people.csv");
        }
    }

    @Test
    void onlyWhatWasDecidedChanges() throws IOException {
        Path data = table();
        Call call = apply(reviewed("""
                row,given_label,suggested_label,label_quality,is_issue,action
                4,dog,cat,0,false,drop
                1,dog,'=ape,0,true,Relabel
                3,'=ape,cat,0,false,keep
                0,cat,dog,0,false,
                """));
        assertThat(call.error()).isEmpty();
        assertThat(call.status()).isZero();
        assertThat(call.out()).contains("Relabelled 1, dropped 1, kept 1; no decision about 1");
        assertThat(folder.resolve("people.corrected.csv"))
                .hasBinaryContent("name;y\r\nann; cat\r\n\r\nbob;\"=ape\"\r\n\"c;d\";cat\rdee;=ape\n"
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(data).hasBinaryContent(DATA.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aSpreadsheetsFileIsRead() throws IOException {
        table();
        reviewed("\uFEFFrow;given_label;suggested_label;is_issue;action\r\n1;dog;cat;TRUE;relabel\r\n");
        Call call = apply(audit.resolve("reviewed.csv"), "--format", "json");
        assertThat(call.out()).contains("\"relabel\":1", "\"drop\":0");
        assertThat(folder.resolve("people.corrected.csv")).content().contains("bob;\"cat\"\r\n");
    }

    @Test
    void theAuditsOwnFileDecidesNothingUnlessAsked() throws IOException {
        table();
        Call call = apply(audit.resolve("issues.csv"));
        assertThat(call.status()).isEqualTo(Main.WRONG_USE);
        assertThat(call.error()).contains("has no column action");
        assertThat(apply(audit.resolve("issues.csv"), "--flagged", "relabel").out())
                .contains("Relabelled 1, dropped 0, kept 0; no decision about 4");
        assertThat(folder.resolve("people.corrected.csv"))
                .hasBinaryContent(DATA.replace("\"dog\"", "\"cat\"").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void mistakesAreToldWithTheirLine() throws IOException {
        Path data = table();
        String head = "row,given_label,suggested_label,is_issue,action\n";
        refused(
                head + "1,dog,cat,true,relabel\n2,dog,cat,true,drop\n",
                ":3: given_label: was 'dog', must be 'cat' as in row 2");
        refused(
                head + "1,dog,cta,true,relabel\n",
                ":2: suggested_label: was 'cta', must be one of the labels: =ape, cat, dog");
        refused(head + "1,dog,,true,relabel\n", "must be one of the labels", "--new-labels");
        refused(head + "1,dog,cat,true,change\n", ":2: action: was 'change', must be keep, relabel or drop");
        refused(head + "1,dog,cat,true,drop\n1,dog,cat,true,keep\n", ":3: row: was '1', must stand there once");
        refused(head + "5,dog,cat,true,drop\n", ":2: row: was 5, must be below 5");
        refused(head + "x,dog,cat,true,drop\n", "must be a whole number");
        refused(head + "1,dog,cat,true\n", "must have 5");
        refused("row,action\n1,drop\n", "has no column given_label");
        refused(head + "1,dog,cat,true,drop\n", "is there already", "--out", data);
        refused(head + "1,dog,cat,true,drop\n", "a folder that is not there", "--out", folder.resolve("a/b.csv"));
        Files.writeString(data, DATA + "\n");
        refused(head + "1,dog,cat,true,drop\n", "was changed since it was audited");
    }

    @Test
    void newLabelsMustBeAllowed() throws IOException {
        table();
        String review = "row,given_label,suggested_label,action\n2,cat,\"a;\"\"b\",relabel\n";
        assertThat(apply(reviewed(review), "--new-labels").status()).isZero();
        assertThat(folder.resolve("people.corrected.csv")).content().contains("\"c;d\";\"a;\"\"b\"\r");
    }

    @Test
    void otherEncodingsAndGzipStayWhatTheyAre() throws IOException {
        String text = "y\tx\nrot\tä\nweiß\tö\nrot\tü\n";
        String review = "row,given_label,suggested_label,action\n0,rot,weiß,relabel\n2,rot,rot,drop\n";
        String expected = "y\tx\nweiß\tä\nweiß\tö\n";
        for (String encoding : List.of("latin-1", "utf-16", "utf-8")) {
            Path data = folder.resolve(encoding + ".tsv.gz");
            var charset = encoding.equals("latin-1")
                    ? StandardCharsets.ISO_8859_1
                    : encoding.equals("utf-16") ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
            String mark = encoding.equals("utf-16") ? "\uFEFF" : "";
            try (var out = new GZIPOutputStream(Files.newOutputStream(data))) {
                out.write((mark + text).getBytes(charset));
            }
            audited(Origin.table(data, "y", encoding, "auto", true), List.of("rot", "weiß", "rot"), List.of());
            assertThat(apply(reviewed(review)).error()).isEmpty();
            ByteArrayOutputStream copy = new ByteArrayOutputStream();
            try (var in = new GZIPInputStream(Files.newInputStream(folder.resolve(encoding + ".corrected.tsv.gz")))) {
                in.transferTo(copy);
            }
            assertThat(copy.toByteArray()).isEqualTo((mark + expected).getBytes(charset));
        }
        Path data = Files.write(folder.resolve("a.tsv"), text.getBytes(StandardCharsets.ISO_8859_1));
        audited(Origin.table(data, "y", "latin-1", "auto", true), List.of("rot", "weiß", "rot"), List.of());
        Call call = apply(reviewed(review.replace("rot,weiß", "rot,白")), "--new-labels");
        assertThat(call.error()).contains(":2: suggested_label: was '白', must have characters of latin-1 only");
        assertThat(folder.resolve("a.corrected.tsv")).doesNotExist();
    }

    @Test
    void jsonLinesKeepTheirText() throws IOException {
        String text = "{\"y\": \"a\", \"x\": 1.0}\n\n{ \"x\":2,\"y\":\"b\" }\n{\"y\":\"a\"}";
        Path data = Files.writeString(folder.resolve("a.jsonl"), text);
        audited(Origin.table(data, "y", "utf-8", "auto", true), List.of("a", "b", "a"), List.of());
        assertThat(apply(reviewed("row,given_label,suggested_label,action\n1,b,a,relabel\n0,a,a,drop\n"))
                        .status())
                .isZero();
        assertThat(folder.resolve("a.corrected.jsonl")).hasContent("\n{ \"x\":2,\"y\":\"a\" }\n{\"y\":\"a\"}");
    }

    @Test
    void parquetKeepsTypesAndOrder() throws IOException, SQLException {
        Path data = folder.resolve("a.parquet");
        Path copy = folder.resolve("a.corrected.parquet");
        try (Connection tables = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = tables.createStatement()) {
            statement.execute("COPY (SELECT range AS x, CAST(range % 2 AS TINYINT) AS y FROM range(5000)) TO '" + data
                    + "' (FORMAT parquet)");
            List<String> labels = IntStream.range(0, 5000)
                    .mapToObj(i -> String.valueOf(i % 2))
                    .toList();
            audited(Origin.table(data, "y", "utf-8", "auto", true), labels, List.of());
            String head = "row,given_label,suggested_label,action\n";
            Call wrong = apply(reviewed(head + "7,1,two,relabel\n"), "--new-labels");
            assertThat(wrong.error()).contains("could not be written").contains("two");
            assertThat(copy).doesNotExist();
            assertThat(apply(reviewed(head + "7,1,0,relabel\n3,1,1,drop\n")).error())
                    .isEmpty();
            try (ResultSet rows = statement.executeQuery("SELECT x, y, typeof(y) FROM '" + copy + "'")) {
                for (int i = 0; i < 5000; i++) {
                    if (i != 3) {
                        assertThat(rows.next()).isTrue();
                        assertThat(rows.getInt(1)).isEqualTo(i);
                        assertThat(rows.getInt(2)).isEqualTo(i == 7 ? 0 : i % 2);
                    }
                }
                assertThat(rows.getString(3)).isEqualTo("TINYINT");
                assertThat(rows.next()).isFalse();
            }
        }
    }

    @Test
    void picturesGetATableOfLabels() throws IOException {
        Path photos = Files.createDirectories(folder.resolve("photos/cat"));
        Files.writeString(photos.resolve("1.png"), "no picture");
        audited(
                Origin.labels(folder.resolve("photos")),
                List.of("cat", "dog", "dog"),
                List.of("cat/1", "dog/1", "dog/2"));
        String review = "row,given_label,suggested_label,action\n2,dog,cat,relabel\n1,dog,cat,drop\n";
        assertThat(apply(reviewed(review)).error()).isEmpty();
        assertThat(folder.resolve("photos.corrected-labels.csv"))
                .hasContent("row,id,label\n0,cat/1,cat\n2,dog/2,cat\n");
        assertThat(apply(reviewed(review.replace("2,dog", "2,cat")), "--out", folder.resolve("x.csv"))
                        .error())
                .contains(":2: given_label: was 'cat', must be 'dog' as in row 2");
        Files.writeString(audit.resolve("issues.csv"), "row,given_label\n0,cat\n1,cat\n2,dog\n");
        assertThat(apply(reviewed(review), "--out", folder.resolve("x.csv")).error())
                .contains("has other rows or given labels than the audit wrote");
        Files.writeString(photos.resolve("2.png"), "another");
        assertThat(apply(reviewed(review), "--out", folder.resolve("x.csv")).error())
                .contains("was changed since it was audited");
        assertThat(folder.resolve("x.csv")).doesNotExist();
    }

    @Test
    void movedDataCanBeNamed() throws IOException {
        Path data = table();
        Path moved =
                Files.move(data, Files.createDirectories(folder.resolve("b")).resolve("moved.csv"));
        Path review = reviewed("row,given_label,action\n1,dog,drop\n");
        assertThat(apply(review).error()).contains(": is not there; say with --data");
        assertThat(apply(review, "--data", moved).status()).isZero();
        assertThat(folder.resolve("b/moved.corrected.csv")).content().doesNotContain("bob");
    }

    @Test
    void filesThatCannotBeReviewsAreRefused() throws IOException {
        table();
        refused("", "is empty");
        refused("row,given_label,action,action\n1,dog,drop,keep\n", "has two columns action; delete one");
        refused("row,given_label,action\n1,dog,drop\n", "--encoding: was klingon", "--encoding", "klingon");
        Files.write(audit.resolve("reviewed.csv"), new byte[] {'r', 'o', 'w', ',', (byte) 0xe9, '\n'});
        Call call = apply(audit.resolve("reviewed.csv"));
        assertThat(call.error()).contains("reviewed.csv:1: is not text in this encoding; set --encoding, to latin-1");
    }

    @Test
    void aLabelThatStaysIsNotCountedAsRelabelled() throws IOException {
        table();
        Call call = apply(reviewed("row,given_label,suggested_label,action\n1,dog,dog,relabel\n0,cat,dog,relabel\n"));
        assertThat(call.out()).contains("Relabelled 1 (and 1 with the label that it has already), dropped 0");
    }
}
