package dev.rote.app;

import dev.rote.claims.ArmCharts;
import dev.rote.claims.ArmMeasure;
import dev.rote.claims.Figure;
import dev.rote.claims.Lead;
import dev.rote.claims.OverSeeds;
import dev.rote.claims.Report;
import dev.rote.runs.RunResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs of different names beside each other: a section with a table, curves and bars for each combination of the other axes.
 *
 * @param settings where the runs stand on the other axes, in words, to the arms by name, the first arm first
 */
record ArmsReport(Map<Map<String, String>, Map<String, List<RunResult>>> settings) {

    /** More combinations than this are told in words and tables only. */
    private static final int FEW = 12;

    /** More combinations than this are counted in the answer. */
    private static final int SPELT_OUT = 4;

    /**
     * Groups runs.
     *
     * @param arms what to call the runs of a name, the first arm first; names that are missing here stand for themselves, after these
     */
    static ArmsReport of(List<RunResult> runs, RunFields fields, Map<String, String> arms) {
        Map<String, String> names = new LinkedHashMap<>(arms);
        runs.forEach(run -> names.putIfAbsent(run.recipe().name(), run.recipe().name()));
        Map<Map<String, String>, Map<String, List<RunResult>>> settings = new LinkedHashMap<>();
        fields.byPlace(runs).forEach((place, here) -> {
            Map<String, List<RunResult>> groups = new LinkedHashMap<>();
            names.forEach((name, arm) -> {
                List<RunResult> seeds = here.stream()
                        .filter(run -> run.recipe().name().equals(name))
                        .toList();
                if (!seeds.isEmpty()) {
                    groups.put(arm, seeds);
                }
            });
            settings.put(place, groups);
        });
        return new ArmsReport(settings);
    }

    /** Whether there is anything to compare. */
    boolean compares() {
        return settings.values().stream().anyMatch(arms -> arms.size() > 1);
    }

    String question() {
        long arms = settings.values().stream()
                .flatMap(groups -> groups.keySet().stream())
                .distinct()
                .count();
        List<Integer> seeds = settings.values().stream()
                .flatMap(groups -> groups.values().stream())
                .map(List::size)
                .distinct()
                .sorted()
                .toList();
        int least = seeds.get(0);
        int most = seeds.get(seeds.size() - 1);
        return "Which of " + arms + " arms is right most often on test data at the end of its training"
                + (settings.size() > 1 ? ", in each of " + settings.size() + " combinations" : "") + "? "
                + (least == most ? "" : least + " to ") + (most == 1 ? "1 seed" : most + " seeds") + " each.";
    }

    String answer() {
        if (settings.size() <= SPELT_OUT) {
            return settings.entrySet().stream()
                    .map(setting -> lead(setting.getKey(), setting.getValue()))
                    .collect(Collectors.joining(" "));
        }
        Map<String, Long> wins = settings.values().stream()
                .flatMap(arms -> new Lead(arms).leader().stream())
                .collect(Collectors.groupingBy(arm -> arm, LinkedHashMap::new, Collectors.counting()));
        return "The highest mean test accuracy of the last 10 readings has "
                + wins.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .map(win -> win.getKey() + " in " + win.getValue())
                        .collect(Collectors.joining(", "))
                + " of " + settings.size()
                + " combinations; how far it leads in each, and whether the seeds show it, stands below.";
    }

    private static String lead(Map<String, String> place, Map<String, List<RunResult>> arms) {
        String where = String.join(", ", place.values());
        return (where.isEmpty() ? "" : "With " + where + ", ") + new Lead(arms).sentence();
    }

    List<Report.Section> sections() {
        List<Report.Section> sections = new ArrayList<>();
        settings.forEach((place, arms) -> {
            String id = "arms-" + sections.size();
            String where = String.join(", ", place.values());
            List<Figure> figures = new ArrayList<>();
            figures.add(ArmCharts.table(id + "-table", where.isEmpty() ? "Arms" : "Arms, " + where, arms));
            if (settings.size() <= FEW) {
                figures.addAll(ArmCharts.curves(id + "-test", arms));
                ArmCharts.bars(id + "-last", arms).ifPresent(figures::add);
            }
            sections.add(new Report.Section(
                    where.isEmpty() ? "Arms beside each other" : where, new Lead(arms).sentence(), figures));
        });
        return sections;
    }

    /** The tables as rows: the axes, the arm, its number of seeds, and for each measure that it has mean, standard deviation and seeds. */
    List<Map<String, @Nullable Object>> rows() {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        settings.forEach((place, arms) -> arms.forEach((arm, seeds) -> {
            Map<String, @Nullable Object> row = new LinkedHashMap<>(place);
            row.put("arm", arm);
            row.put("seeds", seeds.size());
            for (ArmMeasure measure : ArmMeasure.values()) {
                row.put(measure.key(), numbers(measure.over(seeds)));
            }
            rows.add(row);
        }));
        return rows;
    }

    /** JSON has no not-a-number: null stands for what is not there. */
    private static @Nullable Map<String, @Nullable Object> numbers(OverSeeds value) {
        if (!value.known()) {
            return null;
        }
        Map<String, @Nullable Object> numbers = new LinkedHashMap<>();
        numbers.put("mean", value.mean());
        numbers.put("deviation", Double.isNaN(value.deviation()) ? null : value.deviation());
        numbers.put("seeds", value.count());
        return numbers;
    }
}
