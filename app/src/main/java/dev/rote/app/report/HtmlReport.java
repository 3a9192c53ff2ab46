package dev.rote.app.report;

import dev.rote.claims.Figure;
import dev.rote.claims.Report;
import dev.rote.claims.Report.ClaimRow;
import dev.rote.files.AtomicFile;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A report as one HTML file that opens offline; the same report gives the same bytes. */
public final class HtmlReport {

    private static final List<String> SCRIPTS = List.of("figures.js", "csv.js", "page.js");

    private HtmlReport() {}

    /**
     * Writes the page beside its place and moves it there whole; a page that was there before stays until then.
     *
     * @throws IOException when the folder is missing or full, or cannot be written to; nothing half-written is left
     */
    public static void write(Report report, Path file) throws IOException {
        replace(render(report), file);
    }

    static void replace(String page, Path file) throws IOException {
        AtomicFile.write(file, page);
    }

    /** The page as text. */
    public static String render(Report report) {
        List<String> scripts = Assets.scripts(SCRIPTS);
        Map<String, Object> parameters = Map.of(
                "report", report,
                "verdicts", report.claims().stream().collect(Collectors.toMap(ClaimRow::id, ClaimRow::verdict)),
                "data", data(report),
                "policy", Policy.allowing(scripts),
                "style", Assets.own("report.css"),
                "scripts", scripts);
        StringOutput page = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html).render("report.jte", parameters, page);
        return page.toString();
    }

    private static Map<String, String> data(Report report) {
        Map<String, String> data = new LinkedHashMap<>();
        for (Figure figure : report.figures()) {
            data.put(figure.id(), FigureJson.of(figure));
        }
        return data;
    }
}
