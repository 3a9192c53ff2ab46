package dev.rote.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rote.claims.Paper;
import dev.rote.claims.Scale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the papers and what became of their claims so far. */
@Command(
        name = "papers",
        description = "Lists the papers that can be re-measured, and the verdicts under runs/ so far.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  rote papers --bibtex"})
final class PapersCommand implements Callable<Integer> {

    @Option(names = "--bibtex", description = "Print the papers as BibTeX.")
    boolean bibtex;

    @Mixin
    Output output;

    @Override
    public Integer call() throws IOException {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Paper paper : Catalog.papers()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("id", paper.citation().id());
            row.put("citation", paper.citation().line());
            row.put("bibtex", paper.citation().bibtex());
            row.put("verdicts", verdicts(paper.citation().id()));
            rows.add(row);
        }
        if (output.json()) {
            output.json(Map.of("papers", rows));
        } else if (bibtex) {
            rows.forEach(row -> output.text().print(row.get("bibtex")));
        } else {
            rows.forEach(row -> output.text()
                    .printf("%-24s %s%n%-24s   %s%n", row.get("id"), row.get("citation"), "", row.get("verdicts")));
        }
        return Main.OK;
    }

    /** What the newest claims files say, by scale; "not run" where there is none. */
    private static String verdicts(String id) throws IOException {
        List<String> found = new ArrayList<>();
        for (Scale scale : Scale.values()) {
            Path file = PaperCommand.folder(id, scale).resolve(PaperCommand.CLAIMS);
            if (Files.exists(file)) {
                Map<String, Integer> counts = new LinkedHashMap<>();
                JsonNode claims = new ObjectMapper().readTree(file.toFile()).path("claims");
                claims.forEach(claim -> counts.merge(claim.path("verdict").asText(), 1, Integer::sum));
                found.add(scale.name().toLowerCase(Locale.ROOT) + ": " + counts);
            }
        }
        return found.isEmpty() ? "not run yet" : String.join("; ", found);
    }
}
