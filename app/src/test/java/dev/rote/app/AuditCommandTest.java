package dev.rote.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rote.audit.Plan;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The audit as a user calls it, and all that it says no to.
 *
 * <p>Long because every option and every refusal is a test of its own on the same few files.
 */
class AuditCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Path out() {
        return folder.resolve("out");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file);
    }

    /** Two hundred rows of two classes that a number tells apart, and labels of which every tenth is wrong. */
    private static String table() {
        StringBuilder table = new StringBuilder("size,colour,kind\n");
        for (int i = 0; i < 200; i++) {
            int k = i % 2;
            String kind = (i % 20 < 2 ? 1 - k : k) == 0 ? "cat" : "dog";
            table.append(k * 50 + i * 7 % 13)
                    .append(i % 3 == 0 ? ",red," : ",blue,")
                    .append(kind)
                    .append('\n');
        }
        return table.toString();
    }

    /** Rows that were changed on purpose, as the truth beside an example tells. */
    private static Set<Integer> planted(String truth) {
        return Repository.text(truth)
                .lines()
                .skip(1)
                .map(line -> Integer.valueOf(line.split(",")[0]))
                .collect(Collectors.toSet());
    }

    /** Of the flags those that are planted, and of what is planted what is flagged. */
    private void compare(Set<Integer> planted, int rows, double precision, double recall) throws IOException {
        List<String> issues = lines(out().resolve("issues.csv"));
        assertThat(issues).hasSize(rows + 1);
        assertThat(issues.get(0)).startsWith("row,given_label,suggested_label,label_quality,is_issue,");
        int flags = 0;
        int right = 0;
        for (int i = 1; i <= rows; i++) {
            String[] cells = issues.get(i).split(",");
            assertThat(cells[0]).isEqualTo(Integer.toString(i - 1));
            assertThat(Double.parseDouble(cells[3])).isBetween(0.0, 1.0);
            boolean flagged = Boolean.parseBoolean(cells[4]);
            assertThat(cells[1].equals(cells[2])).isEqualTo(!flagged);
            flags += flagged ? 1 : 0;
            right += flagged && planted.contains(i - 1) ? 1 : 0;
        }
        assertThat((double) right / flags).as("precision of %d flags", flags).isGreaterThan(precision);
        assertThat((double) right / planted.size()).as("recall").isGreaterThan(recall);
    }

    @Test
    void peopleWithWrongLabelsAreFound() throws IOException {
        Path data = Repository.path("examples/audit/people.csv");
        byte[] before = Files.readAllBytes(data);
        Call call = Call.rote("audit", data, "--label", "income", "--out", out());
        assertThat(call.status()).isZero();
        assertThat(call.out()).contains("of 2000 labels look wrong; estimated noise rate", "row ", "Report: ");
        try (Stream<Path> files = Files.list(out())) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("plan.yaml", "issues.csv", "summary.json", "report.html");
        }
        // By chance 0.08 of the flags would be right. Census income is hard to predict: most flags are odd people, not
        // planted.
        compare(planted("examples/audit/people.truth.csv"), 2000, 0.3, 0.4);
        assertThat(data).hasBinaryContent(before);
        JsonNode summary = JSON.readTree(out().resolve("summary.json").toFile());
        assertThat(summary.path("noise_rate_low").asDouble())
                .isLessThanOrEqualTo(summary.path("noise_rate").asDouble());
        assertThat(summary.path("noise_rate_high").asDouble())
                .isGreaterThanOrEqualTo(summary.path("noise_rate").asDouble());
        assertThat(summary.path("examples").asInt()).isEqualTo(2000);
    }

    @Test
    void messagesWithWrongLabelsAreFoundAndStayPrivate() throws IOException {
        Path data = Repository.path("examples/audit/messages.csv");
        Call call = Call.rote(
                "audit", data, "--label", "label", "--text", "message", "--redact", "--format", "json", "--out", out());
        assertThat(call.status()).isZero();
        assertThat(call.out().strip()).startsWith("{").doesNotContain("\n");
        assertThat(JSON.readTree(call.out()))
                .isEqualTo(JSON.readTree(out().resolve("summary.json").toFile()));
        compare(planted("examples/audit/messages.truth.csv"), 2500, 0.8, 0.8);
        List<String> texts = new ArrayList<>();
        for (String line : lines(data)) {
            String start = line.replaceAll("^\"", "");
            if (start.length() > 40) {
                texts.add(start.substring(5, 25).replace("\"\"", "\""));
            }
        }
        assertThat(texts).hasSizeGreaterThan(1500);
        assertHidden(call, texts);
    }

    /** None of these stands in any file or message. */
    private void assertHidden(Call call, List<String> texts) throws IOException {
        List<String> places = new ArrayList<>(List.of(call.out(), call.error()));
        if (Files.exists(out())) {
            try (Stream<Path> files = Files.list(out())) {
                for (Path file : files.toList()) {
                    places.add(Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
        for (String place : places) {
            String plain = place.replace("&#39;", "'").replace("&#34;", "\"").replace("&amp;", "&");
            for (String text : texts) {
                assertThat(plain.contains(text)).as(text).isFalse();
            }
        }
    }

    @Test
    void noValueIsToldWhenRedacted() throws IOException {
        StringBuilder table = new StringBuilder("name,who,size,colour,age,kind\n");
        List<String> secrets = new ArrayList<>(List.of("qzred", "qzblue", "qzodd", "qztwice"));
        for (int i = 0; i < 200; i++) {
            String name = "qz" + (7919 * i + 100_003) + " of " + i;
            secrets.add(name);
            String who = i == 1 ? "qztwice" : "qztwice" + (i == 0 ? "" : i);
            table.append(name).append(',').append(who).append(',').append(i % 2 * 50 + i * 7 % 13);
            table.append(i % 3 == 0 ? ",qzred," : ",qzblue,").append(i == 9 ? "qzodd" : i * 31 % 60);
            table.append((i % 20 < 2) == (i % 2 == 0) ? ",dog\n" : ",cat\n");
        }
        Path data = file("pets.csv", table.toString());
        Object[] usual = {"audit", data, "--label", "kind", "--id", "who", "--parquet", "--out", out()};
        Call open = Call.rote(usual);
        assertThat(open.out()).contains("qzodd", "Note: Column 'who' names several rows alike");
        assertThat(Files.readString(out().resolve("issues.csv"))).contains("qztwice7");
        Object[] asked = Arrays.copyOf(usual, usual.length + 1);
        asked[usual.length] = "--redact";
        Call call = Call.rote(asked);
        assertThat(call.status()).isZero();
        assertThat(out().resolve("issues.parquet")).exists();
        assertHidden(call, secrets);
        Path several =
                file("several.csv", table.toString().replace("dog", "qzx;qzy").replace("cat", "qzy;qzx"));
        Call refused = Call.rote("audit", several, "--label", "kind", "--redact", "--out", out());
        assertThat(refused.status()).isEqualTo(Main.WRONG_USE);
        assertThat(refused.error()).contains("must be one label per row").doesNotContain("qz");
    }

    @Test
    void aPlanIsReplayedToTheByte() throws IOException {
        Path data = file("pets.csv", table());
        Path first = folder.resolve("first");
        assertThat(Call.rote("audit", data, "--label", "kind", "--seed", 5, "--out", first)
                        .status())
                .isZero();
        assertThat(Files.readString(first.resolve("plan.yaml"))).contains("seed: 5");
        Call again = Call.rote(
                "audit", data, "--label", "kind", "--plan", first.resolve("plan.yaml"), "--workers", 1, "--out", out());
        assertThat(again.status()).isZero();
        for (String name : List.of("plan.yaml", "issues.csv")) {
            assertThat(out().resolve(name)).hasSameBinaryContentAs(first.resolve(name));
        }
        assertThat(Call.rote("audit", data, "--label", "kind", "--out", out()).status())
                .isZero();
        assertThat(Files.readAllBytes(out().resolve("issues.csv")))
                .isNotEqualTo(Files.readAllBytes(first.resolve("issues.csv")));
        assertRefused(
                "must be at least 2",
                data,
                "--label",
                "kind",
                "--plan",
                file("bad.yaml", new Plan().text().replace("folds: 5", "folds: 1")));
        assertRefused("bad.yaml:3: folds", data, "--label", "kind", "--plan", folder.resolve("bad.yaml"));
        assertRefused("seed: must be given", data, "--label", "kind", "--plan", file("cut.yaml", "level: quick\n"));
        assertRefused("is a folder", data, "--label", "kind", "--plan", folder);
    }

    @Test
    void tooManyWrongLabelsFailWhereAsked() throws IOException {
        Path data = file("pets.csv", table());
        Object[] usual = {"audit", data, "--label", "kind", "--out", out(), "--fail-above"};
        for (double share : new double[] {0.01, 0.5}) {
            Object[] asked = Arrays.copyOf(usual, usual.length + 1);
            asked[usual.length] = share;
            assertThat(Call.rote(asked).status()).isEqualTo(share < 0.1 ? 1 : 0);
            assertThat(out().resolve("report.html")).exists();
        }
        assertRefused("--fail-above: was 5.0, must be a share", data, "--label", "kind", "--fail-above", 5);
    }

    @Test
    void labelsWithoutReasonAreNotJudged() throws IOException {
        StringBuilder table = new StringBuilder("a,b,y\n");
        for (int i = 0; i < 300; i++) {
            int hash = Integer.reverse(i * 0x9E3779B9) >>> 3;
            table.append(hash % 97)
                    .append(',')
                    .append(hash / 97 % 89)
                    .append(hash / 8633 % 2 == 0 ? ",yes\n" : ",no\n");
        }
        Path data = file("none.csv", table.toString());
        for (String level : List.of("--quick", "--workers=2")) {
            Call call = Call.rote("audit", data, "--label", "y", level, "--fail-above", 0.1, "--out", out());
            assertThat(call.status()).isZero();
            assertThat(call.out()).contains("Cannot tell: ", "0 of 300 labels look wrong; noise rate not estimated");
            assertThat(Files.readString(out().resolve("issues.csv"))).doesNotContain(",true");
            assertThat(JSON.readTree(out().resolve("summary.json").toFile())
                            .path("noise_rate")
                            .isNull())
                    .isTrue();
        }
    }

    private void assertRefused(String message, Object... arguments) {
        try {
            if (Files.exists(out())) {
                try (Stream<Path> files = Files.list(out())) {
                    for (Path file : files.toList()) {
                        Files.delete(file);
                    }
                }
                Files.delete(out());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Object> all = new ArrayList<>(List.of("audit", "--out", out()));
        all.addAll(List.of(arguments));
        Call call = Call.rote(all.toArray());
        assertThat(call.error()).startsWith("rote: ").contains(message);
        assertThat(call.error().strip().lines()).hasSize(1);
        assertThat(call.status()).isEqualTo(Main.WRONG_USE);
        assertThat(call.out()).isEmpty();
        assertThat(out()).doesNotExist();
    }

    @Test
    void whatCannotBeAuditedIsRefusedAndNothingIsWritten() throws IOException {
        Path data = file("pets.csv", table());
        assertRefused("did you mean 'kind'?", data, "--label", "kinds");
        assertRefused("did you mean 'colour'?", data, "--label", "kind", "--exclude", "color");
        assertRefused("--label: is needed for a table", data);
        assertRefused("--quick and --full at once", data, "--label", "kind", "--quick", "--full");
        assertRefused("--probs", "--labels", data);
        assertRefused("--labels", "--probs", data);
        assertRefused("needs either data or your own probabilities", data, "--labels", data, "--probs", data);
        assertRefused("needs either data or your own probabilities");
        assertRefused("--minutes: was -1.0, must be above 0", data, "--label", "kind", "--minutes", -1);
        assertRefused("--workers: was 0", data, "--label", "kind", "--workers", 0);
        assertRefused("none.csv", folder.resolve("none.csv"), "--label", "kind");
        assertRefused("empty.csv", file("empty.csv", ""), "--label", "kind");
        assertRefused("head.csv", file("head.csv", "size,kind\n"), "--label", "kind");
        assertRefused("has only one class", file("one.csv", "size,kind\n1,cat\n2,cat\n"), "--label", "kind");
        StringBuilder target = new StringBuilder("size,kind\n");
        StringBuilder several = new StringBuilder("size,kind\n");
        for (int i = 0; i < 100; i++) {
            target.append(i).append(',').append(i * 37 % 101 / 7.0).append('\n');
            several.append(i).append(i % 3 == 0 ? ",cat;dog\n" : i % 3 == 1 ? ",dog;ape\n" : ",ape;cat\n");
        }
        assertRefused("a measurement and no class", file("target.csv", target.toString()), "--label", "kind");
        assertRefused("must be one label per row", file("several.csv", several.toString()), "--label", "kind");
        Path latin = Files.write(
                folder.resolve("latin.csv"), "size,kind\n1,käse\n2,brot\n".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused("latin.csv", latin, "--label", "kind");
        assertRefused("is not text in this encoding; set --encoding", latin, "--label", "kind");
        Files.createDirectories(folder.resolve("photos"));
        assertRefused("photos", folder.resolve("photos"));
    }

    private Path npy(String name, String shape, double... values) throws IOException {
        String head = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + shape + "), }";
        String padded = head + " ".repeat(63 - (10 + head.length()) % 64) + "\n";
        ByteBuffer bytes =
                ByteBuffer.allocate(10 + padded.length() + 8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) padded.length());
        bytes.put(padded.getBytes(StandardCharsets.US_ASCII));
        Arrays.stream(values).forEach(bytes::putDouble);
        return Files.write(folder.resolve(name), bytes.array());
    }

    @Test
    void ownProbabilitiesAreEnough() throws IOException {
        double[] labels = new double[60];
        double[] probs = new double[120];
        for (int i = 0; i < 60; i++) {
            labels[i] = (i % 2 + (i < 4 ? 1 : 0)) % 2;
            probs[2 * i] = i % 2 == 0 ? 0.9 : 0.1;
            probs[2 * i + 1] = 1 - probs[2 * i];
        }
        Path given = npy("labels.npy", "60,", labels);
        Call call = Call.rote("audit", "--labels", given, "--probs", npy("probs.npy", "60, 2", probs), "--out", out());
        assertThat(call.error()).isEmpty();
        assertThat(call.status()).isZero();
        assertThat(call.out()).contains("4 of 60 labels look wrong", "row 0: '1', suggested '0' (quality 0.100)");
        assertThat(lines(out().resolve("issues.csv")).get(1)).startsWith("0,1,0,0.");
        probs[0] = 0.5;
        assertRefused("must sum to 1 within", "--labels", given, "--probs", npy("bad.npy", "60, 2", probs));
        probs[0] = Double.NaN;
        assertRefused("bad.npy", "--labels", given, "--probs", npy("bad.npy", "60, 2", probs));
        assertRefused("bad.npy", "--labels", given, "--probs", npy("bad.npy", "60, 1", labels));
        assertRefused("was 30 rows", "--labels", given, "--probs", npy("bad.npy", "30, 2", labels));
    }

    /** Pictures of one colour each, so small that they are learned in no time. */
    private Path pictures() throws IOException {
        Path photos = folder.resolve("photos");
        for (int i = 0; i < 40; i++) {
            BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
            for (int p = 0; p < 64; p++) {
                image.setRGB(p % 8, p / 8, (i % 2 == 0 ? 0xc02010 : 0x1020c0) + 257 * (i * 31 + p * 17) % 61);
            }
            Path file = photos.resolve((i % 2 == 0 ? "cat/" : "dog/") + "qzpicture" + i + ".png");
            Files.createDirectories(file.getParent());
            ImageIO.write(image, "png", file.toFile());
        }
        return photos;
    }

    @Test
    void noFileIsNamedWhenRedacted() throws IOException {
        Path photos = pictures();
        Files.writeString(photos.resolve("cat/qzbroken.png"), "no picture");
        Files.writeString(photos.resolve("qznotes.txt"), "no picture");
        Call open = Call.rote("audit", photos, "--quick", "--out", out());
        assertThat(open.out()).contains("cat/qzbroken.png", "qznotes.txt");
        Call call = Call.rote("audit", photos, "--quick", "--redact", "--out", out());
        assertThat(call.status()).isZero();
        assertThat(call.out())
                .contains("1 picture that cannot be decoded is left out: row 0 ", "1 entry of the folder");
        assertHidden(call, List.of("qzpicture", "qzbroken", "qznotes"));
    }

    @Test
    void optionsThatNobodyWouldHeedAreRefused() throws IOException {
        Path photos = pictures();
        for (String option : List.of("--label", "--text", "--id", "--exclude", "--group", "--encoding")) {
            assertRefused(option + ": is for tables", photos, option, "utf-8");
        }
        Object[] own = {"--labels", "y.npy", "--probs", "p.npy"};
        for (Object[] more : new Object[][] {
            {"--label", "y"},
            {"--encoding", "utf-8"},
            {"--full"},
            {"--quick"},
            {"--seed", 0},
            {"--minutes", 1},
            {"--plan", "p"}
        }) {
            Object[] all =
                    Stream.concat(Arrays.stream(own), Arrays.stream(more)).toArray();
            assertRefused(more[0] + ": has no meaning with --probs", all);
        }
        Path data = file("pets.csv", table());
        Path plan = file("plan.yaml", "level: quick\n");
        assertRefused(
                "--quick, --seed: is fixed by the plan",
                data,
                "--label",
                "kind",
                "--plan",
                plan,
                "--quick",
                "--seed",
                1);
        assertRefused("--label: is needed for a table; name the column of the labels: 'size', 'colour', 'kind'", data);
        assertRefused("does not exist; paths are relative to", folder.resolve("none"));
        assertRefused("--encoding: was klingon", data, "--label", "kind", "--encoding", "klingon");
        assertRefused("'abc' is not a whole number", data, "--label", "kind", "--seed", "abc");
    }

    @Test
    void neitherDataNorDecisionsAreWrittenOver() throws IOException {
        Path data = file("issues.csv", table());
        Call call = Call.rote("audit", data, "--label", "kind", "--quick", "--out", folder);
        assertThat(call.status()).isEqualTo(Main.WRONG_USE);
        assertThat(call.error()).contains("would replace the audited data, issues.csv");
        assertThat(data).hasContent(table());
        Path photos = pictures();
        for (Path inside : List.of(photos, photos.resolve("cat/new/deeper"))) {
            call = Call.rote("audit", photos, "--quick", "--out", inside);
            assertThat(call.error()).contains("lies in the audited data");
            assertThat(photos.resolve("plan.yaml")).doesNotExist();
            assertThat(photos.resolve("cat/new")).doesNotExist();
        }
        Path pets = file("pets.csv", table());
        Object[] usual = {"audit", pets, "--label", "kind", "--quick", "--out", out()};
        call = Call.rote("audit", pets, "--label", "kind", "--quick", "--parquet", "--out", out());
        assertThat(call.status()).isZero();
        assertThat(out().resolve("issues.parquet")).exists();
        assertThat(Call.rote(usual).status()).isZero();
        try (Stream<Path> files = Files.list(out())) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .as("nothing of the audit before")
                    .containsExactlyInAnyOrder("plan.yaml", "issues.csv", "summary.json", "report.html");
        }
        String issues = Files.readString(out().resolve("issues.csv"));
        String reviewed = issues.replaceFirst("\n", ",action\n");
        Files.writeString(out().resolve("issues.csv"), reviewed);
        call = Call.rote(usual);
        assertThat(call.status()).isEqualTo(Main.WRONG_USE);
        assertThat(call.error()).contains("holds what somebody decided");
        assertThat(out().resolve("issues.csv")).hasContent(reviewed);
        Files.writeString(out().resolve("issues.csv"), "my own\n");
        assertThat(Call.rote(usual).error()).contains("is not as an audit wrote it");
        assertThat(Call.rote("audit", pets, "--label", "kind", "--out", file("file", "x"))
                        .error())
                .contains("is a file, must be a folder");
    }

    @Test
    void aFailureLeavesTheFilesOfTheAuditBefore() throws IOException {
        Path data = file("pets.csv", table());
        Object[] usual = {"audit", data, "--label", "kind", "--quick", "--out", out()};
        assertThat(Call.rote(usual).status()).isZero();
        byte[] issues = Files.readAllBytes(out().resolve("issues.csv"));
        Files.writeString(data, table().replace("cat", "ape"));
        byte[] report = Files.readAllBytes(out().resolve("report.html"));
        Files.createDirectories(out().resolve(".unfinished/report.html"));
        Call call = Call.rote(usual);
        assertThat(call.status()).isEqualTo(Main.COULD_NOT_RUN);
        assertThat(call.error()).contains("report.html: could not be written");
        assertThat(out().resolve("issues.csv")).hasBinaryContent(issues);
        assertThat(out().resolve("report.html")).hasBinaryContent(report);
        assertThat(out().resolve(".unfinished")).doesNotExist();
        assertThat(Call.rote(usual).status()).isZero();
        assertThat(out().resolve("issues.csv")).content().contains("ape").doesNotContain("cat");
        Files.delete(out().resolve("report.html"));
        Files.createDirectories(out().resolve("report.html"));
        assertThat(Call.rote(usual).error()).contains("has a folder in the place of report.html");
    }
}
