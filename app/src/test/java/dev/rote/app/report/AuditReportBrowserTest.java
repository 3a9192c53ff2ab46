package dev.rote.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rote.audit.Findings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens audits in a real browser. */
class AuditReportBrowserTest {

    private static final Optional<Browser> BROWSER = Browser.find();

    @TempDir
    private Path folder;

    @BeforeEach
    void needsBrowser() {
        if (BROWSER.isEmpty()) {
            System.err.println(Browser.ABSENT);
        }
        assumeTrue(BROWSER.isPresent(), Browser.ABSENT);
    }

    private JsonNode ask(Findings findings, int width, String... options) throws Exception {
        AuditReport.write(findings, false, folder.resolve("report.html"));
        JsonNode seen = Probe.ask(BROWSER.orElseThrow(), folder, width, options);
        assertThat(seen.at("/errors").asText()).isEmpty();
        assertThat(seen.at("/scrollWidth").asInt())
                .as("nothing is wider than the page")
                .isEqualTo(seen.at("/clientWidth").asInt());
        return seen;
    }

    @Test
    void drawsEveryChart() throws Exception {
        JsonNode seen = ask(SampleFindings.texts(3000), 1200);
        assertThat(seen.at("/drawn").asInt()).isEqualTo(4);
        for (JsonNode chart : seen.at("/charts")) {
            assertThat(chart.at("/marks").asInt()).as(chart.at("/id").asText()).isGreaterThan(8);
        }
        assertThat(seen.at("/saved/data-map.csv").asText().lines()).hasSize(1 + 2000);
        assertThat(seen.at("/saved/precision.csv").asText()).startsWith("series,\"examples looked at, the least");
        assertThat(seen.at("/open").asInt())
                .as("folds are open while it prints")
                .isEqualTo(1);
    }

    @Test
    void fitsFourHundredPixels() throws Exception {
        ask(SampleFindings.texts(1000), 400);
        ask(SampleFindings.rows(1000), 400);
        assertThat(ask(SampleFindings.pictures(1000), 400).at("/foreign").asInt())
                .as("pictures: the worst, the list, the memorised, influences and conflicts")
                .isGreaterThan(200);
    }

    @Test
    void turnsDarkWithItsCharts() throws Exception {
        JsonNode seen =
                ask(SampleFindings.texts(1000), 800, "--force-dark-mode", "--blink-settings=preferredColorScheme=0");
        assertThat(seen.at("/background").asText()).isEqualTo("rgb(20, 23, 26)");
        assertThat(seen.at("/charts/0/markup").asText()).contains("#62b4ec").doesNotContain("#0b69a8");
    }

    @Test
    void hostileTextsRunNothing() throws Exception {
        JsonNode seen = ask(SampleFindings.hostile(SampleReport.HOSTILE + "\u202edlo" + "long".repeat(30_000)), 400);
        assertThat(seen.at("/foreign").asInt()).isZero();
    }

    @Test
    void prints() throws Exception {
        AuditReport.write(SampleFindings.texts(1000), false, folder.resolve("report.html"));
        Path pdf = folder.resolve("report.pdf");
        BROWSER.orElseThrow().show(folder.resolve("report.html"), folder, "--print-to-pdf=" + pdf);
        assertThat(Files.readAllBytes(pdf))
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII))
                .hasSizeGreaterThan(50_000);
    }
}
