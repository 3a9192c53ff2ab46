package dev.rote.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {

    @Test
    void sameReportSameBytes() {
        assertThat(HtmlReport.render(SampleReport.ordinary())).isEqualTo(HtmlReport.render(SampleReport.ordinary()));
    }

    @Test
    void hostileTextsStayTexts() {
        String page = withoutScripts(HtmlReport.render(SampleReport.hostile()));
        assertThat(page)
                .contains("&lt;/script&gt;&lt;script&gt;")
                .doesNotContain("<script>document.documentElement")
                .doesNotContain("<img")
                .doesNotContain("content=\"</script>");
        assertThat(page.split("</script>", -1)).hasSize(3 + 1);
    }

    @Test
    void nothingIsRequested() {
        String page = withoutScripts(HtmlReport.render(SampleReport.ordinary()));
        assertThat(page)
                .doesNotContainPattern("(?i)\\s(src|href|action|srcset|data)\\s*=\\s*[\"']?(?!#)[^\"'\\s>]*[/:]")
                .doesNotContainPattern("(?i)url\\(|@import|<link|<iframe|<object|<img");
        assertThat(page).contains("default-src &#39;none&#39;");
    }

    @Test
    void allThatTheReportSaysIsThere() {
        String page = HtmlReport.render(SampleReport.ordinary());
        assertThat(page)
                .contains("id=\"claim-D20\"", "FAILED", "NOT RUN", "best: test 99.6\u00a0%", "100 / 100\u00a0%")
                .contains("href=\"#claim-D3\"", "Nothing to measure in this sentence.")
                .contains("modulus: 97", "id=\"accuracies\"");
    }

    @Test
    void armsAreATableWithoutAnyScript() {
        String page = HtmlReport.render(SampleReport.ordinary());
        String table = page.substring(page.indexOf("<figure id=\"arms\""));
        table = table.substring(0, table.indexOf("</figure>"));
        assertThat(table)
                .contains(">best epoch,\u00a0%</th>", ">gce <span class=\"where\">3 seeds</span></th>")
                .contains("data-label=\"best epoch, %\">78.7\u00a0±\u00a01.0</td>")
                .as("a lower share of memorised labels is better, and one seed of jocor is missing")
                .contains(
                        "data-label=\"memorised, %\"><strong>7.0\u00a0±\u00a01.4 (2\u00a0of\u00a03)<span class=\"unseen\"> best</span></strong></td>")
                .as("one value alone is not the best one")
                .contains("data-label=\"label recall, %\">91.5\u00a0±\u00a00.7 (2\u00a0of\u00a03)</td>")
                .contains("data-label=\"label recall, %\">\u2013</td>")
                .contains("data-label=\"correction error, %\"><strong>9.0 (1\u00a0of\u00a03)<")
                .contains("<b>memorised</b>: what memorised, % is")
                .contains("data-save=\"csv\"")
                .doesNotContain("data-save=\"svg\"", "class=\"chart\"");
        assertThat(table.split("<strong>", -1)).hasSize(1 + 6);
    }

    @Test
    void replacesWholeAndLeavesNothingBeside(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("report.html");
        Files.writeString(file, "old");
        HtmlReport.write(SampleReport.ordinary(), file);
        assertThat(file).content().startsWith("<!doctype html>").endsWith("</html>\n");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void failureLeavesNothingBeside(@TempDir Path folder) throws IOException {
        Path file = Files.createDirectories(folder.resolve("report.html/full")).getParent();
        assertThatThrownBy(() -> HtmlReport.write(SampleReport.ordinary(), file))
                .isInstanceOf(IOException.class);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void missingFolderIsAnError(@TempDir Path folder) {
        assertThatThrownBy(() -> HtmlReport.write(SampleReport.ordinary(), folder.resolve("none/report.html")))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("report.html: could not be written: there is no such file or folder");
    }

    /** Our own scripts hold no foreign text; what is left is the page and the figures' JSON. */
    private static String withoutScripts(String page) {
        return page.substring(0, page.indexOf("<footer>"));
    }
}
