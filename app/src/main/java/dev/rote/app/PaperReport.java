package dev.rote.app;

import dev.rote.claims.Claim;
import dev.rote.claims.Evidence;
import dev.rote.claims.Paper;
import dev.rote.claims.Report;
import dev.rote.claims.Scale;
import dev.rote.claims.Verdict;
import dev.rote.runs.Recipe;
import dev.rote.runs.RecipeFile;
import dev.rote.runs.Results;
import dev.rote.yaml.Kinds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What came out of re-measuring a paper, as a report. */
final class PaperReport {

    private final Paper paper;
    private final Scale scale;
    private final Results results;
    private final Map<Claim, Evidence> evidence;
    private final Kinds kinds;

    PaperReport(Paper paper, Scale scale, Results results, Map<Claim, Evidence> evidence, Kinds kinds) {
        this.paper = paper;
        this.scale = scale;
        this.results = results;
        this.evidence = evidence;
        this.kinds = kinds;
    }

    Report report(List<Recipe> recipes) {
        List<Report.ClaimRow> rows = new ArrayList<>();
        evidence.forEach((claim, seen) -> rows.add(new Report.ClaimRow(
                claim.id(),
                claim.says(),
                claim.where(),
                seen.verdict().name(),
                seen.observed(),
                claim.expected(),
                claim.paperFigure(),
                seen.note())));
        return new Report(
                paper.citation().title(),
                paper.question(),
                answer(),
                rows,
                paper.sentences(),
                paper.sections(results),
                documents(recipes));
    }

    private String answer() {
        long held = count(Verdict.HELD);
        long failed = count(Verdict.FAILED);
        long checked = held + failed;
        String names = evidence.entrySet().stream()
                .filter(entry -> entry.getValue().verdict() == Verdict.FAILED)
                .map(entry -> entry.getKey().id())
                .collect(Collectors.joining(", "));
        String first = "Of " + checked + " claims that were checked, " + held + " held on every seed.";
        String second = failed == 0 ? "None failed" : failed + " failed (" + names + "), with the figures below";
        String meaning = scale == Scale.SMOKE ? "; at this scale verdicts mean nothing." : ".";
        long left = count(Verdict.NOT_RUN);
        return first + " " + second + (left == 0 ? "" : "; " + left + (left == 1 ? " was" : " were") + " not run")
                + meaning;
    }

    private long count(Verdict verdict) {
        return evidence.values().stream()
                .filter(seen -> seen.verdict() == verdict)
                .count();
    }

    /** One recipe per name, and what was left out. */
    private List<Report.Document> documents(List<Recipe> recipes) {
        Map<String, Recipe> first = new LinkedHashMap<>();
        recipes.forEach(recipe -> first.putIfAbsent(recipe.name(), recipe));
        List<Report.Document> documents = new ArrayList<>();
        documents.add(
                new Report.Document("Provenance", Provenances.text(scale.name().toLowerCase(Locale.ROOT))));
        if (!results.problems().isEmpty()) {
            documents.add(new Report.Document("Runs that were left out", String.join("\n", results.problems())));
        }
        first.values().stream()
                .limit(40)
                .forEach(recipe ->
                        documents.add(new Report.Document("Recipe " + recipe.name(), RecipeFile.text(recipe, kinds))));
        return documents;
    }
}
