package dev.rote.app.report;

import dev.rote.app.report.AuditPage.Fact;
import dev.rote.app.report.AuditPage.Part;
import dev.rote.audit.Findings;
import dev.rote.audit.Interval;
import dev.rote.audit.Level;
import dev.rote.claims.Figure;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The report of an audit as one HTML file that opens offline; the same findings give the same bytes.
 *
 * <p>However many examples there are, the page lists the worst 200 and draws at most 2,000 points; {@code issues.csv} has all.
 */
public final class AuditReport {

    /** How labels were judged by a user's own probabilities. */
    public static final String GIVEN =
            "Your own model's probabilities were judged by confident learning; nothing was trained.";

    private static final List<String> SCRIPTS = List.of("figures.js", "csv.js", "page.js");

    private AuditReport() {}

    /**
     * Writes the page, wholly or not at all.
     *
     * @param redact whether to show no values of examples: no texts, pictures, cells and ids; classes and row numbers stay
     * @throws IOException when the folder is missing or full, or cannot be written to
     */
    public static void write(Findings findings, boolean redact, Path file) throws IOException {
        write(findings, how(findings.level()), redact, file);
    }

    /**
     * The same of an audit that judged otherwise than its level says, by a user's own probabilities perhaps.
     *
     * @param how the labels were judged, in a sentence or two
     */
    public static void write(Findings findings, String how, boolean redact, Path file) throws IOException {
        HtmlReport.replace(render(findings, how, redact), file);
    }

    /** The page as text. */
    static String render(Findings findings, String how, boolean redact) {
        AuditPage page = page(findings, how, redact);
        Map<String, String> data = new LinkedHashMap<>();
        for (Part part : page.parts()) {
            for (Figure figure : part.figures()) {
                data.put(figure.id(), FigureJson.of(figure));
            }
        }
        List<String> scripts = Assets.scripts(SCRIPTS);
        StringOutput html = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html)
                .render(
                        "audit.jte",
                        Map.of(
                                "page", page,
                                "data", data,
                                "policy", Policy.allowingPictures(scripts),
                                "style", Assets.own("report.css") + Assets.own("audit.css"),
                                "scripts", scripts),
                        html);
        return html.toString();
    }

    private static AuditPage page(Findings findings, String how, boolean redact) {
        AuditParts parts = new AuditParts(findings, redact);
        return new AuditPage(
                Shown.name(findings.source()),
                how + (redact ? " Values of examples are not shown, as asked." : ""),
                Shown.text(findings.cannotTell().orElse(""), Shown.LONG),
                List.of(noise(findings.noise()), flags(parts.flagged(), findings.size()), precision(parts)),
                findings.notices().stream()
                        .map(one -> Shown.text(one, Shown.LONG))
                        .toList(),
                parts.all());
    }

    /** How an audit that learns from the data judges them. */
    static String how(Level level) {
        String first = switch (level) {
            case QUICK ->
                "A quick audit: two small nets, each on half of the examples, and trees judged every example without having learned from it.";
            case DEFAULT -> "Models of several kinds judged every example without having learned from it.";
            case FULL ->
                "A full audit: models of several kinds judged every example without having learned from it; a net was watched while"
                        + " it learned; known mistakes were planted to see how many are found; remedies were compared.";
        };
        return first
                + " Mistakes that people made are harder to find than those of chance; where classes overlap by nature, fewer flags may be"
                + " right than expected.";
    }

    private static Fact noise(Interval noise) {
        if (!Double.isFinite(noise.value())) {
            return new Fact("\u2013", "share of wrong labels: not estimated", List.of());
        }
        boolean ends = Double.isFinite(noise.low() + noise.high());
        String words = "of the labels seem wrong"
                + (ends
                        ? "; with 95 % confidence between " + Shown.percent(noise.low()) + " and "
                                + Shown.percent(noise.high())
                        : "");
        double most = Math.min(1, Math.ceil(Math.max(noise.high(), 0.01) * 12) / 10);
        return new Fact(Shown.percent(noise.value()), words, AuditParts.strip(noise, 0, most, Double.NaN));
    }

    private static Fact flags(int flagged, int size) {
        return new Fact(
                Shown.count(flagged),
                "of " + Shown.count(size) + " labels are flagged as probably wrong"
                        + (size == 0 ? "" : " (" + Shown.percent((double) flagged / size) + ")"),
                List.of());
    }

    private static Fact precision(AuditParts parts) {
        double expected = parts.expectedPrecision();
        return Double.isNaN(expected)
                ? new Fact("\u2013", "how many of the flagged labels are really wrong: not estimated", List.of())
                : new Fact(Shown.percent(expected), "of the flagged labels are expected to be really wrong", List.of());
    }
}
