package dev.rote.app;

import dev.rote.app.report.HtmlReport;
import dev.rote.runs.Results;
import dev.rote.runs.RunFolder;
import dev.rote.yaml.Kinds;
import dev.rote.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Draws what runs left behind. */
@Command(
        name = "report",
        description = "Writes one offline HTML file about runs; trains nothing.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  rote report runs/coexistence-1a2b3c4d --out coexistence.html"})
final class ReportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RUN", arity = "1..*", description = "Run folders, or folders of run folders.")
    List<Path> paths;

    @Option(names = "--out", paramLabel = "FILE", description = "The file (default: report.html in the first folder).")
    @Nullable
    Path out;

    @Mixin
    Resources resources;

    @Mixin
    Output output;

    @Override
    public Integer call() throws IOException {
        Kinds kinds = resources.catalog().kinds();
        List<RunFolder> folders = new ArrayList<>();
        for (Path path : paths) {
            List<RunFolder> found = Files.isDirectory(path) ? Results.folders(path) : List.of();
            if (found.isEmpty()) {
                throw Problem.wrongUse("must be a run folder or hold some", "start a run with: rote run RECIPE.yaml")
                        .in(path.toString());
            }
            folders.addAll(found);
        }
        Results results = Results.read(folders, kinds);
        results.problems().forEach(problem -> output.aside().println("left out: " + problem));
        if (results.runs().isEmpty()) {
            throw Problem.couldNotRun("no run here can be read", "see the lines above")
                    .in(paths.get(0).toString());
        }
        Path file = out == null ? paths.get(0).resolve("report.html") : out;
        HtmlReport.write(new RunsReport("Runs", results, kinds, Set.of(), Map.of()).report(), file);
        if (output.json()) {
            output.json(
                    Map.of("report", file.toString(), "runs", results.runs().size(), "leftOut", results.problems()));
        } else {
            output.text().println("Report: " + file);
        }
        return Main.OK;
    }
}
