package dev.rote.claims;

import dev.rote.runs.Results;
import dev.rote.runs.RunResult;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Ways to check a claim. */
public final class Checks {

    private Checks() {}

    /**
     * A check that looks at each seed on its own and holds when it passes on every one of them. Seeds at which an arm is missing
     * are left out where other seeds have all arms; with none left the claim was not run.
     */
    public static Claim.Check everySeed(Function<Arms, Observation> look) {
        return results -> {
            List<Map<String, Double>> perSeed = new ArrayList<>();
            TreeSet<String> missing = new TreeSet<>();
            boolean holds = true;
            for (Arms arms : bySeed(results)) {
                try {
                    Observation seen = look.apply(arms);
                    Map<String, Double> row = new LinkedHashMap<>();
                    row.put("seed", (double) arms.seed());
                    row.putAll(seen.figures());
                    perSeed.add(row);
                    holds &= seen.holds();
                } catch (Arms.MissingArm e) {
                    missing.add(e.getMessage());
                }
            }
            if (perSeed.isEmpty()) {
                return Evidence.notRun(missing.isEmpty() ? "there is no finished run" : String.join("; ", missing));
            }
            return new Evidence(holds ? Verdict.HELD : Verdict.FAILED, observed(perSeed), perSeed, "");
        };
    }

    /**
     * A check that compares arms by their means over the seeds, and says so; what each seed shows on its own stands beside it and decides
     * nothing. Without one of the arms the claim was not run.
     */
    public static Claim.Check onMeans(Function<Means, Observation> look) {
        return results -> {
            List<Arms> seeds = bySeed(results);
            try {
                Observation seen = look.apply(new Means(seeds));
                List<Map<String, Double>> perSeed = new ArrayList<>();
                for (Arms arms : seeds) {
                    alone(look, arms).ifPresent(perSeed::add);
                }
                Verdict verdict = seen.holds() ? Verdict.HELD : Verdict.FAILED;
                String told = observed(List.of(seen.figures()));
                return new Evidence(verdict, told, perSeed, "means over " + seeds.size() + " seeds");
            } catch (Arms.MissingArm e) {
                return Evidence.notRun(String.valueOf(e.getMessage()));
            }
        };
    }

    private static Optional<Map<String, Double>> alone(Function<Means, Observation> look, Arms arms) {
        try {
            Map<String, Double> row = new LinkedHashMap<>();
            row.put("seed", (double) arms.seed());
            row.putAll(look.apply(new Means(List.of(arms))).figures());
            return Optional.of(row);
        } catch (Arms.MissingArm e) {
            return Optional.empty();
        }
    }

    /** The runs grouped by seed, seeds ascending. */
    static List<Arms> bySeed(Results results) {
        Map<Long, Map<String, RunResult>> groups = new TreeMap<>();
        for (RunResult run : results.runs()) {
            groups.computeIfAbsent(run.recipe().seed(), seed -> new LinkedHashMap<>())
                    .put(run.recipe().name(), run);
        }
        List<Arms> arms = new ArrayList<>();
        groups.forEach((seed, runs) -> arms.add(new Arms(seed, runs)));
        return arms;
    }

    /** Mean and spread (smallest to largest) of each figure over the seeds; a name that ends in a percent sign gives it the unit. */
    static String observed(List<Map<String, Double>> perSeed) {
        return perSeed.get(0).keySet().stream()
                .filter(name -> !name.equals("seed"))
                .map(name -> {
                    double[] values = perSeed.stream()
                            .mapToDouble(row -> row.getOrDefault(name, Double.NaN))
                            .toArray();
                    return name.replaceFirst(",? %$", "") + " " + spread(values, name.endsWith(" %") ? " %" : "");
                })
                .collect(Collectors.joining("; "));
    }

    private static String spread(double[] values, String unit) {
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double low = Arrays.stream(values).min().orElse(Double.NaN);
        double high = Arrays.stream(values).max().orElse(Double.NaN);
        return Double.compare(low, high) == 0
                ? number(mean) + unit
                : number(mean) + unit + " (" + number(low) + " to " + number(high) + ")";
    }

    /** Four significant digits at most, without a tail of zeros. */
    static String number(double value) {
        if (!Double.isFinite(value) || value == 0) {
            return value == 0 ? "0" : Double.toString(value);
        }
        return new BigDecimal(String.format(Locale.ROOT, "%.4g", value))
                .stripTrailingZeros()
                .toPlainString();
    }
}
