package dev.rote.app;

import dev.rote.app.report.HtmlReport;
import dev.rote.runs.Results;
import dev.rote.runs.RunPool;
import dev.rote.runs.Sweep;
import dev.rote.yaml.Kinds;
import dev.rote.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
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

    @Parameters(
            paramLabel = "SWEEP.yaml",
            description = "Keys name, recipe, arms (name to fields and values), axes (field path to list of values).")
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
        List<RunPool.Fate> fates = Fates.carryOut(sweep.name(), sweep.recipes(), root, kinds, resources, output);
        Results results = Results.read(fates.stream().map(RunPool.Fate::folder).toList(), kinds);
        Path report = root.resolve("report.html");
        RunsReport told =
                new RunsReport(sweep.name(), results, kinds, sweep.axes().keySet(), arms(sweep));
        HtmlReport.write(told.report(), report);
        List<RunPool.Fate> failed =
                fates.stream().filter(fate -> fate.failure().isPresent()).toList();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("sweep", sweep.name());
        answer.put("runs", fates.size());
        answer.put(
                "failed",
                failed.stream().map(fate -> fate.folder().path().toString()).toList());
        answer.put("report", report.toString());
        answer.put("table", told.rows());
        if (output.json()) {
            output.json(answer);
        } else {
            output.text()
                    .println(
                            fates.size() - failed.size() + " of " + fates.size() + " runs finished\nReport: " + report);
        }
        return failed.isEmpty() ? Main.OK : Main.COULD_NOT_RUN;
    }

    /** What each arm's runs are called to what the file calls the arm; both stand in the order of the file. */
    private Map<String, String> arms(Sweep sweep) {
        Map<String, String> arms = new LinkedHashMap<>();
        Iterator<String> names = Yaml.read(file).tree().path("arms").fieldNames();
        sweep.axes().getOrDefault("name", List.of()).forEach(called -> {
            if (names.hasNext()) {
                arms.put(called.asText(), names.next());
            }
        });
        return arms;
    }
}
