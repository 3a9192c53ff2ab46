package dev.rote.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rote.audit.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditReportTest {

    private static String render(Findings findings, boolean redact) {
        return AuditReport.render(findings, AuditReport.how(findings.level()), redact);
    }

    private static String body(Findings findings, boolean redact) {
        String page = render(findings, redact);
        return page.substring(page.indexOf("<body"), page.indexOf("<footer>"));
    }

    @Test
    void sameFindingsSameBytes() {
        assertThat(render(SampleFindings.texts(500), false)).isEqualTo(render(SampleFindings.texts(500), false));
    }

    @Test
    void theFirstScreenSaysHowNoisyAndHowSure() {
        String top = body(SampleFindings.texts(1000), false);
        top = top.substring(0, top.indexOf("<nav"));
        assertThat(top)
                .contains("<b>7.8\u00a0%</b>", "between 6.1\u00a0% and 10.2\u00a0%", "of 1,000 labels are flagged")
                .contains(
                        "of the flagged labels are expected to be really wrong",
                        "The ten least credible labels",
                        "Know this first")
                .contains("flagged as probably wrong", "Rows are counted from 0, as in issues.csv");
        assertThat(top.split("<article", -1)).hasSize(1 + 10);
        assertThat(top.split("<bdi class=\"suggested\">", -1)).hasSize(1 + 10);
    }

    @Test
    void everyPartIsThere() {
        assertThat(body(SampleFindings.texts(1000), false))
                .contains("id=\"precision\"", "id=\"confusions\"", "id=\"remedies\"", "id=\"data-map\"", "id=\"votes\"")
                .contains("id=\"memorised\"", "id=\"influences\"", "id=\"conflicts\"", "id=\"columns\"")
                .contains("speaks against the label of the first", "Relabel the flagged examples after looking")
                .contains("from -1 to 1; high is learned by heart");
    }

    @Test
    void whatIsNotKnownIsLeftOutOrSaid() {
        assertThat(body(SampleFindings.little(), false))
                .contains(
                        "<strong>Cannot tell.</strong> The features say as little",
                        "Do not correct labels because of it")
                .contains(
                        "share of wrong labels: not estimated",
                        "how many of the flagged labels are really wrong: not estimated")
                .contains("The 3 least credible labels", "Nothing here says that these labels are wrong")
                .doesNotContain("<figure", "id=\"remedies\"", "id=\"votes\"", "NaN", "null");
    }

    @Test
    void hostileTextsStayTexts() {
        String text = SampleReport.HOSTILE + "\u202edlo\u0000\ud800" + "long".repeat(30_000);
        String page = body(SampleFindings.hostile(text), false);
        assertThat(page)
                .contains("&lt;/script&gt;&lt;script&gt;")
                .doesNotContain("<script>", "<img", "\u202e", "\u0000")
                .doesNotContainPattern(
                        "(?i)<(?!/?(bdi|div|span|p|b|i|s|h1|h2|h3|ul|li|a|nav|section|article|header|main|table|thead|tbody"
                                + "|tr|th|td|dl|dt|dd|blockquote|figure|figcaption|button|script type=\"application/json\"|/?script|details|summary"
                                + "|strong|noscript|body)[ >/])[a-z/!]");
        assertThat(page.length()).as("long texts are cut").isLessThan(1_000_000);
    }

    @Test
    void redactedPagesHoldNoValues() {
        String page = body(SampleFindings.rows(300), true);
        assertThat(page)
                .contains("Values of examples are not shown", "&gt;50K", "Row ")
                .doesNotContain("R-1", "clerk", "capital_gain", "<dl", "<dt");
        assertThat(body(SampleFindings.texts(300), true)).doesNotContain("kettle", "<blockquote");
        assertThat(body(SampleFindings.pictures(300), true)).doesNotContain("<img", "data:image");
        assertThat(body(SampleFindings.rows(300), false)).contains("R-1", "clerk", "capital_gain", "class=\"odd\"");
    }

    @Test
    void picturesStandInThePage() {
        String page = render(SampleFindings.pictures(300), false);
        assertThat(page).contains("<img class=\"pixels\" src=\"data:image/png;base64,iVBOR", "img-src data:");
    }

    @Test
    void aHundredThousandRowsAreSampled() {
        Findings findings = SampleFindings.texts(100_000);
        AtomicInteger looks = new AtomicInteger();
        Findings counted = counting(findings, looks);
        render(counted, false); // warm
        long start = System.nanoTime();
        String page = render(counted, false);
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(seconds).isLessThan(10);
        assertThat(page.length()).as("besides the chart library").isLessThan(2_000_000);
        assertThat(looks.get()).as("only what is shown is looked up").isLessThan(2 * 260);
        assertThat(page).contains("2,000 examples are drawn, chosen by lot out of 100,000");
        String list = page.substring(page.indexOf("<details"), page.indexOf("</details>"));
        assertThat(Pattern.compile("<th role=\"rowheader\"").matcher(list).results())
                .hasSize(200);
        assertThat(AuditFigures.sample(findings)).hasSize(2000);
    }

    private static Findings counting(Findings f, AtomicInteger looks) {
        return new Findings(
                f.source(),
                f.level(),
                f.classes(),
                f.rows(),
                f.ids(),
                f.given(),
                f.suggested(),
                f.quality(),
                f.issue(),
                f.noise(),
                f.transition(),
                f.precision(),
                f.scores(),
                i -> {
                    looks.incrementAndGet();
                    return f.exhibit().apply(i);
                },
                f.notices(),
                f.cannotTell(),
                f.extras());
    }

    @Test
    void manyClassesAreCut() {
        List<String> names = IntStream.range(0, 400).mapToObj(k -> "class " + k).toList();
        String page = body(SampleFindings.withClasses(names, 5000), false);
        assertThat(page).contains("Only the 25 classes that are confused most are drawn", "summary.json has all 400");
    }

    @Test
    void nothingIsRequested() {
        assertThat(body(SampleFindings.pictures(300), false))
                .doesNotContainPattern("(?i)\\s(src|href|action|srcset|data)\\s*=\\s*[\"'](?!#|data:image/png;base64,)")
                .doesNotContainPattern("(?i)url\\(|@import|<link|<iframe|<object");
    }

    @Test
    void replacesWholeAndLeavesNothingBeside(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("report.html");
        Files.writeString(file, "old");
        AuditReport.write(SampleFindings.little(), false, file);
        assertThat(file).content().startsWith("<!doctype html>").endsWith("</html>\n");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }
}
