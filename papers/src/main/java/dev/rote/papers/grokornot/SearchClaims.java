package dev.rote.papers.grokornot;

import dev.rote.claims.Claim;
import dev.rote.claims.Evidence;
import dev.rote.claims.Phase;
import dev.rote.claims.Verdict;
import dev.rote.papers.Protocol;
import dev.rote.runs.Results;
import dev.rote.runs.RunResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Claims D16 and D20: what more neurons and other shares of data make possible. */
final class SearchClaims {

    private static final double GENERALISES = 99.5;
    private static final double MEMORISES = 99;

    private SearchClaims() {}

    static List<Claim> claims() {
        return List.of(
                new Claim(
                        "D20",
                        "Taken literally, a net can memorise all corrupted labels and generalise to 100 % at once",
                        "abstract (i)",
                        "some setting of alpha, xi and width where every seed ends with test >= 99.5 % and"
                                + " corrupted-train >= 99 %",
                        "100 % in words; 97.8 % train, 98.3 % test in the notebook",
                        SearchClaims::both),
                Protocol.unless(
                        new Claim(
                                "D16",
                                "A net of 5000 neurons has a smaller Coexistence region and no Partial Inversion without"
                                        + " regularisation",
                                "appendix",
                                "over the same grid of alpha and xi without decay: fewer cells in Coexistence than with"
                                        + " 500 neurons, none inverted",
                                "in a phase diagram only",
                                SearchClaims::wider),
                        "a grid of runs with 5000 neurons takes hours and belongs to the paper scale"));
    }

    /** The setting whose weaker side, mean over seeds, is best. */
    private static Evidence both(Results results) {
        Map<String, List<RunResult>> settings = results.runs().stream()
                .filter(run -> run.recipe().name().startsWith(SideArms.BOTH))
                .collect(Collectors.groupingBy(run -> run.recipe().name(), LinkedHashMap::new, Collectors.toList()));
        if (settings.isEmpty()) {
            return Evidence.notRun("there is no finished run whose name starts with '" + SideArms.BOTH + "'");
        }
        List<RunResult> best = settings.values().stream()
                .max(Comparator.comparing(SearchClaims::found)
                        .thenComparing(runs -> runs.stream()
                                .mapToDouble(SearchClaims::weakerSide)
                                .average()
                                .orElseThrow()))
                .orElseThrow();
        List<Map<String, Double>> perSeed = new ArrayList<>();
        for (RunResult run : best) {
            Map<String, Double> row = new LinkedHashMap<>();
            row.put("seed", (double) run.recipe().seed());
            row.put("test %", Look.percent(run, Look.TEST));
            row.put("corrupted-train %", Look.percent(run, Look.CORRUPTED));
            row.put("train %", Look.percent(run, Look.TRAIN));
            perSeed.add(row);
        }
        String observed = "best found, of " + settings.size() + " settings: "
                + best.get(0).recipe().name() + ", "
                + perSeed.stream().map(SearchClaims::words).collect(Collectors.joining("; "));
        return new Evidence(
                found(best) ? Verdict.HELD : Verdict.FAILED,
                observed,
                perSeed,
                "A search over the settings of the runs named " + SideArms.BOTH + "...; others may do better.");
    }

    private static String words(Map<String, Double> row) {
        return String.format(
                Locale.ROOT,
                "seed %.0f: test %.1f %%, corrupted-train %.1f %%",
                row.get("seed"),
                row.get("test %"),
                row.get("corrupted-train %"));
    }

    private static boolean found(List<RunResult> seeds) {
        return seeds.stream()
                .allMatch(run ->
                        Look.percent(run, Look.TEST) >= GENERALISES && Look.percent(run, Look.CORRUPTED) >= MEMORISES);
    }

    private static double weakerSide(RunResult run) {
        return Math.min(Look.percent(run, Look.TEST) - GENERALISES, Look.percent(run, Look.CORRUPTED) - MEMORISES);
    }

    private static Evidence wider(Results results) {
        Map<String, Phase> narrow = new LinkedHashMap<>();
        Map<String, Phase> wide = new LinkedHashMap<>();
        for (RunResult run : results.runs()) {
            String cell = String.format(
                    Locale.ROOT,
                    "%.2f %.2f",
                    Look.alpha(run.recipe()),
                    run.recipe().corruptedShare());
            if (run.recipe().name().startsWith(Grids.WIDE)) {
                wide.put(cell, Look.phase(run));
            } else if (run.recipe().name().startsWith(Grids.DECAY + "0-")) {
                narrow.put(cell, Look.phase(run));
            }
        }
        narrow.keySet().retainAll(wide.keySet());
        if (narrow.isEmpty()) {
            return Evidence.notRun("there are no cells with both widths");
        }
        long before = count(narrow, Phase.COEXISTENCE);
        long after = count(wide, Phase.COEXISTENCE);
        long inverted = wide.values().stream().filter(Look::inverted).count();
        String observed = after + " of " + wide.size() + " cells in Coexistence, " + before + " of " + narrow.size()
                + " with 500 neurons; " + inverted + " inverted";
        return new Evidence(
                after < before && inverted == 0 ? Verdict.HELD : Verdict.FAILED, observed, List.of(), "one seed");
    }

    private static long count(Map<String, Phase> cells, Phase wanted) {
        return cells.values().stream().filter(phase -> phase == wanted).count();
    }
}
