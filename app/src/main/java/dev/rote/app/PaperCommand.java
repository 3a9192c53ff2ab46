package dev.rote.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rote.app.report.HtmlReport;
import dev.rote.claims.Claim;
import dev.rote.claims.Evidence;
import dev.rote.claims.Paper;
import dev.rote.claims.Scale;
import dev.rote.claims.Verdict;
import dev.rote.files.AtomicFile;
import dev.rote.runs.Recipe;
import dev.rote.runs.Results;
import dev.rote.runs.RunPool;
import dev.rote.yaml.Kinds;
import dev.rote.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Re-measures a paper. */
@Command(
        name = "paper",
        description =
                "Re-measures a paper: trains, checks its claims, writes a report. Finished runs are kept and reused.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example:",
            "  rote paper grok-or-not --scale desk",
            "",
            "Exit status: 0 no claim failed, 1 one did, 2 wrong use, 3 could not run."
        })
final class PaperCommand implements Callable<Integer> {

    /** The file that keeps the verdicts. */
    static final String CLAIMS = "claims.json";

    @Parameters(paramLabel = "ID", description = "A paper; rote papers lists them.")
    String id;

    @Option(
            names = "--scale",
            paramLabel = "smoke|desk|paper",
            description =
                    "How large: seconds that prove nothing, minutes on two cores, or as published (default: desk).")
    Scale scale = Scale.DESK;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "Seeds of the main runs (default: the paper's own choice).")
    @Nullable
    Integer seeds;

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write (default: runs/ID-SCALE).")
    @Nullable
    Path out;

    @Mixin
    Resources resources;

    @Mixin
    Output output;

    /** Where a paper's runs and report go when nobody says. */
    static Path folder(String id, Scale scale) {
        return Path.of("runs", id + "-" + scale.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public Integer call() throws IOException {
        Paper paper = Catalog.paper(id);
        if (seeds != null && seeds < 1) {
            throw Problem.wrongUse("must be at least 1", "leave it out for the paper's own choice")
                    .field("--seeds")
                    .was(Integer.toString(seeds));
        }
        Kinds kinds = resources.catalog().kinds();
        List<Recipe> recipes = paper.recipes(scale, seeds == null ? paper.seeds(scale) : seeds);
        Path root = out == null ? folder(id, scale) : out;
        Files.createDirectories(root);
        List<RunPool.Fate> fates = Fates.carryOut(id, recipes, root, kinds, resources, output);
        Results results = Results.read(fates.stream().map(RunPool.Fate::folder).toList(), kinds);
        Map<Claim, Evidence> evidence = new LinkedHashMap<>();
        paper.claims(scale).forEach(claim -> evidence.put(claim, claim.check().of(results)));
        Path report = root.resolve("report.html");
        HtmlReport.write(new PaperReport(paper, scale, results, evidence, kinds).report(recipes), report);
        Map<String, Object> answer = answer(recipes, evidence, report);
        AtomicFile.write(root.resolve(CLAIMS), new ObjectMapper().writeValueAsString(answer) + "\n");
        tell(evidence, report);
        if (output.json()) {
            output.json(answer);
        }
        if (fates.stream().anyMatch(fate -> fate.failure().isPresent())) {
            return Main.COULD_NOT_RUN;
        }
        boolean failed = evidence.values().stream().anyMatch(seen -> seen.verdict() == Verdict.FAILED);
        return failed ? Main.CLAIM_FAILED : Main.OK;
    }

    private Map<String, Object> answer(List<Recipe> recipes, Map<Claim, Evidence> evidence, Path report) {
        List<Map<String, Object>> claims = new ArrayList<>();
        evidence.forEach((claim, seen) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("id", claim.id());
            row.put("says", claim.says());
            row.put("where", claim.where());
            row.put("verdict", seen.verdict().name());
            row.put("observed", seen.observed());
            row.put("expected", claim.expected());
            row.put("paperFigure", claim.paperFigure());
            row.put("perSeed", seen.perSeed());
            row.put("note", seen.note());
            claims.add(row);
        });
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("paper", id);
        answer.put("scale", scale.name().toLowerCase(Locale.ROOT));
        answer.put(
                "seeds", recipes.stream().map(Recipe::seed).distinct().sorted().toList());
        answer.put("claims", claims);
        answer.put("report", report.toString());
        return answer;
    }

    private void tell(Map<Claim, Evidence> evidence, Path report) {
        evidence.forEach((claim, seen) -> {
            output.text().printf("%-8s %-8s %s%n", seen.verdict(), claim.id(), claim.says());
            output.text()
                    .printf(
                            "%-17s %s%n",
                            "",
                            seen.verdict() == Verdict.NOT_RUN
                                    ? seen.note()
                                    : seen.observed() + "  [expected: " + claim.expected() + "]");
        });
        Map<Verdict, Integer> counts = new LinkedHashMap<>();
        evidence.values().forEach(seen -> counts.merge(seen.verdict(), 1, Integer::sum));
        output.text().println(counts + "\nReport: " + report);
        output.text().flush();
    }
}
