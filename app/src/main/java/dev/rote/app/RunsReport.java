package dev.rote.app;

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
import dev.rote.yaml.Kinds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
    private final RunFields fields;
    private final ArmsReport arms;

    /**
     * @param axes that a sweep ran over; where there are none, they are found
     * @param arms what to call the runs of a name, the first arm first; may be empty
     */
    RunsReport(String title, Results results, Kinds kinds, Collection<String> axes, Map<String, String> arms) {
        this.title = title;
        this.results = results;
        this.kinds = kinds;
        this.axes = axes;
        this.fields = new RunFields(results.runs(), axes, kinds);
        this.arms = ArmsReport.of(results.runs(), fields, arms);
    }

    Report report() {
        List<Report.Section> sections = new ArrayList<>();
        phases().ifPresent(sections::add);
        if (arms.compares()) {
            sections.addAll(arms.sections());
        } else {
            sections.add(new Report.Section("At the end", "The last reading of each run.", List.of(summary())));
        }
        List<List<RunResult>> groups = groups();
        for (int i = 0; i < groups.size(); i++) {
            sections.add(curves(groups.get(i), i));
        }
        return new Report(title, question(), answer(), List.of(), List.of(), sections, documents());
    }

    /** The comparison of arms, in rows. */
    List<Map<String, @Nullable Object>> rows() {
        return arms.rows();
    }

    /** What gets curves of its own: each run when there are few, else the seeds of a recipe together, else nothing. */
    private List<List<RunResult>> groups() {
        if (results.runs().size() <= FEW) {
            return results.runs().stream().map(List::of).toList();
        }
        List<List<RunResult>> groups = fields.bySeeds(results.runs());
        return groups.size() <= FEW ? groups : List.of();
    }

    private String question() {
        int count = results.runs().size();
        String runs = (count == 1 ? "1 run" : count + " runs")
                + (axes.isEmpty() ? "" : " over " + String.join(", ", axes)) + ".";
        return arms.compares() ? arms.question() + " " + runs : runs;
    }

    private String answer() {
        return (arms.compares() ? arms.answer() : best())
                + (results.problems().isEmpty()
                        ? " All runs finished."
                        : " " + results.problems().size() + " runs were left out.");
    }

    private String best() {
        return results.runs().stream()
                .filter(run -> run.readings().containsKey("accuracy.test"))
                .max(Comparator.comparingDouble(run -> run.last("accuracy.test")))
                .map(run -> String.format(
                        Locale.ROOT,
                        "The best test accuracy at the end is %.1f %%, of %s.",
                        100 * run.last("accuracy.test"),
                        label(run)))
                .orElse("No run measured test accuracy.");
    }

    private String label(RunResult run) {
        return label(List.of(run));
    }

    private String label(List<RunResult> seeds) {
        RunResult run = seeds.get(0);
        String place = fields.place(run);
        return run.recipe().name() + (place.isEmpty() ? "" : ", " + place) + ", "
                + (seeds.size() == 1 ? "seed " + run.recipe().seed() : seeds.size() + " seeds");
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

    private static double last(@Nullable RunResult run, String reading) {
        Series series = run == null ? null : run.readings().get(reading);
        return series == null ? Double.NaN : series.last();
    }

    private Report.Section curves(List<RunResult> seeds, int number) {
        String id = "run-" + number;
        RunResult run = seeds.get(0);
        List<Figure> figures = new ArrayList<>();
        RunCharts.accuracies(id + "-accuracy", "Accuracies", seeds).ifPresent(figures::add);
        figures.addAll(RunCharts.readings(id + "-curve", seeds));
        RunCharts.ipr(id + "-neurons", "IPR of the neurons", seeds).ifPresent(figures::add);
        RunCharts.spectrum(id + "-spectrum", "Power of each neuron by frequency", run)
                .ifPresent(figures::add);
        for (String order : PRUNING) {
            RunCharts.pruning(id + "-" + order, "Pruning, " + order.replace('-', ' '), order, seeds)
                    .ifPresent(figures::add);
        }
        return new Report.Section(label(seeds), "", figures);
    }

    /** A map of phases over train fraction and corrupted share, where a sweep varied both. */
    private Optional<Report.Section> phases() {
        if (!axes.contains(ALPHA) || !axes.contains(XI)) {
            return Optional.empty();
        }
        Map<String, List<RunResult>> panels = new LinkedHashMap<>();
        for (RunResult run : results.runs()) {
            String place = fields.place(run, ALPHA, XI);
            String panel = axes.contains("name") ? run.recipe().name() + (place.isEmpty() ? "" : ", " + place) : place;
            panels.computeIfAbsent(panel, name -> new ArrayList<>()).add(run);
        }
        List<Figure> maps = new ArrayList<>();
        panels.forEach((panel, runs) -> maps.add(PhaseMap.of(
                "phases-" + maps.size(),
                panel.isEmpty() ? "Phases" : panel,
                runs,
                run -> fields.field(run, ALPHA).asDouble(),
                run -> fields.field(run, XI).asDouble())));
        return Optional.of(
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
