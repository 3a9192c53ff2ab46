package dev.rote.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rote.claims.Axis;
import dev.rote.claims.Bars;
import dev.rote.claims.Figure;
import dev.rote.claims.PhaseMap;
import dev.rote.claims.Report;
import dev.rote.claims.RunCharts;
import dev.rote.runs.RecipeFile;
import dev.rote.runs.Results;
import dev.rote.runs.RunResult;
import dev.rote.runs.Series;
import dev.rote.yaml.Binder;
import dev.rote.yaml.FieldPath;
import dev.rote.yaml.Kinds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Runs of a user's own, as a report: curves of a few, maps of many. */
final class RunsReport {

    /** More runs than this are shown as maps and summaries only. */
    private static final int FEW = 12;

    private static final String ALPHA = "data.fraction";
    private static final String XI = "noise[0].fraction";

    private static final List<String> PRUNING = List.of("lowest-ipr", "highest-ipr", "random");

    private final String title;
    private final Results results;
    private final Kinds kinds;
    private final Collection<String> axes;

    RunsReport(String title, Results results, Kinds kinds, Collection<String> axes) {
        this.title = title;
        this.results = results;
        this.kinds = kinds;
        this.axes = axes;
    }

    Report report() {
        List<Report.Section> sections = new ArrayList<>();
        phases().ifPresent(sections::add);
        sections.add(new Report.Section("At the end", "The last reading of each run.", List.of(summary())));
        if (results.runs().size() <= FEW) {
            for (int i = 0; i < results.runs().size(); i++) {
                sections.add(curves(results.runs().get(i), i));
            }
        }
        return new Report(title, question(), answer(), List.of(), List.of(), sections, documents());
    }

    private String question() {
        int count = results.runs().size();
        return (count == 1 ? "1 run" : count + " runs") + (axes.isEmpty() ? "" : " over " + String.join(", ", axes))
                + ".";
    }

    private String answer() {
        String accuracy = results.runs().stream()
                .filter(run -> run.readings().containsKey("accuracy.test"))
                .max(java.util.Comparator.comparingDouble(run -> run.last("accuracy.test")))
                .map(run -> String.format(
                        "The best test accuracy at the end is %.1f %%, of %s.",
                        100 * run.last("accuracy.test"), label(run)))
                .orElse("No run measured test accuracy.");
        return accuracy
                + (results.problems().isEmpty()
                        ? " All runs finished."
                        : " " + results.problems().size() + " runs were left out.");
    }

    private String label(RunResult run) {
        String values = axes.stream()
                .map(axis -> axis.substring(axis.lastIndexOf('.') + 1) + " "
                        + field(run, axis).asText())
                .collect(Collectors.joining(", "));
        return run.recipe().name() + (axes.isEmpty() ? ", seed " + run.recipe().seed() : ", " + values);
    }

    private JsonNode field(RunResult run, String path) {
        return FieldPath.get(new Binder(kinds).toTree(run.recipe()), path);
    }

    private Figure summary() {
        List<String> names =
                results.runs().stream().map(this::label).distinct().limit(200).toList();
        Map<String, RunResult> first = new LinkedHashMap<>();
        results.runs().forEach(run -> first.putIfAbsent(label(run), run));
        List<Bars.Values> series = new ArrayList<>();
        for (String reading : List.of("accuracy.train", "accuracy.test", "accuracy.corrupted")) {
            double[] values = names.stream()
                    .mapToDouble(name -> last(first.get(name), reading))
                    .toArray();
            if (Arrays.stream(values).anyMatch(value -> !Double.isNaN(value))) {
                series.add(Bars.Values.of(reading, values));
            }
        }
        return new Bars("last", "Accuracies at the end", "", "run", Axis.linear("accuracy"), names, series);
    }

    private static double last(@org.jspecify.annotations.Nullable RunResult run, String reading) {
        Series series = run == null ? null : run.readings().get(reading);
        return series == null ? Double.NaN : series.last();
    }

    private Report.Section curves(RunResult run, int number) {
        String id = "run-" + number;
        List<RunResult> seeds = List.of(run);
        List<Figure> figures = new ArrayList<>();
        RunCharts.accuracies(id + "-accuracy", "Accuracies", seeds).ifPresent(figures::add);
        figures.addAll(RunCharts.readings(id + "-curve", run));
        RunCharts.ipr(id + "-neurons", "IPR of the neurons", seeds).ifPresent(figures::add);
        RunCharts.spectrum(id + "-spectrum", "Power of each neuron by frequency", run)
                .ifPresent(figures::add);
        for (String order : PRUNING) {
            RunCharts.pruning(id + "-" + order, "Pruning, " + order.replace('-', ' '), order, seeds)
                    .ifPresent(figures::add);
        }
        return new Report.Section(label(run), "", figures);
    }

    /** A map of phases over train fraction and corrupted share, where a sweep varied both. */
    private java.util.Optional<Report.Section> phases() {
        if (!axes.contains(ALPHA) || !axes.contains(XI)) {
            return java.util.Optional.empty();
        }
        List<String> others = axes.stream()
                .filter(axis -> !axis.equals(ALPHA) && !axis.equals(XI) && !axis.equals("seed"))
                .toList();
        Map<String, List<RunResult>> panels = new LinkedHashMap<>();
        for (RunResult run : results.runs()) {
            String panel = others.stream()
                    .map(axis -> axis + " = " + field(run, axis).asText())
                    .collect(Collectors.joining(", "));
            panels.computeIfAbsent(panel, name -> new ArrayList<>()).add(run);
        }
        List<Figure> maps = new ArrayList<>();
        panels.forEach((panel, runs) -> maps.add(PhaseMap.of(
                "phases-" + maps.size(),
                panel.isEmpty() ? "Phases" : panel,
                runs,
                run -> field(run, ALPHA).asDouble(),
                run -> field(run, XI).asDouble())));
        return java.util.Optional.of(
                new Report.Section("Phases", "Which phase each run ended in, by its final accuracies.", maps));
    }

    private List<Report.Document> documents() {
        List<Report.Document> documents = new ArrayList<>();
        documents.add(new Report.Document("Provenance", Provenances.text("own runs")));
        if (!results.problems().isEmpty()) {
            documents.add(new Report.Document("Runs that were left out", String.join("\n", results.problems())));
        }
        results.runs().stream()
                .limit(FEW)
                .forEach(run -> documents.add(
                        new Report.Document("Recipe of " + label(run), RecipeFile.text(run.recipe(), kinds))));
        return documents;
    }
}
