package dev.rote.app;

import dev.rote.app.report.HtmlReport;
import dev.rote.runs.Pool;
import dev.rote.runs.Results;
import dev.rote.runs.Sweep;
import dev.rote.yaml.Kinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Carries out a recipe over axes. */
@Command(
        name = "sweep",
        description = "Carries out a recipe for all combinations of values; finished runs are skipped.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  rote sweep examples/phase-weight-decay.yaml --workers 2"})
final class SweepCommand implements Callable<Integer> {

    @Parameters(paramLabel = "SWEEP.yaml", description = "Keys name, recipe, axes (field path to list of values).")
    Path file;

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write (default: runs/NAME).")
    @Nullable
    Path out;

    @Mixin
    Resources resources;

    @Mixin
    Output output;

    @Override
    public Integer call() throws IOException {
        Kinds kinds = resources.catalog().kinds();
        Sweep sweep = Sweep.read(file, kinds);
        Path root = out == null ? Path.of("runs", sweep.name()) : out;
        Files.createDirectories(root);
        List<Pool.Fate> fates = Fates.carryOut(sweep.name(), sweep.recipes(), root, kinds, resources, output);
        Results results = Results.read(fates.stream().map(Pool.Fate::folder).toList(), kinds);
        Path report = root.resolve("report.html");
        HtmlReport.write(
                new RunsReport(sweep.name(), results, kinds, sweep.axes().keySet()).report(), report);
        List<Pool.Fate> failed =
                fates.stream().filter(fate -> fate.failure().isPresent()).toList();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("sweep", sweep.name());
        answer.put("runs", fates.size());
        answer.put(
                "failed",
                failed.stream().map(fate -> fate.folder().path().toString()).toList());
        answer.put("report", report.toString());
        if (output.json()) {
            output.json(answer);
        } else {
            output.text()
                    .println(
                            fates.size() - failed.size() + " of " + fates.size() + " runs finished\nReport: " + report);
        }
        return failed.isEmpty() ? Main.OK : Main.COULD_NOT_RUN;
    }
}
