package dev.rote.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.rote.claims.Report;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens reports in a real browser. Windows narrower than 500 pixels do not exist there, so the page stands in a frame. */
class HtmlReportBrowserTest {

    @TempDir
    private static Path folder;

    private static final Optional<Browser> BROWSER = Browser.find();
    private static JsonNode wide = MissingNode.getInstance();

    @BeforeAll
    static void look() throws Exception {
        if (BROWSER.isPresent()) {
            wide = ask(SampleReport.ordinary(), 1200);
        } else {
            System.err.println(Browser.ABSENT);
        }
    }

    @BeforeEach
    void needsBrowser() {
        assumeTrue(BROWSER.isPresent(), Browser.ABSENT);
    }

    @Test
    void drawsEveryChartAndNothingBreaks() throws Exception {
        assertThat(wide.at("/errors").asText()).isEmpty();
        assertThat(wide.at("/drawn").asInt()).isEqualTo(10);
        assertThat(wide.at("/background").asText()).isEqualTo("rgb(255, 255, 255)");
        for (JsonNode chart : wide.at("/charts")) {
            if (chart.at("/id").asText().equals("empty")) {
                assertThat(chart.at("/legend").asText()).isEqualTo("No values were recorded.");
            } else {
                assertThat(chart.at("/marks").asInt())
                        .as(chart.at("/id").asText())
                        .isGreaterThan(8);
                assertThat(chart.at("/width").asInt()).isGreaterThan(400);
            }
            assertThat(chart.at("/longest").asInt())
                    .as("long curves are thinned")
                    .isLessThan(60_000);
        }
        assertThat(wide.at("/scrollWidth").asInt())
                .isEqualTo(wide.at("/clientWidth").asInt());
        assertThat(wide.at("/tips").size()).isGreaterThan(5);
        assertThat(wide.at("/toggled").asText()).isEqualTo("false");
    }

    @Test
    void fitsFourHundredPixels() throws Exception {
        JsonNode seen = ask(SampleReport.ordinary(), 400);
        assertThat(seen.at("/clientWidth").asInt()).isBetween(380, 400);
        assertThat(seen.at("/scrollWidth").asInt())
                .isEqualTo(seen.at("/clientWidth").asInt());
        assertThat(seen.at("/errors").asText()).isEmpty();
    }

    @Test
    void turnsDarkWithItsCharts() throws Exception {
        JsonNode seen =
                ask(SampleReport.ordinary(), 800, "--force-dark-mode", "--blink-settings=preferredColorScheme=0");
        assertThat(seen.at("/background").asText()).isEqualTo("rgb(20, 23, 26)");
        assertThat(seen.at("/charts/0/markup").asText()).contains("#62b4ec").doesNotContain("#0b69a8");
    }

    @Test
    void printsOpenAndNarrowEnoughForPaper() throws Exception {
        assertThat(wide.at("/open").asInt()).isEqualTo(2);
        assertThat(wide.at("/closed").asInt()).isEqualTo(2);
        assertThat(wide.at("/printed"))
                .allSatisfy(width -> assertThat(width.asInt()).isIn(0, 660));
        HtmlReport.write(SampleReport.ordinary(), folder.resolve("report.html"));
        Path pdf = folder.resolve("report.pdf");
        BROWSER.orElseThrow().show(folder.resolve("report.html"), folder, "--print-to-pdf=" + pdf);
        assertThat(Files.readAllBytes(pdf))
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII))
                .hasSizeGreaterThan(50_000);
    }

    @Test
    void savesPicturesAndTables() throws Exception {
        JsonNode saved = wide.at("/saved");
        assertThat(saved.size()).isEqualTo(21);
        assertThat(saved.at("/losses.csv").asText()).startsWith("series,step,loss,low,high\r\ntrain,1,0.0101");
        assertThat(saved.at("/norms.csv").asText().lines()).hasSize(10_001);
        assertThat(saved.at("/phases.csv").asText())
                .startsWith("corrupted share,data fraction,phase\r\n0.1,0.1,Full Inversion\r\n")
                .contains("\r\n0.9,0.1,\r\n");
        assertThat(saved.at("/methods.csv").asText()).contains("\r\n15,10,90,88,93\r\n", "\r\n20,,4,3,\r\n");
        assertThat(saved.at("/ipr.csv").asText()).startsWith("from,to,step 0,step 250,step 500\r\n0,0.05,");
        assertThat(saved.at("/gamma.csv").asText().lines()).hasSize(121);
        for (String id : new String[] {"accuracies", "neurons", "phases", "methods", "gamma", "ipr", "empty"}) {
            assertThat(wellFormed(saved.path(id + ".svg").asText())).isEqualTo("svg");
        }
        assertThat(saved.at("/accuracies.svg").asText())
                .contains("uncorrupted train", "weight decay 15", "Full Inversion")
                .as("four curves, four colours")
                .contains("#0b69a8", "#d2560a", "#0a8a68", "#b0468c")
                .doesNotContain("#b58100");
        assertThat(saved.at("/phases.svg").asText()).contains("Forgetting or Confusion");
    }

    @Test
    void comparesArmsInATable() {
        JsonNode table = wide.at("/tables/0");
        assertThat(table.at("/rows").asInt()).isEqualTo(3);
        assertThat(table.at("/width").asInt())
                .as("wide as the page's column, and no wider")
                .isBetween(900, 1000);
        assertThat(table.at("/best").size()).isEqualTo(6);
        assertThat(table.at("/best/0").asText()).isEqualTo("94.5\u00a0±\u00a00.7 (2\u00a0of\u00a03) best");
        assertThat(table.at("/bold").asInt()).isEqualTo(700);
        assertThat(wide.at("/saved/arms.csv").asText())
                .startsWith(
                        "arm,seeds,\"best epoch, %\",\"best epoch, %, standard deviation\",\"best epoch, %, seeds\",")
                .contains("\r\ncross-entropy,3,78.7,1,3,")
                .contains(",,,0,");
    }

    @Test
    void hostileTextsRunNothing() throws Exception {
        JsonNode seen = ask(SampleReport.hostile(), 400);
        assertThat(seen.at("/errors").asText()).isEmpty();
        assertThat(seen.at("/foreign").asInt()).isZero();
        assertThat(seen.at("/tips"))
                .isNotEmpty()
                .allSatisfy(tip -> assertThat(tip.asText()).contains("<img src="));
        assertThat(seen.at("/scrollWidth").asInt())
                .isEqualTo(seen.at("/clientWidth").asInt());
        assertThat(wellFormed(seen.at("/saved/lines.svg").asText())).isEqualTo("svg");
        assertThat(wellFormed(seen.at("/saved/map.svg").asText())).isEqualTo("svg");
    }

    private static JsonNode ask(Report report, int width, String... options) throws Exception {
        HtmlReport.write(report, folder.resolve("report.html"));
        return Probe.ask(BROWSER.orElseThrow(), folder, width, options);
    }

    private static String wellFormed(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement()
                .getTagName();
    }
}
